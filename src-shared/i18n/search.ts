/** Search, and the answer to a question about a case at the desk. */
import type { Messages } from './messages.ts'

export const searchMessages = {
  title: { ar: 'البحث', en: 'Search' },
  box: { ar: 'ابحث عن طلب', en: 'Find a case' },
  boxHintDepartment: {
    ar: 'رقم مرجعي أو جزء منه، أو كلمات من نص الإحالة. السهم ↓ ينتقل إلى النتائج.',
    en: 'Reference number or part of it, or words of the referral. ↓ moves into the results.',
  },
  boxHint: {
    ar: 'رقم مرجعي أو رمز متابعة، اسم، رقم هوية أو هاتف، أو كلمات من النص. السهم ↓ ينتقل إلى النتائج.',
    en: 'Reference number or tracking code, name, ID or phone number, or words of the text. ↓ moves into the results.',
  },
  idle: { ar: 'اكتب ما تعرفه عن الطلب، أو صفِّ بالشروط', en: 'Type what you know of the case, or set conditions' },
  idleText: {
    ar: 'لا فرق بين الهمزات والتاء المربوطة والهاء، ولا بين الأرقام العربية واللاتينية.',
    en: 'Spellings with or without hamza match, and so do both kinds of digits.',
  },
  none: { ar: 'لا نتائج لهذا البحث', en: 'Nothing was found' },
  noneText: {
    ar: 'جرّب كلمات أقل أو رقم الهاتف. الطلبات التي لا حق لك فيها لا تظهر.',
    en: 'Try fewer words or the phone number. Cases that you may not see are not shown.',
  },
  slipFound: {
    ar: 'لا طلب بهذا الرقم. هذه نتائج البحث عنه بوصفه كلمات.',
    en: 'No case has this number. What follows was found by searching for it as words.',
  },
  slipNothing: {
    ar: 'لا طلب بهذا الرقم، والبحث عنه بوصفه كلمات لم يجد شيئاً.',
    en: 'No case has this number, and searching for it as words found nothing.',
  },
  heldTitle: {
    ar: 'سُجّل \u2068{number}\u2069 على هذا الجهاز، ولم يقبل الخادم تسجيله',
    en: '\u2068{number}\u2069 was registered at this machine, and the server has not taken the registration',
  },
  heldText: {
    ar: 'لذلك لا يظهر في القوائم ولا في النتائج. سجّله \u2068{who}\u2069، \u2068{when}\u2069. \u2068{why}\u2069',
    en: 'So no list and no result shows it. Registered by \u2068{who}\u2069, \u2068{when}\u2069. \u2068{why}\u2069',
  },
  heldOfOther: {
    ar: 'يقرر فيه من سجّله أو القائم على بيانات هذا الجهاز.',
    en: 'Whoever registered it decides, or whoever keeps this machine’s data.',
  },
  movedTitle: {
    ar: 'نُقل \u2068{number}\u2069 من هنا، وهو الآن لدى \u2068{unit}\u2069',
    en: '\u2068{number}\u2069 was moved from here and is now with \u2068{unit}\u2069',
  },
  movedText: {
    ar: 'سُجّل يوم {registered}، ونُقل إلى هناك يوم {moved}. لا يُحفظ هنا من الطلب شيء آخر: يُسأل عنه هناك.',
    en: 'Registered on {registered}, moved there on {moved}. Nothing else of it is kept here: they know of it there.',
  },
  noneFilterText: {
    ar: 'أزل التصفية لتبحث في كل الطلبات، أو أزل شرطاً واحداً من فوق. الطلبات التي لا حق لك فيها لا تظهر.',
    en: 'Clear the filter to search all cases, or take one condition away above. Cases that you may not see are not shown.',
  },
  results: { ar: 'نتائج البحث', en: 'Search results' },
  found: {
    ar: {
      zero: 'لا نتائج',
      one: 'نتيجة واحدة',
      two: 'نتيجتان',
      few: '{count} نتائج',
      many: '{count} نتيجة',
      other: '{count} نتيجة',
    },
    en: { zero: 'Nothing found', one: '{count} result', other: '{count} results' },
  },
  readOnly: {
    ar: 'قد يكون هناك غيرها: لم يُقرأ إلا أحدث {count} طلب ترد فيها هذه الكلمات. أضف كلمات أو شروطاً.',
    en: 'There may be more: only the newest {count} cases with these words were read. Add words or conditions.',
  },
  took: { ar: 'خلال {ms} مللي ثانية', en: 'in {ms} ms' },
  answer: { ar: 'ما يقال لمقدم الطلب', en: 'What to tell the complainant' },
  answerIdle: { ar: 'اختر طلباً من النتائج ليظهر جوابه هنا', en: 'Choose a result to see its answer here' },
  answerState: { ar: 'الحالة', en: 'State' },
  answerOpen: { ar: 'الطلب', en: 'Case is' },
  answerDue: { ar: 'الرد المتوقع', en: 'Answer expected' },
  answerPast: {
    ar: 'مضى الموعد. اعتذر، وأبلغ الفريق ليحدد موعداً جديداً.',
    en: 'The date has passed. Apologise, and tell the team to set a new one.',
  },
  answerReceived: { ar: 'ورد في', en: 'Received' },
  answerType: { ar: 'النوع', en: 'Type' },
  told: { ar: 'أُجيب عن السؤال', en: 'The question was answered' },
  toldHint: { ar: 'يُسجَّل أن مقدم الطلب سأل وأُجيب', en: 'Records that the complainant asked and was answered' },
  toldDone: { ar: 'سُجّل الجواب', en: 'The answer is on record' },
  askedBy: { ar: 'سأل عن طريق', en: 'Asked by' },
  openCase: { ar: 'فتح الطلب', en: 'Open the case' },
} as const satisfies Messages
