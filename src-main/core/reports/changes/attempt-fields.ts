import { adminOfficeMessages as words } from '#shared/i18n/admin-office.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { asText, joined } from './field.ts'
import type { Field } from './field.ts'

interface Attempts {
  readonly count: number
  readonly days: number
  readonly bands: number
  readonly channels: number
}

const labels: Readonly<Record<keyof Attempts, PlainMessage>> = {
  count: words.attemptsCount,
  days: words.attemptsDays,
  bands: words.attemptsBands,
  channels: words.attemptsChannels,
}

/** What must be tried before a complainant counts as unreachable, as the office or a target sets it (G-06). */
export const attemptFields = (attempts: Attempts): readonly Field[] =>
  (['count', 'days', 'bands', 'channels'] as const).map((key) => ({
    key: `attempts.${key}`,
    label: joined(words.attempts, labels[key]),
    value: asText(attempts[key]),
  }))
