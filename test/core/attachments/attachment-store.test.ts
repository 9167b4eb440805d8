import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { AttachmentInfo } from '#core/attachments/attachment-info.ts'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import { segmentBytes } from '#core/attachments/segment-format.ts'
import { must } from '#shared/lib/assert.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Result } from '#shared/lib/result.ts'
import { runs } from '#test/support/effort.ts'

const megabyte = 1024 * 1024
let folder: string
let store: AttachmentStore

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'insaf-files-'))
  store = createAttachmentStore(folder)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

async function* pieces(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function* generated(bytes: number, seen: (total: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  const chunk = Buffer.alloc(megabyte, 0x41)
  for (let total = 0; total < bytes; total += chunk.length) {
    seen(total)
    yield chunk
  }
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

const save = async (bytes: Uint8Array, name = 'a.bin'): Promise<AttachmentInfo> =>
  valueOf(await store.write({ name, source: pieces(bytes, 50_000) }))

const pathOf = (info: AttachmentInfo): string => join(folder, info.address.slice(0, 2), info.address)

const filesLeft = (): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)

const codeOf = (result: Result<unknown>): string => (result.ok ? 'ok' : result.refusal.code)

test('S16 what was written is read back, whole and in every range, at all sizes around a segment', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(0, 1, segmentBytes - 1, segmentBytes, segmentBytes + 1, 2 * segmentBytes, 3 * segmentBytes - 7),
      fc.nat(3 * segmentBytes),
      fc.nat(2 * segmentBytes),
      async (size, from, length) => {
        const bytes = Buffer.alloc(size, 'إنصاف')
        const info = await save(bytes)
        expect(info.size).toBe(size)
        expect(Buffer.compare(valueOf(await store.read(info)), bytes)).toBe(0)
        expect(
          Buffer.compare(
            valueOf(await store.read(info, { from, to: from + length })),
            bytes.subarray(from, from + length),
          ),
        ).toBe(0)
      },
    ),
    runs(15),
  )
})

test('S16 the address is the SHA-256 of the encrypted bytes, and the same file twice has two keys and two addresses', async () => {
  const bytes = Buffer.from('شكوى'.repeat(1000))
  const [first, second] = [await save(bytes), await save(bytes)]
  const stored = readFileSync(pathOf(first))
  expect(createHash('sha256').update(stored).digest('hex')).toBe(first.address)
  expect(stored.includes(Buffer.from('شكوى'))).toBe(false)
  expect(second.key).not.toBe(first.key)
  expect(second.address).not.toBe(first.address)
  expect([...filesLeft()].sort()).toEqual([first.address, second.address].sort())
})

test('S16 a file cut at a segment edge, cut inside, grown, changed, or with segments swapped is refused', async () => {
  const sealed = segmentBytes + 16
  const damage: ((path: string) => void)[] = [
    (path) => truncateSync(path, 8 + 2 * sealed),
    (path) => truncateSync(path, 8 + 2 * sealed + 20),
    (path) => truncateSync(path, 3),
    (path) => appendFileSync(path, 'x'),
    (path) => {
      const bytes = readFileSync(path)
      bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
      writeFileSync(path, bytes)
    },
    (path) => {
      const bytes = readFileSync(path)
      writeFileSync(
        path,
        Buffer.concat([
          bytes.subarray(0, 8),
          bytes.subarray(8 + sealed, 8 + 2 * sealed),
          bytes.subarray(8, 8 + sealed),
          bytes.subarray(8 + 2 * sealed),
        ]),
      )
    },
  ]
  for (const harm of damage) {
    const info = await save(Buffer.alloc(3 * segmentBytes, 7))
    expect(await store.isIntact(info.address)).toBe(true)
    harm(pathOf(info))
    expect(codeOf(await store.read(info))).toBe('attachment-damaged')
    expect(await store.isIntact(info.address)).toBe(false)
  }
})

