import type { PlainMessage } from '#shared/i18n/messages.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { isForGood } from '#renderer/parts/waiting-to-send.ts'

/** In: why the exchange stopped. Out: what becomes of the work, and what is to be done. */
export const wayOut = (code: string): PlainMessage => (isForGood(code) ? words.joinAnew : words.kept)
