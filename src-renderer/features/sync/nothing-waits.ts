import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'

/** In: counts of this machine's work, of which none is the reader's to see. Out: what is true of the rest: others' work may wait, some may clash. */
export function nothingWaits({ pending, sent, held, refused, conflict }: SyncStatus['counts']): PlainMessage {
  if (pending + sent + held + refused > 0) return words.itemsOfOthers
  return conflict > 0 ? words.itemsButClashes : words.itemsEmptyText
}
