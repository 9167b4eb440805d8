import { randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { CaseView, FileView } from '#shared/contract/desktop/views.ts'
import { deviceScheme, filesPath } from '#shared/contract/wire/contract.ts'
import { must } from '#shared/lib/assert.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, enrolTestDevice, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Files between whole machines: the real core, the real server, and a line that is cut. */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = { kind: 'office', code: 'AMM' } as const
const water = { kind: 'department', code: 'WATER' } as const
const roads = { kind: 'department', code: 'ROADS' } as const
let departments: readonly { unit: string }[] = []

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  departments = [
    await administer<{ unit: string }>(server, 'department add', { code: 'WATER', name: 'المياه', offices: ['AMM'] }),
    await administer<{ unit: string }>(server, 'department add', { code: 'ROADS', name: 'الطرق', offices: ['AMM'] }),
  ]
  const user = (username: string, unit: object, groups: readonly string[]) =>
    administer(server, 'user add', { username, name: username, unit, groups, password: testPassword, language: 'ar' })
  await user('clerk', office, ['office_owner'])
  await user('ali', water, ['liaison'])
  await user('sami', roads, ['liaison'])
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(unit: object = office, url = server.address, background = false): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder({ background })
  await machine.call<SyncStatus>('sync.join', { url, code }, '')
  return machine
}

const sync = (machine: TestOffice) => machine.call<SyncStatus>('sync.now', {}, '')

/** A case with a file of so many bytes. */
async function withFile(machine: TestOffice, bytes: number) {
  const { reference } = await machine.call<{ reference: string }>('intake.register', phoneForm(), 'clerk')
  return withAnother(machine, reference, bytes)
}

async function withAnother(machine: TestOffice, reference: string, bytes: number) {
  const path = join(temporaryFolder(), 'سعاد الحسن.bin')
  const content = randomBytes(bytes)
  writeFileSync(path, content)
  const { upload } = await machine.call<{ upload: string }>('files.add', { path }, 'clerk')
  const file = await machine.call<{ file: string }>('files.describe', { upload }, 'clerk')
  await machine.call('desk.addFiles', { case: reference, files: [{ ...file, key: 'x' }], original: true }, 'clerk')
  return { reference, content, address: file.file }
}

const view = (machine: TestOffice, reference: string, as = 'clerk') =>
  machine.call<CaseView>('cases.get', { case: reference }, as)

const fileIn = async (machine: TestOffice, reference: string, as = 'clerk'): Promise<FileView> =>
  must((await view(machine, reference, as)).files[0], 'the case has a file')

const pathOf = (machine: TestOffice, address: string): string =>
  join(machine.folder, 'files', address.slice(0, 2), address)

/** What the window would show of a file: its bytes, or null where nothing opens. */
async function opened(machine: TestOffice, { url }: FileView): Promise<Buffer | null> {
  const ticket = must(url.split('/').at(-1), 'a route ends in its ticket')
  const file = await machine.core.fileOf(ticket, new URLSearchParams())
  if (file === null) return null
  const pieces: Buffer[] = []
  for await (const piece of file.open(0, file.size - 1)) pieces.push(piece as Buffer)
  return Buffer.concat(pieces)
}

const onServer = (address: string): boolean => existsSync(join(folder, 'blobs', address.slice(0, 2), address))

