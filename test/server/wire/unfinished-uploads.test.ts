import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { networkBlobs } from '#core/sync-client/network-blobs.ts'
import { createUploads } from '#server/blobs/uploads.ts'
import { silentJournal } from '#server/system-ports.ts'
import { administer, enrolTestDevice, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

/* Uploads whose server died behind the last byte, and before the file was taken in. */
let server: TestServer
let device: TestDevice
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const stream = 'case:01a22db5-eeb4-702a-80cd-a0b5f3fe4f24'

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const addressOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const wire = () => networkBlobs({ url: server.address, credential: device.credential })
const uploadPath = (upload: string): string => join(folder, 'uploads', must(upload.split('/').at(-1), 'a name'))
const filePath = (address: string): string => join(folder, 'blobs', address.slice(0, 2), address)

/** An upload as it lies on the server's disk when all its bytes came, but nobody took it in. */
async function whole(content: Buffer, address = addressOf(content)) {
  const begun = await wire().begin({ address, bytes: content.length })
  const upload = must(begun.ok ? begun.value : null, 'it begins')
  writeFileSync(uploadPath(upload), content)
  return { upload, address }
}

const statusOf = (upload: string, method: string, headers: Record<string, string> = {}) =>
  fetch(`${server.address}${upload}`, {
    method,
    headers: { authorization: `${deviceScheme} ${device.credential}`, 'tus-resumable': '1.0.0', ...headers },
  }).then(({ status }) => status)

it.for([
  ['HEAD', {}],
  ['PATCH', { 'upload-offset': '100000', 'content-type': 'application/offset+octet-stream' }],
] as const)(
  'SYNC-BLOB-1 what is whole is taken in when it is asked of by %s, and is no upload any more',
  async ([method, headers]) => {
    const { upload, address } = await whole(randomBytes(100_000))
    expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: false })
    expect(await statusOf(upload, method, headers)).toBe(404)
    expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: true })
    expect(await wire().held(upload)).toEqual({ ok: true, value: null })
    expect([existsSync(filePath(address)), existsSync(uploadPath(upload))]).toEqual([true, false])
  },
)

it('SYNC-BLOB-1 what is whole and is not its file is refused when it is asked of, and goes', async () => {
  const { upload, address } = await whole(randomBytes(1000), addressOf(randomBytes(10)))
  expect(await statusOf(upload, 'HEAD')).toBe(422)
  expect(await wire().held(upload)).toEqual({ ok: true, value: null })
  expect(existsSync(filePath(address))).toBe(false)
})

it('SYNC-BLOB-1 where taking in fails before the file has its name, the next question takes it in', async () => {
  const { upload, address } = await whole(randomBytes(1000))
  // Where its folder should be stands a file.
  const blocked = join(folder, 'blobs', address.slice(0, 2))
  mkdirSync(join(folder, 'blobs'), { recursive: true })
  rmSync(blocked, { recursive: true, force: true })
  writeFileSync(blocked, '')
  expect(await wire().held(upload)).toMatchObject({ ok: false, refusal: { code: 'sync-unreachable' } })
  expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: false })
  rmSync(blocked)
  expect(await wire().held(upload)).toEqual({ ok: true, value: null })
  expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: true })
})

it('SYNC-BLOB-1 where several ask of it at once, and it starts meanwhile, it is taken in once', async () => {
  const { upload, address } = await whole(randomBytes(100_000))
  const { folder: place, db, ports } = server.server
  const { files, finish } = createUploads({ folder: place, db, clock: ports.clock }, silentJournal)
  const stored = await files.getUpload(must(upload.split('/').at(-1), 'a name'))
  const taken = await Promise.all([finish(stored), finish(stored), finish(stored)])
  expect(taken.map(({ ok }) => ok)).toEqual([true, true, true])
  // As for another server on this folder, which had seen it lie there.
  expect((await finish(stored)).ok).toBe(true)
  expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: true })
})

it('SYNC-BLOB-2 a file that the disk lost is not durable any more, and is taken again', async () => {
  const content = randomBytes(1000)
  const { upload, address } = await whole(content)
  await wire().held(upload)
  for (const damage of [() => rmSync(filePath(address)), () => writeFileSync(filePath(address), 'cut')]) {
    damage()
    expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: false })
    expect(await wire().fetch({ address, stream, from: 0 })).toMatchObject({ ok: false })
    const again = await whole(content)
    await wire().held(again.upload)
    expect(await wire().isDurable({ address, stream })).toEqual({ ok: true, value: true })
  }
})

