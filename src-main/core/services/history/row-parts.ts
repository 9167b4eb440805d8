import type { DecideContext } from '#shared/domain/case/context.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import type { HistoryRow } from './history-row.ts'
import { namedId } from './stable-id.ts'

/* What the fillers of a history row share: the row with its place, its text, and the names that a file gives to things. */
export interface RowPlace {
  readonly row: HistoryRow
  /** As at the row's time. */
  readonly context: DecideContext
  readonly unitOf: (codeOrId: string) => string
  readonly userOf: (usernameOrId: string) => string
}

export type Filled = Readonly<Record<string, unknown>>
export type Filler = (place: RowPlace, state: Case) => Filled

/** The row's text, or what is given. */
export const text = (place: RowPlace, otherwise: string): string => {
  const given = place.row.fields['text']
  return typeof given === 'string' && given !== '' ? given : otherwise
}
export const note = (place: RowPlace): Filled => ({ text: text(place, '') })
/** Stands where an old register has no words. */
export const unnamed = '—'

export const namedReferral = (row: HistoryRow): string =>
  namedId('referral', `${row.case}\n${stringOr(row.fields['referral'], '')}`)
export const namedDraft = (row: HistoryRow): string =>
  namedId('draft', `${row.case}\n${stringOr(row.fields['draft'], '')}`)

export const namedAction = (row: HistoryRow): string =>
  namedId('action', `${row.case}\n${stringOr(row.fields['action'], '')}`)
