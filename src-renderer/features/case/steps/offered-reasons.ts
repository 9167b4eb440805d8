import type { EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { isAboutRemit } from '#shared/domain/lists/is-about-remit.ts'

/** Lists whose reason ends a case. */
const ending: readonly ListName[] = ['reject_reasons', 'file_reasons']

/** In: a list, its entries. Out: codes that are not offered: a reason about the remit ends no case, such a case is transferred (L-02). */
export function withheldReasons(list: ListName, entries: readonly EntrySet[]): ReadonlySet<string> {
  if (!ending.includes(list)) return new Set()
  return new Set(entries.filter(({ code, labels }) => isAboutRemit(code, labels)).map(({ code }) => code))
}
