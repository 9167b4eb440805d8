import type { Message, Messages } from './messages.ts'

/** Notes below the tables of the printed reports. */
export const reportNotes = {
  period: { ar: 'الفترة: من {from} إلى {to}.', en: 'Period: {from} to {to}.' },
  periodRuns: {
    ar: 'الفترة: من {from} إلى {to}، ولم تنتهِ بعد: كل ما في التقرير حتى {until}، وهو المقصود بآخر الفترة حيث ذُكر.',
    en: 'Period: {from} to {to}. It is not over: all is counted until {until}, which is meant wherever the end of the period is named.',
  },
  notCompared: {
    ar: 'لم تنتهِ الفترة بعد: أرقامها حتى {until}، فلا يُقاس اتجاهها على ربع كامل.',
    en: 'The period is not over: its figures are counted until {until}, and no trend is told against a whole quarter.',
  },
  untilDay: { ar: 'حتى {date}', en: 'until {date}' },
  onDay: { ar: 'حتى {date}', en: 'on {date}' },
  atEnd: { ar: 'في آخر الفترة', en: 'at the end of the period' },
  editionReason: { ar: 'سبب الإصدار {number}: {reason}', en: 'Why edition {number}: {reason}' },
  asOf: { ar: 'لحظة البيانات: {asOf}.', en: 'Data as of {asOf}.' },
  definitions: { ar: 'إصدار التعريفات: {version}.', en: 'Definitions version {version}.' },
  office: { ar: 'المكتب: {office}.', en: 'Office: {office}.' },
  standAlone: {
    ar: 'مكتب مستقل، لا تنتظر بياناته مزامنة.',
    en: 'Stand-alone office; no synchronisation is waited for.',
  },
  neverSynced: { ar: 'لم تتم مزامنته بعد.', en: 'Not synchronised yet.' },
  arrivedBy: { ar: 'ما وصل من بياناته حتى {at}.', en: 'What of its data had arrived by {at}.' },
  otherOffices: {
    ar: {
      one: 'ومكتب آخر: ما وصل من بياناته حتى {at}.',
      two: 'ومكتبان آخران: ما وصل من بياناتهما حتى {at} على الأقل، وتفصيلهما في القسم 2.',
      few: 'و{count} مكاتب أخرى: ما وصل من بياناتها حتى {at} على الأقل، وتفصيلها في القسم 2.',
      many: 'و{count} مكتباً آخر: ما وصل من بياناتها حتى {at} على الأقل، وتفصيلها في القسم 2.',
      other: 'و{count} مكتب آخر: ما وصل من بياناتها حتى {at} على الأقل، وتفصيلها في القسم 2.',
    },
    en: {
      one: 'One other office: what of its data had arrived by {at}.',
      other: '{count} other offices: their data up to {at} at least; each is named in section 2.',
    },
  },
  lastSync: { ar: 'آخر مزامنة: {at}.', en: 'Last synchronised {at}.' },
  strictAll: {
    ar: 'الطلبات السرية للغاية معدودة مع غيرها.',
    en: 'Strictly confidential cases are counted with the others.',
  },
  strictNamed: {
    ar: 'لم يُعدّ من الطلبات السرية للغاية إلا ما سُمّي للاطلاع عليه مستخدمون لهذا الجهاز، وقد يعدّ جهاز آخر غيرها.',
    en: 'Of strictly confidential cases only those are counted that users of this machine are named for; another machine may count others.',
  },
  strictNone: {
    ar: 'الأرقام دون الطلبات السرية للغاية: لا شيء منها على هذا الجهاز، وقد يعدّها جهاز من سُمّوا للاطلاع عليها.',
    en: 'Counted without strictly confidential cases: this machine holds none; the machines of those named for them may count some.',
  },
  movedAway: {
    ar: 'طلبات من كل الأنواع سُجّلت هنا خلال الفترة ثم نُقلت إلى وحدات أخرى: {count}. لا تُعد هنا، وتعدّها الوحدة التي هي لديها الآن.',
    en: 'Cases of all types that were registered here in the period and then moved to other units: {count}. They are not counted here; the unit that has them now counts them.',
  },
  noChanges: {
    ar: 'لم يتغير تقويم العمل ولا المدد خلال الفترة.',
    en: 'Calendar and limits did not change in the period.',
  },
  population: {
    ar: 'تشمل الأرقام الشكاوى وحدها، دون البلاغات والاستفسارات والاقتراحات والثناء والتغطيات الإعلامية، ودون الحالات التدريبية وما سُجل بالخطأ. وتدخل المكررة المرتبطة في الوارد وجدول المطابقة فقط.',
    en: 'Figures cover complaints only: no reports, inquiries, suggestions, praise or media coverage, no practice cases and none registered in error. Linked duplicates count in received and in the reconciliation only.',
  },
  attribution: {
    ar: 'يُنسب الوارد إلى وقت الاستلام، والالتزام بالتوقيت واستجابة الدوائر إلى وقت الاستحقاق، ومدد الحل إلى وقت الحل، والرضا إلى وقت انتهاء الدورة، والمتبقي إلى آخر لحظة من الفترة.',
    en: 'Received counts by time of receipt, timeliness and departments by due time, times to resolve by time of resolution, satisfaction by the end of the cycle, the open at the last moment of the period.',
  },
  workingTime: {
    ar: {
      one: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل ساعة واحدة. وتُطبع وسيطاً ومئيناً تسعين.',
      two: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل ساعتان. وتُطبع وسيطاً ومئيناً تسعين.',
      few: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعات. وتُطبع وسيطاً ومئيناً تسعين.',
      many: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعة. وتُطبع وسيطاً ومئيناً تسعين.',
      other: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعة. وتُطبع وسيطاً ومئيناً تسعين.',
    },
    en: {
      one: 'Times are working time without holidays; a working day is one hour. They are given as median and 90th percentile.',
      other:
        'Times are working time without holidays; a working day is {amount} hours. They are given as median and 90th percentile.',
    },
  },
  smallNumbers: {
    ar: 'إذا قل الأساس عن 10 طُبع العدد وظهرت النسبة باهتة، وإذا قل عن 5 لم تُطبع نسبة لدائرة ولا درجة. و«لا ينطبق» تعني أن الأساس صفر، و«لا بيانات» أن الفترة تسبق أول طلب في المكتب، والشرطة أن الخانة لا قيمة لها.',
    en: 'Below a base of 10 the count is printed and the percentage is grey; below 5 neither percentage nor index is printed for a department. “Not applicable” means a base of 0, “No data” a period before the first case of the office, a dash that the place has no value.',
  },
  baseReceived: {
    ar: 'أساس النسبة: كل الوارد في الفترة ({count}).',
    en: 'Base: everything received in the period ({count}).',
  },
  baseComplaints: {
    ar: 'أساس النسبة: الشكاوى الواردة في الفترة دون المكررة المرتبطة ({count}).',
    en: 'Base: complaints received in the period without linked duplicates ({count}).',
  },
  baseRatings: { ar: 'أساس النسبة: التقييمات الصحيحة ({count}).', en: 'Base: valid ratings ({count}).' },
  baseRatingWays: {
    ar: 'أساس كل نسبة: التقييمات الصحيحة التي أُخذت بالوسيلة نفسها، وجملتها {count}.',
    en: 'Base of each share: valid ratings taken in the same way, {count} in all.',
  },
  baseUnsatisfied: {
    ar: 'الأساس: تقييمات «غير راضٍ» ({count}) من التقييمات الصحيحة ({ratings}).',
    en: 'Base: ratings “not satisfied” ({count}) of the valid ratings ({ratings}).',
  },
  baseMisrouting: {
    ar: 'أساس كل نسبة: ما أُحيل من الخدمة في الفترة. لا يظهر من الخدمات إلا ما أُعيد منها شيء، وأُحيل منها جميعاً {count}.',
    en: 'Base of each share: referrals of the service sent in the period. Only services of which some came back are listed; {count} were sent of all services.',
  },
  baseEnded: {
    ar: 'أساس النسبة: الدورات المنتهية التي يمكن قياس الرضا عنها ({count}).',
    en: 'Base: ended cycles that could be surveyed ({count}).',
  },
  baseFirstCycle: {
    ar: 'الأساس: حلول الدورة الأولى في الفترة ({count}).',
    en: 'Base: first-cycle resolutions of the period ({count}).',
  },
  levels: {
    ar: 'لكل إحالة أعلى مستوى بلغته.',
    en: 'Each referral stands under the highest level it reached.',
  },
  mayBeSeveral: {
    ar: 'قد يكون للشكوى أكثر من موضوع، فقد يزيد مجموع النسب على 100%. {base}',
    en: 'A complaint may have several subjects, so shares may add up to more than 100%. {base}',
  },
  baseResolved: { ar: 'الأساس: ما حُل في الفترة ({count}).', en: 'Base: resolved in the period ({count}).' },
  baseOpen: { ar: 'الأساس: المفتوح في آخر الفترة ({count}).', en: 'Base: open at the end of the period ({count}).' },
  baseDue: { ar: 'الأساس: الإحالات المستحقة في الفترة ({count}).', en: 'Base: referrals due in the period ({count}).' },
  weights: {
    ar: 'درجة الاستجابة: {inTime} للرد في الموعد، {late} للمتأخر، {none} لعدم الرد. التقدير: 90 فأكثر ممتازة، 75 فأكثر جيدة، 50 فأكثر متوسطة، ودونها ضعيفة.',
    en: 'Response index: {inTime} for a reply in time, {late} for a late one, {none} for none. Bands: from 90 excellent, from 75 good, from 50 fair, below weak.',
  },
  oldest: {
    ar: 'أقدم عشر شكاوى استلاماً مما كان مفتوحاً في آخر الفترة، بالرقم المرجعي وحده، والعمر في آخر الفترة. وبجانب كل منها حالها عند لحظة البيانات.',
    en: 'The ten oldest open at the end of the period, oldest receipt first, by number only; ages at the end of the period. Beside each whether it has ended since, as of the moment of the data.',
  },
  edited: { ar: 'حُرّر هذا النص قبل الاعتماد.', en: 'This text was edited before approval.' },
  editedCount: {
    ar: {
      one: 'نص واحد في التقرير حُرّر قبل الاعتماد.',
      two: 'نصان في التقرير حُرّرا قبل الاعتماد.',
      few: '{count} نصوص في التقرير حُرّرت قبل الاعتماد.',
      many: '{count} نصاً في التقرير حُرّر قبل الاعتماد.',
      other: '{count} نص في التقرير حُرّر قبل الاعتماد.',
    },
    en: {
      one: 'One text of the report was edited before approval.',
      other: '{count} texts of the report were edited before approval.',
    },
  },
  overrideNote: { ar: 'ملاحظة التجاوز: {note}', en: 'Override note: {note}' },
} as const satisfies Messages

