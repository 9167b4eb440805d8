import type { SenderLetter } from '#shared/domain/case/event-parts.ts'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { caseMessages } from '#shared/i18n/case.ts'

type Secret = Readonly<Record<string, unknown>> | null

const said = (secret: Secret, name: string): string => {
  const value = secret?.[name]
  return typeof value === 'string' ? value.trim() : ''
}

/** In: private part of an event. Out: the text that a person wrote with it; empty where there is none, or it may not be seen. */
export const textWith = (secret: Secret): string =>
  ['subject', 'text', 'analysis']
    .map((name) => said(secret, name))
    .filter((part) => part !== '')
    .join('\n')

/** In: a day, or what an earlier program took for one; how days are written. Out: the day so written. */
export const letterDay = (day: string, date: (day: string) => string): string =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? date(day) : day

/** In: a sender's letter; how days are written. Out: the message that says what of number and date is known, and its words. */
export function senderLetterWords({ number, date }: SenderLetter, day: (day: string) => string) {
  const message =
    date === ''
      ? caseMessages.senderLetterNumber
      : number === ''
        ? caseMessages.senderLetterDate
        : caseMessages.senderLetterOf
  return { message, words: { number, date: letterDay(date, day) } }
}

/** In: private part of an event, or a letter; how days are written. Out: what came with it besides its text, each with the message that says it. */
export function reasonsWith(secret: Secret, date: (day: string) => string) {
  const letter = (secret?.['senderLetter'] ?? null) as Secret
  return [
    { message: messages.importanceReason, text: said(secret, 'importance') },
    { message: messages.priorityReason, text: said(secret, 'priority') },
    { message: messages.letterNumber, text: said(letter, 'number') },
    { message: messages.letterDate, text: letterDay(said(letter, 'date'), date) },
  ].filter(({ text }) => text !== '')
}

/** In: private part of an event. Out: the name of the file that came with it, or an empty text. */
export const fileWith = (secret: Secret): string => said(secret, 'name')
