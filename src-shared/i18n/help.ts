import type { Messages } from './messages.ts'

/** Help: keys, screens, the way of a case, words. */
export const helpMessages = {
  title: { ar: 'المساعدة', en: 'Help' },
  topics: { ar: 'أبواب المساعدة', en: 'Topics of the help' },
  flow: { ar: 'كيف يسير الطلب', en: 'How a case flows' },
  screens: { ar: 'الصفحات', en: 'Screens' },
  keys: { ar: 'المفاتيح', en: 'Keys' },
  glossary: { ar: 'المصطلحات', en: 'Words' },

  flowNote: {
    ar: 'طريق الطلب من استلامه إلى إغلاقه. يبدأ الوقت عند الاستلام لا عند التسجيل، ويتوقف عند تسليم الرد.',
    en: 'The way of a case from receipt to closing. Time begins at receipt, not at registration, and stops when the answer is delivered.',
  },
  flowPicture: {
    ar: 'رسم طريق الطلب من الاستقبال إلى الإغلاق وما يتفرع عنه',
    en: 'Picture of the way of a case from reception to closing, with its branches',
  },
  flowReceive: { ar: 'الاستقبال', en: 'Reception' },
  flowReceiveText: { ar: 'حضوري، هاتف، فاكس، بريد', en: 'counter, phone, mail' },
  flowRegister: { ar: 'التسجيل', en: 'Registration' },
  flowRegisterText: { ar: 'رقم مرجعي وإيصال', en: 'number and receipt' },
  flowTriage: { ar: 'التصنيف', en: 'Triage' },
  flowTriageText: { ar: 'اختصاص، قبول، درجة', en: 'remit, acceptance, class' },
  flowWork: { ar: 'المعالجة', en: 'Processing' },
  flowWorkText: { ar: 'إحالة، ردود، مسودة', en: 'referrals, answers, draft' },
  flowApprove: { ar: 'الاعتماد والتسليم', en: 'Approval' },
  flowApproveText: { ar: 'يعتمده غير كاتبه', en: 'by another, then delivery' },
  flowRate: { ar: 'قياس الرضا', en: 'Satisfaction' },
  flowRateText: { ar: 'اتصال وتقييم', en: 'call and rating' },
  flowClose: { ar: 'الإغلاق', en: 'Closing' },
  flowCloseText: { ar: 'السبب والنتيجة', en: 'cause and outcome' },
  flowReject: { ar: 'رفض أو حفظ بسبب', en: 'Rejected or filed' },
  flowExternal: { ar: 'تحويل إلى جهة مختصة', en: 'To another body' },
  flowReturn: { ar: 'إعادة للتصحيح', en: 'Back for correction' },
  flowReopen: { ar: 'غير راضٍ: يعاد فتحه بموظفين جدد', en: 'Not satisfied: reopened, new staff' },
  flowFirst: { ar: 'حل من أول اتصال', en: 'Resolved at first contact' },
  stepsTitle: { ar: 'خطوة خطوة', en: 'Step by step' },
  step1: {
    ar: 'سجّل الطلب برقم هاتف مقدمه أو هويته أولاً؛ تظهر طلباته السابقة قبل ملء النموذج. عند الحفظ يصدر الرقم المرجعي ويُطبع الإيصال.',
    en: 'Register by the caller’s phone or ID number first; earlier cases appear before the form is filled. Saving gives the reference number and prints the receipt.',
  },
  step2: {
    ar: 'صنّف الطلب: هل هو من الاختصاص، وهل يُقبل، وما خدمته ودرجة تعقيده وأهميته. من درجة التعقيد يُحسب موعد الاستحقاق.',
    en: 'Triage: is it within remit, is it admissible, which service, complexity and importance. The complexity gives the due date.',
  },
  step3: {
    ar: 'أحل الطلب إلى دائرة أو أكثر، ولكل إحالة موعدها. تستلم الدائرة الإحالة أو تعيدها بسبب، ثم ترد.',
    en: 'Refer to one or more departments; each referral has its own due date. A department takes it or returns it with a reason, then answers.',
  },
  step4: {
    ar: 'اكتب الرد واطلب اعتماده. لا يعتمد الرد كاتبه. بعد الاعتماد يُسلَّم ويُثبت كيف سُلّم ومتى، وهنا يتوقف الوقت.',
    en: 'Write the reply and submit it. Its author never approves it. Once approved it is delivered and how and when is recorded; there the clock stops.',
  },
  step5: {
    ar: 'اتصل بمقدم الطلب وأثبت رضاه. إن تعذّر الوصول بعد المحاولات المقررة أُغلق الطلب لتعذّره.',
    en: 'Call the complainant and record the rating. If he cannot be reached after the attempts laid down, the case closes as unreachable.',
  },
  step6: {
    ar: 'عند عدم الرضا يُعاد فتح الطلب بدورة جديدة وموظفين جدد. عند الإغلاق يُثبت السبب الجذري والنتيجة والإنصاف.',
    en: 'Dissatisfied: the case is reopened as a new cycle with new staff. At closing the root cause, the outcome and the remedy are recorded.',
  },

  screensNote: {
    ar: 'ما تجده في كل صفحة، وأسرع طريق إليها.',
    en: 'What each screen is for, and the fastest way to it.',
  },
  registerHelp: {
    ar: 'ابدأ برقم الهاتف أو الهوية. ألصق ملف البريد أو صفحات الفاكس أو اسحبها إلى النموذج. ما تكتبه محفوظ مسودةً حتى لو انقطع التيار.',
    en: 'Begin with phone or ID number. Paste or drop an e-mail file or fax pages onto the form. What you type is kept as a draft, even through a power cut.',
  },
  queueHelp: {
    ar: 'كل قائمة تعرض ما ينتظر خطوة بعينها. تنقّل بالأسهم، وافتح بمفتاح Enter، وحدد بالمسافة، وصفِّ ثم احفظ التصفية عرضاً لك.',
    en: 'Each queue shows what waits for one kind of step. Move by arrows, open with Enter, select with Space, filter, and keep the filter as a view of yours.',
  },
  caseHelp: {
    ar: 'كل شيء عن الطلب في صفحة واحدة: حالته ومواعيده وسجله، وإلى جانبه الخطوة التالية. اضغط أي موعد لترى لماذا هو في ذلك اليوم.',
    en: 'Everything about a case on one page: state, clocks, history, and beside it the next step. Press any due date to see why it is that day.',
  },
  searchHelp: {
    ar: 'خانة واحدة للرقم والاسم والهاتف والهوية وكلمات النص. لا فرق بين أ و ا ولا بين ة و ه.',
    en: 'One box for number, name, phone, ID and words of the text. Spelling variants of Arabic letters count as the same.',
  },
  peopleHelp: {
    ar: 'كل من قدّم طلباً وطلباته السابقة والحالية. كل اطلاع على شخص يُسجل.',
    en: 'Everyone who brought a case, with earlier and present ones. Each look at a person is logged.',
  },
  dashboardHelp: {
    ar: 'أربعة أرقام تُحسب من جديد بعد كل تغيير. اضغط الرقم لتفتح الطلبات التي وراءه، و«ما هذا الرقم؟» لتعرف كيف حُسب.',
    en: 'Four numbers, computed anew after each change. Press a number to open its cases, “What is this number?” to see how it is computed.',
  },
  reportsHelp: {
    ar: 'اختر السنة والربع وعاين التقرير ثم صدّره إلى Word وExcel. ما كُتب فيه «مبدئي» لم تنته مدة ملاحظته.',
    en: 'Choose year and quarter, look at the report, then export it to Word and Excel. “Provisional” marks a figure whose observation is not over.',
  },
  settingsHelp: {
    ar: 'المستخدمون والصلاحيات والدوائر والقوائم والمدد والتقويم. لا شيء يُحذف؛ ما يُوقف يبقى صحيحاً في الطلبات القديمة.',
    en: 'Users, rights, departments, lists, limits and calendar. Nothing is deleted; what is made inactive stays true in old cases.',
  },
  systemHelp: {
    ar: 'النسخ الاحتياطية والتحقق من السجل ورمز الاسترداد.',
    en: 'Backups, verification of the log, the recovery code.',
  },
  open: { ar: 'فتح', en: 'Open' },

  keysNote: {
    ar: 'تعمل المفاتيح بمواضعها على اللوحة، باللغتين. اضغط ? في أي صفحة لترى مفاتيحها.',
    en: 'Keys work by their place on the keyboard, in both languages. Press ? on any screen to see the keys that work there.',
  },
  keysHere: { ar: 'المفاتيح التي تعمل الآن', en: 'Keys that work now' },
  keysGeneral: { ar: 'عام', en: 'General' },
  keysLists: { ar: 'في القوائم', en: 'In lists' },
  keysForms: { ar: 'في النماذج', en: 'In forms' },
  keyMove: { ar: 'التنقل بين الأسطر', en: 'Move between rows' },
  keyPage: { ar: 'شاشة إلى أعلى أو أسفل', en: 'One screen up or down' },
  keyEnds: { ar: 'أول القائمة وآخرها', en: 'First and last row' },
  keyOpen: { ar: 'فتح السطر', en: 'Open the row' },
  keySelect: { ar: 'تحديد السطر', en: 'Select the row' },
  keySelectMore: { ar: 'تحديد أسطر متتالية', en: 'Select on the way' },
  keyClear: { ar: 'إلغاء التحديد', en: 'Clear the selection' },
  keyNext: { ar: 'الحقل التالي أو السابق', en: 'Next or previous field' },
  keyTake: { ar: 'أخذ أول ما يطابق في قائمة اختيار', en: 'Take the first fit of a choice' },
  keyClose: { ar: 'إغلاق نافذة أو قائمة', en: 'Close a dialog or a menu' },
  keyMoveEntry: { ar: 'نقل قيمة في قوائم الإعدادات', en: 'Move a value in the lists of the settings' },

  glossaryNote: {
    ar: 'الكلمات كما تُستعمل في البرنامج والتقارير.',
    en: 'Words as the program and the reports use them.',
  },
  glossarySearch: { ar: 'البحث في المصطلحات', en: 'Find a word' },
  glossaryNothing: { ar: 'لا مصطلح يطابق «{text}»', en: 'No word fits “{text}”' },
  glossaryNothingText: {
    ar: 'جرّب جزءاً من الكلمة، بالعربية أو الإنجليزية.',
    en: 'Try a part of the word, in Arabic or English.',
  },
  term: { ar: 'المصطلح', en: 'Word' },
  meaning: { ar: 'المعنى', en: 'Meaning' },
  glossaryObjects: { ar: 'الطلب وما يتعلق به', en: 'The case and what belongs to it' },
  glossaryPeople: { ar: 'الأشخاص والأدوار', en: 'People and roles' },
  glossaryStates: { ar: 'المراحل والحالات', en: 'Stages and states' },
  glossaryClasses: { ar: 'التصنيف', en: 'Classification' },
  glossaryTime: { ar: 'الوقت ومستوى الخدمة', en: 'Time and service level' },
  glossaryReview: { ar: 'الرضا وإعادة النظر', en: 'Satisfaction and review' },
  glossaryFigures: { ar: 'المؤشرات والتقارير', en: 'Indicators and reports' },
} as const satisfies Messages
