/** The ladder of escalation as an office edits it, and its trial on a case (E-02, E-03). */
import type { Messages } from './messages.ts'

export const ladderMessages = {
  title: { ar: 'سلّم التصعيد', en: 'Ladder of escalation' },
  note: {
    ar: 'كيف ترتفع إحالة تأخر جوابها. ما بلغته إحالة من مستويات يبقى.',
    en: 'How a late referral rises. Levels that a referral has reached stay reached.',
  },
  level: { ar: 'المستوى', en: 'Level' },
  moment: { ar: 'متى', en: 'When' },
  share: { ar: 'بعد نسبة من المهلة', en: 'After a share of the time' },
  afterDue: { ar: 'بعد الاستحقاق', en: 'After the due date' },
  percent: { ar: 'النسبة ٪', en: 'Share, %' },
  days: { ar: 'أيام العمل', en: 'Working days' },
  unit: { ar: 'في أي جهة', en: 'In which unit' },
  department: { ar: 'الدائرة المحال إليها', en: 'The department' },
  office: { ar: 'مكتب الطلب', en: 'The office of the case' },
  central: { ar: 'الوحدة المركزية', en: 'The central unit' },
  groups: { ar: 'من يُبلَّغ', en: 'Who is told' },
  remove: { ar: 'حذف المستوى {rung}', en: 'Remove level {rung}' },
  add: { ar: 'إضافة مستوى', en: 'Add a level' },
  incomplete: {
    ar: 'أكمل كل مستوى: متى، ومن يُبلَّغ',
    en: 'Complete every level: when, and who is told',
  },
  trial: { ar: 'من يُبلَّغ ومتى', en: 'Who would be told when' },
  trialCase: { ar: 'رقم طلب', en: 'Number of a case' },
  trialHint: {
    ar: 'يُجرَّب السلّم كما هو أعلاه، ولا يُكتب شيء',
    en: 'Tries the ladder as it stands above; nothing is written',
  },
  trialRun: { ar: 'تجربة', en: 'Try' },
  noneWaits: { ar: 'لا إحالة تنتظر جواباً في هذا الطلب', en: 'No referral of this case waits for an answer' },
  climbed: { ar: 'بلغه', en: 'Reached' },
  nobody: { ar: 'لا أحد', en: 'Nobody' },
} as const satisfies Messages