/** Notes on the quality of the data. */
export const qualityNotes = {
  imported: { ar: 'حالات مستوردة من سجل سابق', en: 'Cases imported from an earlier register' },
  author_approver: { ar: 'استثناء: المعتمِد هو كاتب الرد', en: 'Exception: the approver wrote the reply' },
  recorder_handler: { ar: 'استثناء: مسجل الرضا هو المعالج', en: 'Exception: the handler recorded the satisfaction' },
  new_staff: { ar: 'استثناء: إعادة النظر من الموظف نفسه', en: 'Exception: reviewed by the same staff' },
  corrected: {
    ar: 'حُلت في الموعد لأن تصنيفها غُيّر بعد تأخرها',
    en: 'Resolved in time because their class was changed when they were late',
  },
  late: { ar: 'تسجيلات متأخرة من فترات سابقة', en: 'Late registrations from earlier periods' },
  unapplied: {
    ar: 'حالات فيها أحداث لم تُطبق وتنتظر قرار موظف',
    en: 'Cases with events that wait for a person to resolve',
  },
  unclassified: { ar: 'حُلت دون تصنيف خدمة', en: 'Resolved without a service classification' },
  breach: { ar: 'أُغلقت لتعذر الوصول بمحاولات أقل من المطلوب', en: 'Closed as unreachable with too few attempts' },
  sameStaff: { ar: 'أعاد النظر فيها موظف سبق أن عالجها', en: 'Reviewed by staff who had handled them' },
} as const satisfies Messages

/** After the cases that are named one by one. */
export const andOthers = {
  ar: {
    one: 'وطلب آخر',
    two: 'وطلبان آخران',
    few: 'و{rest} طلبات أخرى',
    many: 'و{rest} طلباً آخر',
    other: 'و{rest} طلب آخر',
  },
  en: { one: 'and {rest} more', other: 'and {rest} more' },
} as const satisfies Message