describe('files between machines', () => {
  it('SYNC-BLOB-1 SYNC-BLOB-2 an upload that is cut goes on where it stopped, also after the core was closed and opened again', async () => {
    const line = await cuttingProxy(server.address)
    const a = await joined(office, line.address)
    await sync(a)
    const { address, reference, content } = await withFile(a, 6_000_000)
    line.cutAfter(3_500_000)
    await sync(a)
    expect(onServer(address)).toBe(false)
    const status = await a.call<SyncStatus>('sync.status', {}, '')
    expect(status.files).toMatchObject({ waiting: 1, up: 1, bytes: content.length })
    // As it lies when the core is closed: the queue and the place stand in the store.
    await a.reopen()
    line.mend()
    const before = line.carried().up
    expect((await sync(a)).files).toMatchObject({ waiting: 0, reason: null })
    expect(onServer(address)).toBe(true)
    expect(line.carried().up - before).toBeLessThan(5_500_000)
    const b = await joined()
    await sync(b)
    expect(content.equals(must(await opened(b, await fileIn(b, reference)), 'it opens'))).toBe(true)
  })

  it('SYNC-RECOVER-2 SYNC-BLOB-1 a file that the server lost since goes over again behind a greeting, and one that it holds waits for nothing (S16)', async () => {
    const a = await joined()
    await sync(a)
    const { address } = await withFile(a, 20_000)
    expect((await sync(a)).files).toMatchObject({ waiting: 0 })
    // No feed tells of it: each greeting asks, and the queue stands still.
    for (const _ of [1, 2]) expect((await sync(a)).files).toMatchObject({ waiting: 0, up: 0 })
    rmSync(join(folder, 'blobs', address.slice(0, 2), address))
    await sync(a)
    expect(onServer(address)).toBe(true)
    expect((await a.call<SyncStatus>('sync.status', {}, '')).files).toMatchObject({ waiting: 0, reason: null })
  })

  it('SYNC-BLOB-2 a case arrives before its file and says so; the file is fetched behind it, or when it is opened', async () => {
    const [a, b] = [await joined(), await joined()]
    const { address, reference, content } = await withFile(a, 200_000)
    const kept = readFileSync(pathOf(a, address))
    // The commit went up, its file did not yet.
    rmSync(pathOf(a, address))
    expect((await sync(a)).files).toMatchObject({ up: 1, reason: { code: 'attachment-missing' } })
    expect((await sync(b)).files).toMatchObject({ down: 1, reason: { code: 'sync-blob-missing' } })
    const early = await fileIn(b, reference)
    expect(early.present).toBe(false)
    expect(await opened(b, early)).toBeNull()
    writeFileSync(pathOf(a, address), kept)
    expect((await sync(a)).files).toMatchObject({ up: 0, reason: null })
    expect(content.equals(must(await opened(b, early), 'it opens'))).toBe(true)
    expect(await fileIn(b, reference)).toMatchObject({ present: true })
    expect((await sync(b)).files).toMatchObject({ waiting: 0 })
  })

  it('SYNC-BLOB-1 a download that is cut goes on where it stopped, and bytes that are not the file are not kept', async () => {
    const a = await joined()
    const line = await cuttingProxy(server.address)
    const b = await joined(office, line.address)
    const { address, reference, content } = await withFile(a, 4_000_000)
    await sync(a)
    line.cutAfter(2_500_000)
    await sync(b)
    const arriving = join(b.folder, 'files', 'arriving', address)
    expect(statSync(arriving).size).toBeGreaterThan(1_000_000)
    line.mend()
    const before = line.carried().down
    await sync(b)
    expect(line.carried().down - before).toBeLessThan(3_200_000)
    expect(content.equals(must(await opened(b, await fileIn(b, reference)), 'it opens'))).toBe(true)
    // What came before the cut was damaged on the disk: all of it is thrown away and comes again.
    rmSync(pathOf(b, address))
    writeFileSync(arriving, randomBytes(1_000_000))
    expect(await opened(b, await fileIn(b, reference))).toBeNull()
    expect(existsSync(arriving)).toBe(false)
    expect(content.equals(must(await opened(b, await fileIn(b, reference)), 'it opens'))).toBe(true)
  })

  it('SYNC-BLOB-3 SYNC-MERGE-6 a department gets the files of its referral, by a name that tells nothing, and loses them with it', async () => {
    const a = await joined()
    const { address, reference, content } = await withFile(a, 50_000)
    const foreign = await withAnother(a, reference, 20_000)
    const other = await withFile(a, 10_000)
    for (const [step, input] of toReferral) await a.call(step, { case: reference, ...input }, 'clerk')
    const [first, second] = departments.map(({ unit }) => unit)
    await a.call(
      'referral.refer',
      { case: reference, referrals: [{ department: first, text: 'للإفادة', files: [address] }] },
      'clerk',
    )
    await a.call(
      'referral.refer',
      { case: reference, referrals: [{ department: second, text: 'للإفادة', files: [foreign.address] }] },
      'clerk',
    )
    await sync(a)
    const [w, r] = [await joined(water), await joined(roads)]
    expect((await sync(w)).files).toMatchObject({ waiting: 0 })
    await sync(r)
    const file = await fileIn(w, reference, 'ali')
    expect(file).toMatchObject({ file: address, name: 'مرفق-1.bin', present: true, size: content.length })
    expect(content.equals(must(await opened(w, file), 'it opens'))).toBe(true)
    expect((await view(r, reference, 'sami')).files.map(({ file: seen }) => seen)).toEqual([foreign.address])
    expect([existsSync(pathOf(r, address)), existsSync(pathOf(r, foreign.address))]).toEqual([false, true])
    expect(JSON.stringify(await view(w, reference, 'ali'))).not.toMatch(/سعاد الحسن|"key"/)
    const id = await caseOf(a, reference)
    expect(await statusOf(water, address, id)).toBe(200)
    expect(await statusOf(water, other.address, await caseOf(a, other.reference))).toBe(422)
    expect(await statusOf(roads, address, id)).toBe(422)

    // The department's answer brings a file of its own.
    const answer = await answered(w, { reference, as: 'ali' })
    await sync(w)
    await sync(a)
    const shown = (await view(a, reference)).files
    expect(shown.map(({ name, present }) => [name, present])).toEqual([
      ['سعاد الحسن.bin', true],
      ['سعاد الحسن.bin', true],
      ['رد.bin', true],
    ])
    expect(answer.equals(must(await opened(a, must(shown[2], 'the answer has a file')), 'it opens'))).toBe(true)

    await a.call(
      'referral.cancel',
      { ...(await referralOf(a, { reference, department: second })), reason: 'sent_in_error' },
      'clerk',
    )
    await sync(a)
    await sync(r)
    expect(await r.refused('cases.get', { case: reference }, 'sami')).toBe('not-found')
    expect(existsSync(pathOf(r, foreign.address))).toBe(false)
  })
})

