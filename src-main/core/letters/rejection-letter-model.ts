import { letterMessages as messages } from '#shared/i18n/letters.ts'
import { must } from '#shared/lib/assert.ts'
import type { RejectionFacts } from './letter-facts.ts'
import type { Block, LetterModel, Line } from './letter-model.ts'
import { fill, oneLine, paragraphsOf, plain, shortSubject } from './letter-text.ts'
import { docketOf, paperDates, paperOf, signatureOf } from './paper-parts.ts'
import type { Writing } from './paper-parts.ts'
import { salutation } from './reply-letter-model.ts'

function whereToAsk({ office, reference }: RejectionFacts, language: Writing['language']): Line {
  const phone = oneLine(office.letterhead.phone)
  return phone === ''
    ? fill(messages.rejectionAskInPerson, language, { reference })
    : fill(messages.rejectionAsk, language, { phone, reference })
}

/** The notice that a case was not admitted, with its reason (L-03). */
export function rejectionLetterModel(facts: RejectionFacts, writing: Writing): LetterModel {
  const { language } = writing
  const { reason, text } = must(facts.rejection, 'a notice of a rejection is asked for a rejection')
  const { reference } = facts
  const subject = fill(messages.rejectionSubject, language, { reference, type: facts.type[language] })
  const greeting = facts.office.country === 'SA' ? messages.greetingSa : messages.greeting
  const date = paperDates(facts.office, language).date(facts.registeredAt)
  const about = shortSubject(facts.subject)
  const opening =
    about === ''
      ? fill(messages.rejectionOpeningBare, language, { reference, date })
      : fill(messages.rejectionOpening, language, { reference, date, subject: about })
  const blocks: readonly Block[] = [
    docketOf(facts, language),
    { kind: 'addressee', line: salutation(facts.complainant, language) },
    {
      kind: 'subject',
      line: [{ kind: 'plain', text: messages.subjectLine[language].replace('{subject}', '') }, ...subject],
    },
    ...(greeting[language] === '' ? [] : [{ kind: 'paragraph' as const, line: plain(greeting[language]) }]),
    { kind: 'paragraph', line: opening },
    { kind: 'paragraph', line: fill(messages.rejectionReason, language, { reason: reason[language] }) },
    ...paragraphsOf(text).map((line): Block => ({ kind: 'paragraph', line })),
    { kind: 'paragraph', line: whereToAsk(facts, language) },
    { kind: 'closing', line: plain(messages.closing[language]) },
    signatureOf(facts.signatory, language),
  ]
  return paperOf('rejection', facts, {
    ...writing,
    title: messages.rejectionName[language].replaceAll('-', ' '),
    blocks,
  })
}
