import type { PlainMessage } from '#shared/i18n/messages.ts'

/** Something a form lacks: the field's name and what to do. */
export interface Lack {
  readonly field: string
  readonly words: PlainMessage
}

/** Out: those that apply, in the order given. */
export const lacking = (checks: readonly (Lack & { readonly lacks: boolean })[]): readonly Lack[] =>
  checks.filter((check) => check.lacks)

/** In: what is missing now, what was told to be. Out: of the fields that were told, what is missing now. */
export const stillLacking = (now: readonly Lack[], told: readonly Lack[]): readonly Lack[] =>
  now.filter(({ field }) => told.some((each) => each.field === field))
