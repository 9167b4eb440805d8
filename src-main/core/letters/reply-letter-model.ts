import { letterMessages as messages } from '#shared/i18n/letters.ts'
import { must } from '#shared/lib/assert.ts'
import type { Language } from '#shared/i18n/messages.ts'
import type { ReplyFacts } from './letter-facts.ts'
import type { Block, LetterModel, Line } from './letter-model.ts'
import { fill, oneLine, paragraphsOf, plain, shortSubject } from './letter-text.ts'
import { docketOf, paperDates, paperOf, signatureOf } from './paper-parts.ts'
import type { Writing } from './paper-parts.ts'

/** The reply to the complainant with the right of objection. */
export function replyLetterModel(facts: ReplyFacts, writing: Writing): LetterModel {
  const { language } = writing
  const reply = must(facts.reply, 'a reply letter is asked for a reply')
  const subject = fill(messages.replySubject, language, { reference: facts.reference, type: facts.type[language] })
  const greeting = facts.office.country === 'SA' ? messages.greetingSa : messages.greeting
  const blocks: readonly Block[] = [
    ...(reply.isDraft ? [{ kind: 'notice' as const, line: plain(messages.draft[language]) }] : []),
    docketOf(facts, language),
    { kind: 'addressee', line: salutation(facts.complainant, language) },
    {
      kind: 'subject',
      line: [{ kind: 'plain', text: messages.subjectLine[language].replace('{subject}', '') }, ...subject],
    },
    ...(greeting[language] === '' ? [] : [{ kind: 'paragraph' as const, line: plain(greeting[language]) }]),
    { kind: 'paragraph', line: opening(facts, language) },
    ...correctionOf(facts, language),
    ...paragraphsOf(reply.text).map((line): Block => ({ kind: 'paragraph', line })),
    ...objectionOf(facts, language),
    { kind: 'closing', line: plain(messages.closing[language]) },
    signatureOf(facts.signatory, language),
  ]
  return paperOf('reply', facts, { ...writing, title: messages.replyName[language].replaceAll('-', ' '), blocks })
}

export function salutation(complainant: string | null, language: Language): Line {
  const name = oneLine(complainant ?? '')
  return name === '' ? plain(messages.dearUnknown[language]) : fill(messages.dear, language, { name })
}

function opening(facts: ReplyFacts, language: Language): Line {
  const { reference } = facts
  const date = paperDates(facts.office, language).date(facts.registeredAt)
  const subject = shortSubject(facts.subject)
  if (subject === '') return fill(messages.replyOpeningBare, language, { reference, date })
  return fill(messages.replyOpening, language, { reference, date, subject })
}

function correctionOf({ office, reply }: ReplyFacts, language: Language): readonly Block[] {
  const corrects = reply?.corrects ?? null
  if (corrects === null) return []
  const date = paperDates(office, language).date(corrects)
  return [{ kind: 'paragraph', line: fill(messages.replyCorrects, language, { date }) }]
}

function objectionOf(facts: ReplyFacts, language: Language): readonly Block[] {
  if (facts.objection === null) return []
  const { until, how } = facts.objection
  const right =
    until === null
      ? plain(messages.objectionUndated[language])
      : fill(messages.objection, language, { date: paperDates(facts.office, language).longDate(until) })
  const own = paragraphsOf(how ?? '')
  return [
    {
      kind: 'box',
      title: messages.objectionTitle[language],
      lines: [right, ...(own.length > 0 ? own : [shippedHow(facts, language)])],
    },
  ]
}

function shippedHow(facts: ReplyFacts, language: Language): Line {
  const { reference } = facts
  const phone = oneLine(facts.office.letterhead.phone)
  if (phone === '') return fill(messages.objectionHowInPerson, language, { reference })
  return fill(messages.objectionHow, language, { phone, reference })
}
