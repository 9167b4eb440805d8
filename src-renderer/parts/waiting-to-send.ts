import type { LinkView } from '#renderer/client/answers.ts'

const forGood: ReadonlySet<string> = new Set(['sync-device-revoked', 'sync-unknown-device'])

/** In: why the exchange stopped. Out: whether the server knows this machine no more: no wait mends that (SYNC-ENROL-2). */
export const isForGood = (code: string): boolean => forGood.has(code)

interface Waiting {
  readonly link: LinkView
  readonly counts: { readonly pending: number; readonly sent: number }
}

/** Out: how much work waits for the server; where it knows this machine no more nothing does, not even who signed in (UI-7). */
export const waitingToSend = ({ link, counts }: Waiting): number =>
  link.kind === 'stopped' && isForGood(link.reason.code) ? 0 : counts.pending + counts.sent
