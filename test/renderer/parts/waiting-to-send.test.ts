import { expect, test } from 'vitest'
import type { LinkView, SyncStatus } from '#shared/contract/desktop/sync.ts'
import { waitingToSend } from '#renderer/parts/waiting-to-send.ts'

const counts: SyncStatus['counts'] = { pending: 2, sent: 1, accepted: 9, conflict: 0, held: 1, refused: 0, void: 0 }

const stopped = (code: string): LinkView => ({
  kind: 'stopped',
  lastContact: null,
  reason: { code, params: {}, ar: code, en: code },
})

test('UI-7 SYNC-ENROL-2 nothing waits to be sent, no sign-in either, at a machine that was revoked', () => {
  for (const code of ['sync-device-revoked', 'sync-unknown-device'])
    expect(waitingToSend({ link: stopped(code), counts }), code).toBe(0)
  expect(waitingToSend({ link: stopped('sync-would-hide'), counts })).toBe(3)
})