const toReferral = [
  ['triage.accept', {}],
  [
    'triage.classify',
    { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
  ],
] as const

async function caseOf(machine: TestOffice, reference: string): Promise<string> {
  return (await view(machine, reference)).state.id
}

async function referralOf(
  machine: TestOffice,
  { reference, department }: { reference: string; department: string | undefined },
) {
  const { referrals } = await view(machine, reference)
  const referral = must(
    referrals.find((each) => each.department.id === department),
    'the case was referred',
  )
  return { case: reference, referral: referral.id }
}

async function answered(machine: TestOffice, { reference, as }: { reference: string; as: string }): Promise<Buffer> {
  const content = randomBytes(20_000)
  const path = join(temporaryFolder(), 'رد.bin')
  writeFileSync(path, content)
  const { upload } = await machine.call<{ upload: string }>('files.add', { path }, as)
  const { file } = await machine.call<{ file: string }>('files.describe', { upload }, as)
  const { referrals } = await view(machine, reference, as)
  const of = { case: reference, referral: must(referrals[0], 'its own referral').id }
  const statedAt = new Date(Date.now() + 24 * 60 * 60 * 1000).toISOString()
  await machine.call('referral.acknowledge', { ...of, statedAt }, as)
  await machine.call('referral.reply', { ...of, text: 'تم الإصلاح', files: [file] }, as)
  return content
}

/** What the server says when a machine of a unit asks for a file by a case. */
async function statusOf(unit: object, address: string, id: string): Promise<number> {
  const { credential } = await enrolTestDevice(server, unit)
  const answer = await fetch(`${server.address}${filesPath}/${address}?stream=case:${id}`, {
    headers: { authorization: `${deviceScheme} ${credential}` },
  })
  return answer.status
}
