import type { Messages } from './messages.ts'

/** The queues of the frame (ui rule 6). */
export const queueLabels = {
  my_work: { ar: 'أعمالي', en: 'My work' },
  to_triage: { ar: 'بانتظار التصنيف', en: 'To triage' },
  awaiting_departments: { ar: 'بانتظار الدوائر', en: 'Awaiting departments' },
  awaiting_info: { ar: 'بانتظار مقدم الطلب', en: 'Awaiting complainant' },
  overdue: { ar: 'المتأخرة', en: 'Overdue' },
  due_soon: { ar: 'تستحق خلال يومين', en: 'Due in two days' },
  awaiting_approval: { ar: 'بانتظار الاعتماد', en: 'Awaiting approval' },
  to_send: { ar: 'ردود للتسليم', en: 'Replies to deliver' },
  to_call: { ar: 'للاتصال وقياس الرضا', en: 'To call' },
  to_reopen: { ar: 'لإعادة الفتح', en: 'To reopen' },
  to_close: { ar: 'للإغلاق', en: 'To close' },
  external: { ar: 'لدى جهات خارجية', en: 'With other bodies' },
  incomplete_closed: { ar: 'مغلقة ناقصة البيانات', en: 'Closed, data missing' },
  all_open: { ar: 'كل المفتوحة', en: 'All open' },
  all: { ar: 'كل الطلبات', en: 'All cases' },
  conflicts: { ar: 'تعارضات', en: 'Conflicts' },
  unheard: { ar: 'تنبيهات لم تصل أحداً', en: 'Reached nobody' },
  ref_to_acknowledge: { ar: 'إحالات للاستلام', en: 'To acknowledge' },
  ref_to_answer: { ar: 'إحالات للرد', en: 'To answer' },
  ref_questions: { ar: 'أسئلة المكتب', en: 'Questions of the office' },
  ref_waiting: { ar: 'بانتظار إيضاح المكتب', en: 'Awaiting the office' },
  ref_directorates: { ar: 'لدى المديريات', en: 'With directorates' },
  ref_due_today: { ar: 'تستحق اليوم', en: 'Due today' },
  ref_late: { ar: 'متأخرة', en: 'Late' },
} as const satisfies Messages

/** Why a queue may be empty: what stands in it, in a sentence. */
export const queueMeanings = {
  my_work: {
    ar: 'تظهر هنا الطلبات المسندة إليك ما دامت تنتظر عملاً، وما لم يُسند إلى أحد وينتظر إحالة أو رداً، وما حان موعد متابعته لدى جهة خارجية.',
    en: 'Cases given to you stand here while they wait for work, those given to nobody that wait for a referral or a reply, and those whose day to follow up with another body has come.',
  },
  to_triage: {
    ar: 'تظهر هنا الطلبات المسجلة التي لم تُصنّف بعد.',
    en: 'Registered cases stand here until they are triaged.',
  },
  awaiting_departments: {
    ar: 'تظهر هنا الطلبات التي لم ترد عليها كل الدوائر.',
    en: 'Cases stand here until every department has answered.',
  },
  awaiting_info: {
    ar: 'تظهر هنا الطلبات المتوقفة على مقدم الطلب أو على جهة تنظرها.',
    en: 'Cases stand here while they wait for the complainant or for a court or committee.',
  },
  overdue: { ar: 'تظهر هنا الطلبات التي مضى موعدها.', en: 'Cases past their due date stand here.' },
  due_soon: { ar: 'تظهر هنا الطلبات التي تستحق خلال يومي عمل.', en: 'Cases due within two working days stand here.' },
  awaiting_approval: { ar: 'تظهر هنا الردود المرفوعة للاعتماد.', en: 'Replies submitted for approval stand here.' },
  to_send: {
    ar: 'تظهر هنا الردود المعتمدة التي لم تُسلّم بعد.',
    en: 'Approved replies stand here until they are delivered.',
  },
  to_call: {
    ar: 'تظهر هنا الطلبات التي يُتصل بأصحابها لقياس الرضا.',
    en: 'Cases whose complainants are to be called stand here.',
  },
  to_reopen: {
    ar: 'تظهر هنا الطلبات التي لم يرضَ أصحابها عن الرد.',
    en: 'Cases whose complainants are not satisfied with the reply stand here.',
  },
  to_close: {
    ar: 'تظهر هنا الطلبات التي اكتمل قياس الرضا فيها.',
    en: 'Cases whose satisfaction step is done stand here.',
  },
  external: {
    ar: 'تظهر هنا الطلبات المحولة إلى جهات أخرى ومتابعتها.',
    en: 'Cases transferred to other bodies stand here to be followed up.',
  },
  incomplete_closed: {
    ar: 'تظهر هنا الطلبات المغلقة التي وردت من سجل مستورد وتنقصها بيانات إلزامية.',
    en: 'Closed cases that came in with an imported register and lack compulsory data stand here.',
  },
  all_open: { ar: 'تظهر هنا كل الطلبات غير المنتهية.', en: 'Every case that is not finished stands here.' },
  all: { ar: 'تظهر هنا كل الطلبات التي لك حق الاطلاع عليها.', en: 'Every case that you may see stands here.' },
  conflicts: {
    ar: 'تظهر هنا الطلبات التي غيّرها اثنان دون أن يرى أحدهما عمل الآخر.',
    en: 'Cases that two people changed without seeing each other’s work stand here.',
  },
  unheard: {
    ar: 'تظهر هنا الطلبات التي لم يصل تنبيه الدائرة فيها أحداً، لخلو المنصب أو غياب من يشغله.',
    en: 'Cases stand here whose reminder to a department reached nobody: the post is vacant or its holder away.',
  },
  ref_to_acknowledge: {
    ar: 'تظهر هنا الإحالات الجديدة حتى تؤكد أنها من اختصاص دائرتك وتحدد موعد ردك، أو تعيدها.',
    en: 'New referrals stand here until you confirm that they are your department’s and state a date, or return them.',
  },
  ref_to_answer: {
    ar: 'تظهر هنا الإحالات التي استلمتها حتى ترد عليها.',
    en: 'Referrals that you acknowledged stand here until you answer them.',
  },
  ref_questions: {
    ar: 'تظهر هنا الإحالات التي سأل المكتب عن رد دائرتك عليها.',
    en: 'Referrals whose answer the office has asked about stand here.',
  },
  ref_waiting: {
    ar: 'تظهر هنا الإحالات التي طلبت من المكتب إيضاحاً عنها. وقتها متوقف حتى يجيب.',
    en: 'Referrals about which you asked the office stand here. Their clock stands still until it answers.',
  },
  ref_directorates: {
    ar: 'تظهر هنا الإحالات التي تنتظر جواب مديرية فنية.',
    en: 'Referrals that wait for a technical directorate stand here.',
  },
  ref_due_today: {
    ar: 'تظهر هنا الإحالات التي يستحق ردها قبل نهاية اليوم.',
    en: 'Referrals whose answer is due before the day ends stand here.',
  },
  ref_late: { ar: 'تظهر هنا الإحالات التي مضى موعد ردها.', en: 'Referrals past their date stand here.' },
} as const satisfies Messages

