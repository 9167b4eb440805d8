import type { Messages } from './messages.ts'

/** Readings: what the numbers say, in sentences that may be printed as they stand. */
export const reportReadings = {
  misrouting: {
    ar: 'نسبة ما أعادته الدوائر لأنه ليس من اختصاصها (K17): {returned}. وجرى التحقق من هوية مقدم الشكوى قبل إحالتها (K18): {verified}.',
    en: 'Returned by departments as not within remit (K17): {returned}. Identity verified before referral (K18): {verified}.',
  },
  received: {
    ar: {
      zero: 'لم ترد إلى المكتب أي شكوى خلال {period}.',
      one: 'وردت إلى المكتب شكوى واحدة خلال {period}.',
      two: 'وردت إلى المكتب شكويان خلال {period}.',
      few: 'وردت إلى المكتب {count} شكاوى خلال {period}.',
      many: 'وردت إلى المكتب {count} شكوى خلال {period}.',
      other: 'وردت إلى المكتب {count} شكوى خلال {period}.',
    },
    en: {
      one: 'The office received one complaint in the {period}.',
      other: 'The office received {count} complaints in the {period}.',
    },
  },
  receivedBySeveral: {
    ar: {
      zero: 'لم ترد إلى المكاتب أي شكوى خلال {period}.',
      one: 'وردت إلى المكاتب شكوى واحدة خلال {period}.',
      two: 'وردت إلى المكاتب شكويان خلال {period}.',
      few: 'وردت إلى المكاتب {count} شكاوى خلال {period}.',
      many: 'وردت إلى المكاتب {count} شكوى خلال {period}.',
      other: 'وردت إلى المكاتب {count} شكوى خلال {period}.',
    },
    en: {
      one: 'The offices received one complaint in the {period}.',
      other: 'The offices received {count} complaints in the {period}.',
    },
  },
  receivedMore: {
    ar: 'ويزيد ذلك على الربع السابق بنسبة {change}.',
    en: 'That is {change} more than in the previous quarter.',
  },
  receivedLess: {
    ar: 'ويقل ذلك عن الربع السابق بنسبة {change}.',
    en: 'That is {change} less than in the previous quarter.',
  },
  timeliness: {
    ar: {
      zero: 'لم يستحق خلال الفترة موعد أي شكوى في دورتها الأولى.',
      one: 'استحق خلال الفترة موعد شكوى واحدة في دورتها الأولى، وما حُل في موعده: {met}.',
      two: 'استحق خلال الفترة موعد شكويين في دورتهما الأولى، وما حُل في موعده: {met}.',
      few: 'استحق خلال الفترة موعد {count} شكاوى في دورتها الأولى، وما حُل في موعده: {met}.',
      many: 'استحق خلال الفترة موعد {count} شكوى في دورتها الأولى، وما حُل في موعده: {met}.',
      other: 'استحق خلال الفترة موعد {count} شكوى في دورتها الأولى، وما حُل في موعده: {met}.',
    },
    en: {
      zero: 'No complaint fell due in its first cycle in the period.',
      one: 'One complaint fell due in its first cycle in the period; resolved in time: {met}.',
      other: '{count} complaints fell due in their first cycle in the period; resolved in time: {met}.',
    },
  },
  satisfaction: {
    ar: {
      zero: 'لم يُسجَّل خلال الفترة أي تقييم صحيح.',
      one: 'سُجّل تقييم صحيح واحد، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      two: 'سُجّل تقييمان صحيحان، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      few: 'سُجّلت {count} تقييمات صحيحة، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      many: 'سُجّل {count} تقييماً صحيحاً، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      other: 'سُجّل {count} تقييم صحيح، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
    },
    en: {
      zero: 'No valid rating was recorded in the period.',
      one: 'One valid rating was recorded; satisfied: {met}; response rate {response}.',
      other: '{count} valid ratings were recorded; satisfied: {met}; response rate {response}.',
    },
  },
  backlog: {
    ar: {
      zero: 'لم يتبق {when} أي شكوى مفتوحة.',
      one: 'تبقت {when} شكوى واحدة مفتوحة، والمتأخر: {overdue}.',
      two: 'تبقت {when} شكويان مفتوحتان، والمتأخر منهما: {overdue}.',
      few: 'تبقت {when} {count} شكاوى مفتوحة، والمتأخر منها: {overdue}.',
      many: 'تبقت {when} {count} شكوى مفتوحة، والمتأخر منها: {overdue}.',
      other: 'تبقت {when} {count} شكوى مفتوحة، والمتأخر منها: {overdue}.',
    },
    en: {
      zero: 'No complaint was open {when}.',
      one: 'One complaint was open {when}; overdue: {overdue}.',
      other: '{count} complaints were open {when}; overdue: {overdue}.',
    },
  },
  flowGrew: {
    ar: 'انتهى أقل مما ورد وأُعيد فتحه، بأي وجه كان الانتهاء، فازداد المتبقي من {from} إلى {to}.',
    en: 'Fewer ended, in whatever way, than came in or were reopened, so what is carried forward rose from {from} to {to}.',
  },
  flowShrank: {
    ar: 'انتهى أكثر مما ورد وأُعيد فتحه، بأي وجه كان الانتهاء، فانخفض المتبقي من {from} إلى {to}.',
    en: 'More ended, in whatever way, than came in or were reopened, so what is carried forward fell from {from} to {to}.',
  },
  flowLevel: {
    ar: 'تساوى ما انتهى، بأي وجه كان الانتهاء، مع ما ورد وأُعيد فتحه، وبقي المتبقي {to}.',
    en: 'As many ended, in whatever way, as came in or were reopened; what is carried forward stayed at {to}.',
  },
  reconciled: {
    ar: 'المطابقة صحيحة: {opening} مرحّل + {received} وارد + {reopened} معاد فتحه = {considered} = {closed} مغلق + {rejected} مرفوض + {filed} محفوظ + {withdrawn} مسحوب + {linked} مرتبط + {external} محوّل خارجياً + {closing} متبقٍّ.',
    en: 'Reconciled: {opening} brought forward + {received} received + {reopened} reopened = {considered} = {closed} closed + {rejected} rejected + {filed} filed + {withdrawn} withdrawn + {linked} linked + {external} external + {closing} carried forward.',
  },
  notReconciled: {
    ar: 'المطابقة غير صحيحة: الفرق {difference}. صدر التقرير مع ذلك بالملاحظة الآتية: {note}',
    en: 'Not reconciled: the difference is {difference}. Exported nevertheless with this note: {note}',
  },
  lateRegistrations: {
    ar: {
      zero: 'لا تسجيلات متأخرة من فترات سابقة.',
      one: 'تسجيلات متأخرة: شكوى واحدة استُلمت قبل الفترة وسُجلت خلالها.',
      two: 'تسجيلات متأخرة: شكويان استُلمتا قبل الفترة وسُجلتا خلالها.',
      few: 'تسجيلات متأخرة: {count} شكاوى استُلمت قبل الفترة وسُجلت خلالها.',
      many: 'تسجيلات متأخرة: {count} شكوى استُلمت قبل الفترة وسُجلت خلالها.',
      other: 'تسجيلات متأخرة: {count} شكوى استُلمت قبل الفترة وسُجلت خلالها.',
    },
    en: {
      zero: 'No late registrations from earlier periods.',
      one: 'Late registrations: one complaint was received before the period and registered in it.',
      other: 'Late registrations: {count} complaints were received before the period and registered in it.',
    },
  },
  topChannel: {
    ar: 'القناة الأكثر استخداماً هي «{channel}» بنسبة {share} من الوارد.',
    en: 'The most used channel is “{channel}” with {share} of what was received.',
  },
  topService: {
    ar: 'الخدمة الأكثر وروداً في الشكاوى هي «{service}» بنسبة {share}.',
    en: 'Most complaints concern “{service}”: {share}.',
  },
  resolutionTime: {
    ar: {
      zero: 'لم تُحل خلال الفترة أي شكوى في دورتها الأولى.',
      one: 'حُلت خلال الفترة شكوى واحدة في دورتها الأولى، ومدة حلها {median}.',
      two: 'حُلت خلال الفترة شكويان في دورتهما الأولى، ووسيط مدة الحل {median}.',
      few: 'حُلت خلال الفترة {count} شكاوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
      many: 'حُلت خلال الفترة {count} شكوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
      other: 'حُلت خلال الفترة {count} شكوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
    },
    en: {
      zero: 'No complaint was resolved in its first cycle in the period.',
      one: 'One complaint was resolved in its first cycle, in {median}.',
      other:
        '{count} complaints were resolved in their first cycle; the median is {median}, and nine in ten took at most {p90}.',
    },
  },
  openLate: {
    ar: 'الفرق بين المستحق والمغلق هو ما استحق ولم يُحل بعد؛ لذلك يُعتمد المستحق رقماً رئيسياً.',
    en: 'The due figure counts what fell due and is still open; that is why it is the headline.',
  },
  departments: {
    ar: {
      zero: 'لم تستحق خلال الفترة أي إحالة.',
      one: 'استحقت خلال الفترة إحالة واحدة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      two: 'استحقت خلال الفترة إحالتان. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      few: 'استحقت خلال الفترة {count} إحالات. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      many: 'استحقت خلال الفترة {count} إحالة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      other: 'استحقت خلال الفترة {count} إحالة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
    },
    en: {
      zero: 'No referral fell due in the period.',
      one: 'One referral fell due in the period. Replied: {replied}. Replied in time: {inTime}. Escalated: {escalated}.',
      other:
        '{count} referrals fell due in the period. Replied: {replied}. Replied in time: {inTime}. Escalated: {escalated}.',
    },
  },
  acceptance: {
    ar: {
      zero: 'لم يُبتّ خلال الفترة في قبول أي شكوى.',
      one: 'بُتّ خلال الفترة في قبول شكوى واحدة، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      two: 'بُتّ خلال الفترة في قبول شكويين، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      few: 'بُتّ خلال الفترة في قبول {count} شكاوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      many: 'بُتّ خلال الفترة في قبول {count} شكوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      other: 'بُتّ خلال الفترة في قبول {count} شكوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
    },
    en: {
      zero: 'No complaint was decided upon in the period.',
      one: 'One complaint was decided upon in the period; accepted: {accepted}. Median time to decide: {wait}.',
      other: '{count} complaints were decided upon in the period; accepted: {accepted}. Median time to decide: {wait}.',
    },
  },
  firstContact: {
    ar: {
      zero: 'لم تُحل خلال الفترة أي شكوى في دورتها الأولى.',
      one: 'من شكوى واحدة حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      two: 'من شكويين حُلتا في دورتهما الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      few: 'من {count} شكاوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      many: 'من {count} شكوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      other: 'من {count} شكوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
    },
    en: {
      zero: 'No complaint was resolved in its first cycle in the period.',
      one: 'Of one complaint resolved in its first cycle, solved at first contact: {gross}; and it held: {net}.',
      other:
        'Of {count} complaints resolved in their first cycle, solved at first contact: {gross}; and it held: {net}.',
    },
  },
  escalation: {
    ar: {
      zero: 'لم تُصعَّد تلقائياً أي إحالة مما استحق في الفترة. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      one: 'صُعّدت تلقائياً إحالة واحدة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      two: 'صُعّدت تلقائياً إحالتان مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      few: 'صُعّدت تلقائياً {count} إحالات مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      many: 'صُعّدت تلقائياً {count} إحالة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      other:
        'صُعّدت تلقائياً {count} إحالة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
    },
    en: {
      zero: 'Of the referrals that fell due, none was escalated automatically. Escalations that reached nobody: {unreached}.',
      one: 'Of the referrals that fell due, one was escalated automatically; replied since: {answered}. Escalations that reached nobody: {unreached}.',
      other:
        'Of the referrals that fell due, {count} were escalated automatically; replied since: {answered}. Escalations that reached nobody: {unreached}.',
    },
  },
  reopening: {
    ar: {
      zero: 'لم يُعَد فتح أي شكوى خلال الفترة.',
      one: 'أُعيد خلال الفترة فتح شكوى واحدة. ومما حُل في الفترة أُعيد فتح: {rate}.',
      two: 'أُعيد خلال الفترة فتح شكويين. ومما حُل في الفترة أُعيد فتح: {rate}.',
      few: 'أُعيد خلال الفترة فتح {count} شكاوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
      many: 'أُعيد خلال الفترة فتح {count} شكوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
      other: 'أُعيد خلال الفترة فتح {count} شكوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
    },
    en: {
      zero: 'No complaint was reopened in the period.',
      one: 'One complaint was reopened in the period. Of those resolved in it, reopened: {rate}.',
      other: '{count} complaints were reopened in the period. Of those resolved in it, reopened: {rate}.',
    },
  },
  unfinished: {
    ar: {
      one: 'الرقم مبدئي: ما زالت حالة واحدة قيد المراقبة.',
      two: 'الرقم مبدئي: ما زالت حالتان قيد المراقبة.',
      few: 'الرقم مبدئي: ما زالت {count} حالات قيد المراقبة.',
      many: 'الرقم مبدئي: ما زالت {count} حالة قيد المراقبة.',
      other: 'الرقم مبدئي: ما زالت {count} حالة قيد المراقبة.',
    },
    en: {
      one: 'Provisional: one case is still under observation.',
      other: 'Provisional: {count} cases are still under observation.',
    },
  },
} as const satisfies Messages