it(
  'SYNC-BLOB-1 a server that starts takes in what is whole',
  async () => {
    const { address } = await whole(randomBytes(1000))
    await server.stop()
    server = await startTestServer(folder)
    await expect.poll(() => existsSync(filePath(address)), { timeout: 10_000 }).toBe(true)
    await expect.poll(() => wire().isDurable({ address, stream })).toEqual({ ok: true, value: true })
  },
  serverPatience,
)

it('SYNC-BLOB-1 what nothing came to for a week is removed, what is whole is taken in', async () => {
  const day = 24 * 60 * 60 * 1000
  const begun = await wire().begin({ address: addressOf(randomBytes(5)), bytes: 5000 })
  const upload = must(begun.ok ? begun.value : null, 'it begins')
  const [id, lonely] = [must(upload.split('/').at(-1), 'a name'), 'f'.repeat(32)]
  writeFileSync(join(folder, 'uploads', lonely), 'no description was written of it')
  const { upload: ready, address } = await whole(randomBytes(1000))
  const at = (days: number) => {
    const clock = { now: () => instantFromMs(Date.now() + days * day) }
    return createUploads({ folder, db: server.server.db, clock }, silentJournal).tidy()
  }
  const names = () => readdirSync(join(folder, 'uploads'))
  await at(6)
  expect(names()).toEqual(expect.arrayContaining([id, `${id}.json`, lonely]))
  expect([existsSync(filePath(address)), existsSync(uploadPath(ready))]).toEqual([true, false])
  // A part came yesterday.
  const yesterday = Date.now() / 1000 + 5 * 24 * 3600
  utimesSync(join(folder, 'uploads', id), yesterday, yesterday)
  await at(8)
  expect(names()).toEqual(expect.arrayContaining([id, `${id}.json`]))
  expect(names()).not.toContain(lonely)
  await at(13)
  expect(names().filter((name) => name.startsWith(id))).toEqual([])
  expect(await wire().held(upload)).toEqual({ ok: true, value: null })
})

it('SYNC-BLOB-1 S5 what one machine has begun and not finished is bounded, also where it begins all at once; what is finished makes room, and others have their own', async () => {
  const busy = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
  const wireOf = ({ credential }: TestDevice) => networkBlobs({ url: server.address, credential })
  const file = (bytes: number) => ({ address: addressOf(randomBytes(8)), bytes })
  const most = { uploads: 100, filesOf256MiB: 8 }
  const many = await Promise.all(Array.from({ length: most.uploads + 20 }, () => wireOf(busy).begin(file(5000))))
  expect(many.filter(({ ok }) => ok)).toHaveLength(most.uploads)
  expect(await wireOf(busy).begin(file(5000))).toEqual({
    ok: false,
    refusal: { code: 'sync-uploads-begun', params: {} },
  })
  const [first = ''] = many.flatMap((begun) => (begun.ok ? [begun.value] : []))
  expect(await statusOf(first, 'DELETE', { authorization: `${deviceScheme} ${busy.credential}` })).toBe(204)
  expect(await wireOf(busy).begin(file(5000))).toMatchObject({ ok: true })
  const large = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
  const larger = []
  for (let at = 0; at <= most.filesOf256MiB; at += 1) larger.push(await wireOf(large).begin(file(256 * 1024 * 1024)))
  expect(larger.map(({ ok }) => ok)).toEqual([...Array<boolean>(most.filesOf256MiB).fill(true), false])
})

it('SYNC-BLOB-1 S5 a file that is begun anew, for nobody heard that it was begun, takes the place of its own beginning and no other’s', async () => {
  const [lost, beside] = [await enrolTestDevice(server, { kind: 'office', code: 'NO' }), device]
  const wireOf = ({ credential }: TestDevice) => networkBlobs({ url: server.address, credential })
  const content = randomBytes(1000)
  const file = { address: addressOf(content), bytes: 256 * 1024 * 1024 }
  const upload = async (by: TestDevice, asked: typeof file) => {
    const begun = await wireOf(by).begin(asked)
    return must(begun.ok ? begun.value : null, 'it begins')
  }
  const others = await upload(beside, file)
  const first = await upload(lost, file)
  for (let at = 0; at < 20; at += 1) await upload(lost, file)
  expect(await wireOf(lost).held(first)).toEqual({ ok: true, value: null })
  expect(await wireOf(beside).held(others)).toEqual({ ok: true, value: 0 })
  const small = await upload(lost, { address: addressOf(randomBytes(8)), bytes: 10 })
  expect(await wireOf(lost).held(small)).toEqual({ ok: true, value: 0 })
  const whole = await upload(lost, { ...file, bytes: content.length })
  expect(await wireOf(lost).send({ upload: whole, from: 0, bytes: content })).toEqual({ ok: true, value: 1000 })
  expect(await wireOf(lost).isDurable({ address: file.address, stream })).toEqual({ ok: true, value: true })
})