test('S16 a range reads only its own segments: damage elsewhere does not matter', async () => {
  const info = await save(Buffer.alloc(4 * segmentBytes, 7))
  const bytes = readFileSync(pathOf(info))
  bytes.writeUInt8(bytes.readUInt8(100) ^ 1, 100)
  writeFileSync(pathOf(info), bytes)
  expect(valueOf(await store.read(info, { from: 2 * segmentBytes + 5, to: 2 * segmentBytes + 9 }))).toHaveLength(4)
})

test('S16 another key, a missing file and a removed file are refused', async () => {
  const info = await save(Buffer.from('a'))
  expect(codeOf(await store.read({ address: info.address, key: Buffer.alloc(32).toString('base64') }))).toBe(
    'attachment-damaged',
  )
  expect(await store.has(info.address)).toBe(true)
  expect(await store.remove(info.address)).toBe(true)
  expect(await store.remove(info.address)).toBe(false)
  expect(await store.has(info.address)).toBe(false)
  expect(codeOf(await store.read(info))).toBe('attachment-missing')
})

test('C-10 the type comes from the bytes and the name is made safe', async () => {
  const info = await save(Buffer.from('%PDF-1.7\n…'), '..\\..\\صورة \u202Egnp.exe')
  expect(info).toMatchObject({ mediaType: 'application/pdf', name: 'صورة gnp.exe' })
})

test('bad input 6: a 500 MB file over the limit is refused with a clear sentence, and nothing of it stays', async () => {
  let read = 0
  const result = await store.write({ name: 'فيديو.mp4', source: generated(500 * megabyte, (total) => (read = total)) })
  expect(codeOf(result)).toBe('attachment-too-large')
  const { code, params } = must(result.ok ? null : result.refusal, 'refused')
  expect(refusalSentence(code, params, 'ar')).toContain('فيديو.mp4')
  expect(refusalSentence(code, params, 'en')).toContain('200 MB')
  expect(read).toBeLessThan(202 * megabyte)
  expect(filesLeft()).toEqual([])
  const known = await store.write({
    name: 'a',
    expectedBytes: 500 * megabyte,
    source: generated(500 * megabyte, () => expect.unreachable()),
  })
  expect(codeOf(known)).toBe('attachment-too-large')
})

test('bad input 6: where the office allows it, 500 MB go in and are checked in bounded memory', async () => {
  const before = process.memoryUsage().rss
  let most = 0
  const watch = (): void => void (most = Math.max(most, process.memoryUsage().rss))
  const info = valueOf(
    await store.write({ name: 'a.bin', limitBytes: 600 * megabyte, source: generated(500 * megabyte, watch) }),
  )
  expect(info.size).toBe(500 * megabyte)
  const tail = valueOf(await store.read(info, { from: info.size - 10, to: info.size }))
  expect(Buffer.from(tail).toString()).toBe('A'.repeat(10))
  expect(most - before).toBeLessThan(200 * megabyte)
})

test('bad input 6: a source that breaks or is cancelled leaves nothing behind', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield Buffer.alloc(3 * segmentBytes)
    throw new Error('cable pulled')
  }
  expect(codeOf(await store.write({ name: 'a', source: broken() }))).toBe('attachment-not-received')
  const stop = new AbortController()
  const cancelled = store.write({
    name: 'a',
    signal: stop.signal,
    source: generated(100 * megabyte, (total) => total > megabyte && stop.abort()),
  })
  expect(codeOf(await cancelled)).toBe('attachment-cancelled')
  expect(filesLeft()).toEqual([])
})

test('S16 what an unclean stop left half-written is swept; whole files are listed', async () => {
  const info = await save(Buffer.from('a'))
  writeFileSync(join(folder, 'tmp', 'half'), 'x')
  await store.sweep(() => false)
  expect(existsSync(join(folder, 'tmp'))).toBe(false)
  const listed: string[] = []
  for await (const address of store.addresses()) listed.push(address)
  expect(listed).toEqual([info.address])
  expect((await save(Buffer.from('b'))).size).toBe(1)
})
