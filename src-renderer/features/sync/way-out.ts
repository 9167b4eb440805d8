import type { PlainMessage } from '#shared/i18n/messages.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'

/** The server knows this machine no more: no wait mends that, and nothing waits to be sent (SYNC-ENROL-2). */
const forGood: ReadonlySet<string> = new Set(['sync-device-revoked', 'sync-unknown-device'])

/** In: why the exchange stopped. Out: what becomes of the work, and what is to be done. */
export const wayOut = (code: string): PlainMessage => (forGood.has(code) ? words.joinAnew : words.kept)
