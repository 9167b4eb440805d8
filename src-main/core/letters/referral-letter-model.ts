import { letterMessages as messages } from '#shared/i18n/letters.ts'
import { must } from '#shared/lib/assert.ts'
import type { ReferralFacts } from './letter-facts.ts'
import type { Block, FactRow, LetterModel } from './letter-model.ts'
import { fill, paragraphsOf, plain } from './letter-text.ts'
import { docketOf, factRow, paperDates, paperOf, signatureOf } from './paper-parts.ts'
import type { Writing } from './paper-parts.ts'

/** The letter that carries a referral to a department. Its facts hold no complainant; only the text can name him. */
export function referralLetterModel(facts: ReferralFacts, writing: Writing): LetterModel {
  const { language } = writing
  const referral = must(facts.referral, 'a referral letter is asked for a referral')
  const dates = paperDates(facts.office, language)
  const due = referral.due === null ? null : dates.longDateTime(referral.due)
  const subject = fill(messages.referralSubject, language, { reference: facts.reference, type: facts.type[language] })
  const greeting = facts.office.country === 'SA' ? messages.greetingSa : messages.greeting
  const blocks: readonly Block[] = [
    docketOf(facts, language),
    { kind: 'addressee', line: fill(messages.addressee, language, { department: referral.department[language] }) },
    {
      kind: 'subject',
      line: [{ kind: 'plain', text: messages.subjectLine[language].replace('{subject}', '') }, ...subject],
    },
    ...(greeting[language] === '' ? [] : [{ kind: 'paragraph' as const, line: plain(greeting[language]) }]),
    {
      kind: 'paragraph',
      line:
        due === null
          ? plain(messages.referralOpeningUndated[language])
          : fill(messages.referralOpening, language, { due }),
    },
    { kind: 'facts', rows: referralRows(facts, writing, due) },
    { kind: 'quote', title: messages.referralText[language], lines: paragraphsOf(referral.text) },
    ...(referral.tellsIdentity ? [] : [{ kind: 'small' as const, line: plain(messages.referralPrivacy[language]) }]),
    { kind: 'small', line: plain(messages.referralNotOurs[language]) },
    { kind: 'closing', line: plain(messages.closing[language]) },
    signatureOf(facts.signatory, language),
  ]
  return paperOf('referral', facts, { ...writing, title: messages.referralName[language].replaceAll('-', ' '), blocks })
}

function referralRows(facts: ReferralFacts, writing: Writing, due: string | null): readonly FactRow[] {
  const dates = paperDates(facts.office, writing.language)
  const sentAt = facts.referral?.sentAt ?? null
  const rows = [
    factRow(messages.reference, facts.reference, { ...writing, strong: true }),
    factRow(messages.type, facts.type[writing.language], writing),
    factRow(messages.registeredAt, dates.dateTime(facts.registeredAt), writing),
    ...(sentAt === null ? [] : [factRow(messages.referredAt, dates.dateTime(sentAt), writing)]),
    ...(due === null ? [] : [factRow(messages.answerDue, due, { ...writing, strong: true })]),
  ]
  return rows.map((row) => ({ ...row, otherLabel: null }))
}
