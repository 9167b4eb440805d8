import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
let server: TestServer
beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب' })
  await administer(server, 'office add', { code: 'IRB', name: 'مكتب' })
}, serverPatience)
afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

it.each([
  ['AMM', true],
  ['IRB', false],
] as const)(
  'SYNC-ENROL-3 two windows that join a stand-alone office at once: it is joined, once (%s)',
  async (code, background) => {
    const alone = await testOffice({ code, background })
    await alone.call('intake.register', phoneForm())
    const { code: invited } = await administer<{ code: string }>(server, 'device invite', {
      unit: { kind: 'office', code },
    })
    const joins = await Promise.all(
      [1, 2].map(() =>
        alone.call<SyncStatus>('sync.join', { url: server.address, code: invited }).then(
          ({ link }) => link.kind,
          (error: unknown) => String(error).slice(0, 90),
        ),
      ),
    )
    expect(joins.join()).not.toContain('sync-unknown-device')
    const now = await alone.call<SyncStatus>('sync.now').then(
      ({ link }) => link,
      (error: unknown) => String(error),
    )
    expect(now).toMatchObject({ kind: 'online' })
    await alone.reopen()
    expect(
      await alone.call<SyncStatus>('sync.now').then(
        ({ link }) => link,
        (error: unknown) => String(error),
      ),
    ).toMatchObject({ kind: 'online' })
    await alone.close()
  },
  serverPatience,
)