export const queuesMessages = {
  title: { ar: 'قائمة الطلبات', en: 'Cases' },
  count: {
    ar: {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: '{count} طلبات',
      many: '{count} طلباً',
      other: '{count} طلب',
    },
    en: { zero: 'No cases', one: '{count} case', other: '{count} cases' },
  },
  reference: { ar: 'الرقم', en: 'Number' },
  subject: { ar: 'الموضوع', en: 'Subject' },
  status: { ar: 'الحالة', en: 'Status' },
  priority: { ar: 'الأولوية', en: 'Priority' },
  departments: { ar: 'الدوائر', en: 'Departments' },
  received: { ar: 'الورود', en: 'Received' },
  due: { ar: 'الاستحقاق', en: 'Due' },
  moreDepartments: {
    ar: {
      zero: '{name}',
      one: '{name} ودائرة أخرى',
      two: '{name} ودائرتان أخريان',
      few: '{name} و{count} دوائر أخرى',
      many: '{name} و{count} دائرة أخرى',
      other: '{name} و{count} دائرة أخرى',
    },
    en: { one: '{name} and {count} more', other: '{name} and {count} more' },
  },
  caseStatus: { ar: 'الطلب: {status}', en: 'Case: {status}' },
  escalated: { ar: 'مصعّدة {level}', en: 'escalated {level}' },
  nextOn: { ar: 'التالي: {at}', en: 'Next: {at}' },
  nextNow: { ar: 'حان: {at}', en: 'Due {at}' },
  handledBy: { ar: 'لدى {name}', en: 'with {name}' },

  filter: { ar: 'تصفية', en: 'Filter' },
  filterActive: { ar: 'تصفية ({count})', en: 'Filter ({count})' },
  filterPanel: { ar: 'شروط التصفية', en: 'Filter conditions' },
  clearFilter: { ar: 'إزالة التصفية', en: 'Clear the filter' },
  removeCondition: { ar: 'إزالة شرط {name}', en: 'Remove condition {name}' },
  fieldStatus: { ar: 'الحالة', en: 'Status' },
  fieldType: { ar: 'النوع', en: 'Type' },
  fieldChannel: { ar: 'القناة', en: 'Channel' },
  fieldDepartment: { ar: 'الدائرة', en: 'Department' },
  fieldService: { ar: 'التصنيف', en: 'Service' },
  fieldComplexity: { ar: 'التعقيد', en: 'Complexity' },
  fieldImportance: { ar: 'الأهمية', en: 'Importance' },
  fieldConfidentiality: { ar: 'السرية', en: 'Confidentiality' },
  fieldReceivedFrom: { ar: 'وردت من', en: 'Received from' },
  fieldReceivedTo: { ar: 'وردت حتى', en: 'Received until' },
  anyValue: { ar: 'الكل', en: 'Any' },
  chip: { ar: '{name}: {values}', en: '{name}: {values}' },

  views: { ar: 'العروض المحفوظة', en: 'Saved views' },
  viewSave: { ar: 'حفظ هذا العرض', en: 'Save this view' },
  viewName: { ar: 'اسم العرض', en: 'Name of the view' },
  viewNeedName: { ar: 'اكتب اسماً للعرض', en: 'Enter a name for the view' },
  viewDelete: { ar: 'حذف «{name}»', en: 'Delete “{name}”' },
  viewSaved: { ar: 'حُفظ العرض «{name}» على هذا الجهاز', en: 'The view “{name}” is kept on this machine' },
  save: { ar: 'حفظ', en: 'Save' },

  emptyQueue: { ar: 'لا طلبات في «{queue}»', en: 'Nothing in “{queue}”' },
  emptyFilter: { ar: 'لا طلب يوافق التصفية', en: 'No case fits the filter' },
  emptyFilterText: { ar: 'أفرغتها هذه الشروط: {conditions}', en: 'These conditions emptied it: {conditions}' },
  emptyRight: {
    ar: 'الطلبات السرية لا تظهر لك، فليس لك حق الاطلاع عليها.',
    en: 'Confidential cases are not shown to you: you lack that right.',
  },
  emptyDepartment: { ar: 'ترى الطلبات المحالة إلى دائرتك فقط.', en: 'You see only cases referred to your department.' },

  figure: { ar: 'طلبات المؤشر: {title}', en: 'Cases of the figure: {title}' },
  figureGone: { ar: 'لم تعد قائمة هذا المؤشر محفوظة', en: 'The list of this figure is not kept any more' },
  figureGoneText: { ar: 'افتحها من المؤشر مرة أخرى.', en: 'Open it from the figure again.' },
  figureAll: { ar: 'عرض كل الطلبات', en: 'Show all cases' },

  selected: {
    ar: {
      zero: 'لا شيء محدد',
      one: 'طلب واحد محدد',
      two: 'طلبان محددان',
      few: '{count} طلبات محددة',
      many: '{count} طلباً محدداً',
      other: '{count} طلب محدد',
    },
    en: { one: '{count} case selected', other: '{count} cases selected' },
  },
  unselect: { ar: 'إلغاء التحديد', en: 'Clear selection' },
  assign: { ar: 'إسناد', en: 'Assign' },
  assignTitle: { ar: 'إسناد الطلبات المحددة', en: 'Assign the selected cases' },
  assignTo: { ar: 'إلى', en: 'To' },
  needUser: { ar: 'اختر من تُسند إليه الطلبات', en: 'Choose whom to assign them to' },
  remind: { ar: 'تذكير الدوائر', en: 'Remind departments' },
  remindTitle: { ar: 'تذكير الدوائر التي لم ترد؟', en: 'Remind departments that have not answered?' },
  remindText: {
    ar: 'يُسجَّل تذكير مؤرخ لكل إحالة لم تُجب من الطلبات المحددة.',
    en: 'A dated reminder is recorded for every unanswered referral of the selected cases.',
  },
  copyNumbers: { ar: 'نسخ الأرقام', en: 'Copy the numbers' },
  copied: { ar: 'نُسخت الأرقام', en: 'The numbers were copied' },
  bulkRunning: { ar: 'يجري التنفيذ على الطلبات المحددة', en: 'Working through the selected cases' },
  bulkDone: {
    ar: {
      zero: 'لم يُنفَّذ شيء',
      one: 'نُفِّذ على طلب واحد',
      two: 'نُفِّذ على طلبين',
      few: 'نُفِّذ على {count} طلبات',
      many: 'نُفِّذ على {count} طلباً',
      other: 'نُفِّذ على {count} طلب',
    },
    en: { zero: 'Nothing was done', one: 'Done for {count} case', other: 'Done for {count} cases' },
  },
  bulkRefused: {
    ar: {
      zero: 'لم يُرفض شيء',
      one: 'طلب واحد لم يُنفَّذ عليه',
      two: 'طلبان لم يُنفَّذ عليهما',
      few: '{count} طلبات لم يُنفَّذ عليها',
      many: '{count} طلباً لم يُنفَّذ عليها',
      other: '{count} طلب لم يُنفَّذ عليها',
    },
    en: { zero: 'Nothing was refused', one: '{count} case was refused', other: '{count} cases were refused' },
  },
  bulkNoReferral: { ar: 'لا إحالة بانتظار رد', en: 'No referral awaits an answer' },
  dismiss: { ar: 'إغلاق', en: 'Dismiss' },
} as const satisfies Messages
