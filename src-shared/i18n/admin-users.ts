import type { Messages } from './messages.ts'

/** Words of the editor of users, with their leave and password (G-02, E-02). */
export const adminUserMessages = {
  addUser: { ar: 'إضافة مستخدم', en: 'Add a user' },
  editUser: { ar: 'تعديل مستخدم', en: 'Edit a user' },
  usersNote: {
    ar: {
      zero: 'لا مستخدمين',
      one: 'مستخدم واحد',
      two: 'مستخدمان',
      few: '{count} مستخدمين',
      many: '{count} مستخدماً',
      other: '{count} مستخدم',
    },
    en: { one: '{count} user', other: '{count} users' },
  },
  username: { ar: 'اسم الدخول', en: 'User name' },
  usernameHint: { ar: 'حروف وأرقام ونقطة وشرطة، من حرفين إلى أربعين', en: 'Letters, digits, dot and dash, 2 to 40' },
  unit: { ar: 'الوحدة', en: 'Unit' },
  memberOf: { ar: 'مجموعات الصلاحيات', en: 'Permission groups' },
  staffId: { ar: 'الرقم الوظيفي', en: 'Staff number' },
  staffIdHint: {
    ar: 'يُستبعد به الموظف من الشكوى المقدمة ضده',
    en: 'Keeps an employee away from a complaint against him',
  },
  language: { ar: 'لغة البرنامج', en: 'Language' },
  arabic: { ar: 'العربية', en: 'Arabic' },
  english: { ar: 'الإنجليزية', en: 'English' },
  userActive: { ar: 'فعّال: يستطيع الدخول', en: 'Active: may sign in' },
  userActiveHint: {
    ar: 'الإيقاف ينهي جلساته المفتوحة فوراً',
    en: 'Making a user inactive ends his open sessions at once',
  },
  userAtOnce: { ar: 'أوقف أعماله التي لم تصل بعد', en: 'Hold what he did that has not arrived yet' },
  userAtOnceHint: {
    ar: 'ما عمله على أجهزة لم تتصل بعد يعلَّق حتى يُبت فيه، ولا يضيع',
    en: 'His work on machines that are not connected yet is held until somebody decides; nothing is lost',
  },
  leaveFrom: { ar: 'غائب من', en: 'Away from' },
  leaveUntil: { ar: 'حتى نهاية يوم', en: 'Until the end of' },
  deputy: { ar: 'البديل', en: 'Deputy' },
  deputyHint: {
    ar: 'تصله التذكيرات والتصعيدات بدلاً منه. فإن لم يكن له بديل بُلّغ من فوقه',
    en: 'Reminders and escalations reach the deputy instead; without one, whoever stands above',
  },
  onLeave: { ar: 'في إجازة حتى {until}', en: 'On leave until {until}' },
  needLeaveFrom: { ar: 'حدّد أول يوم من الإجازة', en: 'Name the first day of the leave' },
  needLeaveUntil: { ar: 'حدّد آخر يوم من الإجازة', en: 'Name the last day of the leave' },
  password: { ar: 'كلمة المرور', en: 'Password' },
  newPassword: { ar: 'كلمة مرور جديدة', en: 'New password' },
  passwordHint: {
    ar: 'ثمانية رموز على الأقل؛ سلّمها لصاحبها وليغيّرها',
    en: 'At least 8 characters; hand it over, and let it be changed',
  },
  newPasswordHint: { ar: 'اتركها فارغة لتبقى كلمته كما هي', en: 'Leave empty to keep the present one' },
  ownPassword: { ar: 'كلمة مرورك أنت', en: 'Your own password' },
  ownPasswordHint: {
    ar: 'الخادم هو من يعطي كلمة المرور الجديدة، ويتحقق ممن يطلبها',
    en: 'The server gives the new password, and asks who wants it',
  },
  needOwnPassword: { ar: 'أدخل كلمة مرورك', en: 'Enter your own password' },
  showPassword: { ar: 'إظهار كلمة المرور', en: 'Show the password' },
  needUsername: { ar: 'أدخل اسم دخول صالحاً', en: 'Enter a valid user name' },
  needUnit: { ar: 'اختر الوحدة', en: 'Choose the unit' },
  needGroup: { ar: 'اختر مجموعة صلاحيات واحدة على الأقل', en: 'Choose at least one permission group' },
  needFittingGroups: {
    ar: 'من المجموعات المختارة ما ليس لهذه الوحدة. أزله، أو اختر الوحدة التي يعمل فيها',
    en: 'Some of the chosen groups do not belong to this unit. Take them out, or choose the unit where he works',
  },
  groupsOfDepartment: {
    ar: 'ما يصلح لدائرة أو مديرية: من يجيب عنها، ومن يدير النظام',
    en: 'What fits a department or directorate: who answers for it, and who administers the program',
  },
  groupsOfOffice: {
    ar: 'ما يصلح لمكتب أو للوحدة المركزية؛ أما من يجيب عن دائرة فاختر دائرته أولاً',
    en: 'What fits an office or the central unit; for whoever answers for a department, choose the department first',
  },
  needPassword: { ar: 'اكتب كلمة مرور من ثمانية رموز على الأقل', en: 'Enter a password of at least eight characters' },
  noGroups: { ar: 'بلا صلاحيات', en: 'No rights' },
} as const satisfies Messages
