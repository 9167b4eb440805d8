import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { ContractRouterClient } from '@orpc/contract'
import { expect, it, vi } from 'vitest'
import type { contract } from '#shared/contract/desktop/contract.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* UI-8: whoever presses "Stop" ends the work in the core, and nothing half-made is left behind. */

async function clientOf(office: TestOffice): Promise<ContractRouterClient<typeof contract>> {
  const connection = newConnection('cli')
  opened(await office.core.signInAs(connection, 'admin', null))
  return createRouterClient(office.core.router, { context: { connection } }) as ContractRouterClient<typeof contract>
}

const attachmentsIn = (folder: string): readonly string[] =>
  readdirSync(join(folder, 'files'), { recursive: true, encoding: 'utf8' }).filter((name) => /[0-9a-f]{64}$/.test(name))

const cancelled = { data: { code: 'cancelled' } }

it('UI-8 a backup that is stopped leaves no file, no half of one, and the copies of before', async () => {
  const office = await testOffice()
  const client = await clientOf(office)
  const before = await client.system.backup({})
  const elsewhere = temporaryFolder()
  for (const input of [{ path: join(elsewhere, 'copy.insaf-backup') }, {}]) {
    const stop = new AbortController()
    const made = client.system.backup(input, { signal: stop.signal })
    setTimeout(() => stop.abort(), 1)
    await expect(made).rejects.toMatchObject(cancelled)
  }
  expect(readdirSync(elsewhere)).toEqual([])
  expect(readdirSync(join(office.folder, 'backups'))).toEqual([before.name])
  expect(await client.system.backup({ path: join(elsewhere, 'copy.insaf-backup') })).toMatchObject({
    name: 'copy.insaf-backup',
  })
})

it('UI-8 practice data that are stopped leave whole cases only, in lists and search, and the office goes on', async () => {
  const office = await testOffice({ practice: true })
  const client = await clientOf(office)
  const stop = new AbortController()
  const made = client.system.demo({ cases: 2000, seed: 3 }, { signal: stop.signal })
  const counted = async () => (await office.call<{ cases: number }>('system.health')).cases
  await vi.waitFor(async () => expect(await counted()).toBeGreaterThan(0), { timeout: 20_000 })
  stop.abort()
  await expect(made).rejects.toMatchObject(cancelled)
  const cases = await counted()
  expect(cases).toBeLessThan(1000)
  expect(await office.call('system.verify')).toMatchObject({ ok: true })
  expect(await office.call('system.health')).toMatchObject({ indexing: false })
  expect(await client.system.demo({ cases: 20, seed: 4 })).toEqual({ cases: 20 })
  expect(await counted()).toBe(cases + 20)
})

it('UI-8 C-05 a message whose reading is stopped stays as the one file that it is', async () => {
  const office = await testOffice()
  const client = await clientOf(office)
  const path = join(temporaryFolder(), 'message.eml')
  writeFileSync(path, ['From: Suad <suad@example.org>', 'Subject: Permit', '', 'It did not come.', ''].join('\r\n'))
  const { upload } = await client.files.add({ path })
  const kept = attachmentsIn(office.folder)
  const read = client.intake.readUpload({ upload }, { signal: AbortSignal.abort() })
  await expect(read).rejects.toMatchObject(cancelled)
  expect(attachmentsIn(office.folder)).toEqual(kept)
  expect(await client.intake.readUpload({ upload })).toMatchObject({ fields: { subject: 'Permit' } })
})

it('UI-8 C-10 a file whose taking in is stopped is not kept', async () => {
  const office = await testOffice()
  const client = await clientOf(office)
  const path = join(temporaryFolder(), 'letter.pdf')
  writeFileSync(path, `%PDF-1.4\n${'%'.repeat(100_000)}`)
  const stop = new AbortController()
  const taken = client.files.add({ path }, { signal: stop.signal })
  // Its pages are being counted.
  await expect.poll(() => attachmentsIn(office.folder)).toHaveLength(1)
  stop.abort()
  await expect(taken).rejects.toMatchObject({ data: { code: 'attachment-cancelled' } })
  expect(attachmentsIn(office.folder)).toEqual([])
})
