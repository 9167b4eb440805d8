import { expect, test } from 'vitest'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { wayOut } from '#renderer/features/sync/way-out.ts'

test('SYNC-ENROL-2 S10 a revoked machine is told to join anew in an empty folder, not that its work goes out later', () => {
  for (const code of ['sync-device-revoked', 'sync-unknown-device']) expect(wayOut(code)).toBe(words.joinAnew)
  expect(words.joinAnew.ar).toContain(`«${words.startJoin.ar}»`)
  expect(words.joinAnew.en).toContain(`“${words.startJoin.en}”`)
  expect(wayOut('sync-feed-broken')).toBe(words.kept)
})

test('UI-7 the page of synchronisation names no command of the server to whoever reads it', () => {
  for (const message of Object.values(words))
    expect(JSON.stringify(message)).not.toMatch(/insaf-server|offer (?:list|take|drop)/)
})
