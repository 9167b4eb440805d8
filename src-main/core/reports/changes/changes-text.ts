import type { Instant } from '#shared/domain/clock/instant.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import { changeText } from '#shared/i18n/changes.ts'
import type { Change } from '#shared/i18n/changes.ts'
import type { Language } from '#shared/i18n/messages.ts'

/** In: changes, language, zone of the office. Out: a line for each, as a cell of a file has it. */
export const changesText = (
  changes: readonly Change[],
  { language, zone }: { readonly language: Language; readonly zone: string },
): string => {
  const times = { date: (day: string) => day, dateTime: (at: string) => localTimeText(zone, at as Instant) }
  return changes.map((change) => changeText(change, { language, digits: 'latin' }, times)).join('\n')
}
