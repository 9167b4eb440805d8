import type { RefusalTable } from './sentence.ts'

export const sessionRefusals = {
  'wrong-password': {
    ar: 'اسم الدخول أو كلمة المرور غير صحيحة',
    en: 'The user name or the password is wrong',
  },
  'sign-in-needs-server': {
    ar: 'لا يعرف هذا الجهاز هذا المستخدم بعد، أو مضى على آخر تحقق أكثر من ثلاثين يوماً، ولا يمكن الوصول إلى الخادم للتحقق من كلمة المرور. أول دخول إلى جهاز يحتاج إلى الشبكة',
    en: 'This machine has not proven this user yet, or more than thirty days ago, and the server, which knows the password, cannot be reached. The first sign-in at a machine needs the network',
  },
  'account-inactive': {
    ar: 'كلمة المرور صحيحة، لكن حسابك أُوقف. راجع من يدير المستخدمين في وحدتك',
    en: 'The password is right, but your account was made inactive. Speak to whoever manages your unit’s users',
  },
  'own-password-needed': {
    ar: 'أدخل كلمة مرورك أنت: الخادم هو من يعطي كلمة المرور الجديدة، ويتحقق ممن يطلبها',
    en: 'Enter your own password: the server gives the new one, and asks who wants it',
  },
  'password-not-given': {
    ar: 'حُفظ المستخدم، لكن كلمة المرور لم تصل إلى الخادم ({code}) فلا تصلح بعد على الأجهزة الأخرى. أعد إدخالها عند عودة الاتصال',
    en: 'The user is saved, but the password has not reached the server ({code}) and does not hold on other machines yet. Enter it again when there is a connection',
  },
  'too-many-tries': {
    ar: 'محاولات كثيرة متتالية. انتظر {seconds} ثانية ثم حاول مرة أخرى',
    en: 'Too many tries in a row. Wait {seconds} seconds, then try again',
  },
  'not-set-up': {
    ar: 'لم يُهيأ هذا المجلد بعد. أنشئ المكتب أو استرجع نسخة احتياطية',
    en: 'This folder is not set up yet. Create the office or restore a backup',
  },
  'already-set-up': {
    ar: 'هذا المجلد مهيأ من قبل للمكتب {office}',
    en: 'This folder is already set up for office {office}',
  },
  'password-needed': {
    ar: 'هذا المجلد أُنشئ من النافذة ويتطلب كلمة مرور المستخدم {user}',
    en: 'This folder was made in the window and asks for the password of {user}',
  },
  'username-taken': {
    ar: 'اسم الدخول {username} مستعمل',
    en: 'The user name {username} is taken',
  },
  'leave-ends-early': {
    ar: 'تنتهي الإجازة في {until} قبل أن تبدأ في {from}',
    en: 'The leave ends on {until}, before it begins on {from}',
  },
  'deputy-unfit': {
    ar: 'البديل مستخدم آخر فعّال من وحدته أو من وحدة فوقها. اختر غيره، أو دع الخانة فارغة ليُبلَّغ من فوقه',
    en: 'A deputy is another active user of the same unit or one above it. Choose another, or leave it empty and whoever stands above is told',
  },
  'group-unfit': {
    ar: 'المجموعة {group} ليست لهذه الوحدة. ضباط الارتباط والمسؤولون المعنيون بالشكاوى والمسؤولون الأوائل من الدوائر والمديريات وحدها، وليس فيها من سائر مجموعات البرنامج إلا مديرو النظام',
    en: 'Group {group} does not belong to this unit. Liaison officers, officials in charge of complaints and heads of department are of departments and directorates alone, which have no other group of the program but administrators',
  },
  'last-administrator': {
    ar: 'لا بد أن يبقى مستخدم واحد على الأقل قادراً على إدارة المستخدمين',
    en: 'At least one active user must keep the right to manage users',
  },
  'code-in-use': {
    ar: 'الرمز {code} مستعمل ولا يعاد استعماله لمعنى آخر',
    en: 'The code {code} is in use and is never used again for something else',
  },
  'unit-of-office': {
    ar: 'وحدة هذا المكتب لا يتغير نوعها ولا توقف، فكل سجلاته معلقة بها',
    en: 'The unit of this office keeps its kind and stays active: all its records hang on it',
  },
  'unit-below-itself': {
    ar: 'لا تتبع الوحدة نفسها ولا وحدة أدنى منها. اختر وحدة أعلى أخرى',
    en: 'A unit belongs neither to itself nor to one below it. Choose another unit above it',
  },
  'practice-only': {
    ar: 'بيانات التدريب لا تُنشأ إلا في مجلد تدريب',
    en: 'Practice data are made in a practice folder only',
  },
} as const satisfies RefusalTable
