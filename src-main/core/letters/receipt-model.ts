import { submitterLabels } from '#shared/i18n/codes.ts'
import { dayOf } from '#shared/i18n/format.ts'
import { letterMessages as messages } from '#shared/i18n/letters.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { ReceiptFacts } from './letter-facts.ts'
import type { Block, FactRow, LetterModel, Line } from './letter-model.ts'
import { fill, oneLine, paragraphsOf, plain, shortSubject } from './letter-text.ts'
import { factRow, inOther, paperDates, paperOf } from './paper-parts.ts'
import type { Writing } from './paper-parts.ts'

/** The receipt slip (R-04, B-18), in the complainant's language with the labels in both. */
export function receiptModel(facts: ReceiptFacts, writing: Writing): LetterModel {
  const { language } = writing
  const reference = oneLine(facts.reference)
  const titleIn = (of: Language): string => `${messages.receiptTitle[of]} – ${oneLine(facts.type[of])}`
  const blocks: readonly Block[] = [
    { kind: 'title', text: titleIn(language), other: titleIn(language === 'ar' ? 'en' : 'ar') },
    {
      kind: 'reference',
      label: messages.reference[language],
      other: inOther(messages.reference, language),
      reference,
      code: { content: receiptCodeContent(facts), label: `${messages.reference[language]} ${reference}` },
    },
    { kind: 'facts', rows: receiptRows(facts, writing) },
    ...secretOf(facts, language),
    { kind: 'box', title: messages.followUpTitle[language], lines: followUpLines(facts, language) },
  ]
  return paperOf('receipt', facts, { ...writing, title: messages.receiptTitle[language], blocks })
}

/**
 * What the printed square says: number, tracking code, verification code, a space between. Capitals, digits and hyphens
 * only, which keeps the square small enough for a thermal printer.
 */
function receiptCodeContent(facts: Pick<ReceiptFacts, 'reference' | 'trackingCode' | 'verification'>): string {
  return [facts.reference, facts.trackingCode, facts.verification].filter((part) => part !== null).join(' ')
}

function receiptRows(facts: ReceiptFacts, writing: Writing): readonly FactRow[] {
  const dates = paperDates(facts.office, writing.language)
  const { zone } = facts.office
  const cameEarlier = dayOf(facts.receivedAt, zone) < dayOf(facts.registeredAt, zone)
  const label = writing.language
  const optional = (condition: boolean, row: () => FactRow): readonly FactRow[] => (condition ? [row()] : [])
  return [
    factRow(messages.registeredAt, dates.dateTime(facts.registeredAt), writing),
    ...optional(cameEarlier, () => factRow(messages.receivedAt, dates.dateTime(facts.receivedAt), writing)),
    factRow(messages.type, facts.type[label], writing),
    factRow(messages.channel, facts.channel[label], writing),
    ...optional(oneLine(facts.complainant ?? '') !== '', () =>
      factRow(submitterLabels[facts.caseType], facts.complainant ?? '', writing),
    ),
    ...optional(oneLine(facts.subject) !== '', () => factRow(messages.subject, shortSubject(facts.subject), writing)),
    ...(facts.expectedAnswerBy === null
      ? []
      : [factRow(messages.expectedAnswer, dates.longDate(facts.expectedAnswerBy), { ...writing, strong: true })]),
    ...(facts.verification === null ? [] : [factRow(messages.verification, facts.verification, writing)]),
  ]
}

function secretOf({ trackingCode }: ReceiptFacts, language: Language): readonly Block[] {
  if (trackingCode === null) return []
  return [
    {
      kind: 'secret',
      label: messages.trackingCode[language],
      other: inOther(messages.trackingCode, language),
      code: oneLine(trackingCode),
    },
  ]
}

function followUpLines(facts: ReceiptFacts, language: Language): readonly Line[] {
  const phone = oneLine(facts.office.letterhead.phone)
  const own = paragraphsOf(facts.followUp ?? '')
  const shipped =
    phone === '' ? plain(messages.followUpInPerson[language]) : fill(messages.followUp, language, { phone })
  const keep = facts.trackingCode === null ? [] : [plain(messages.keepReceipt[language])]
  return [...(own.length > 0 ? own : [shipped]), ...keep]
}
