import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { readStored, writeStored } from '#shared/sync/stored-frame.ts'

const some = (length: number): Uint8Array => Uint8Array.from({ length }, (_, at) => (at * 7) % 256)

test.each([0, 1, 255, 256, 4096, 70_000, 128 * 1024])(
  'SYNC-PUSH-6 a stored frame of %i bytes is one of zstd',
  (length) => {
    const frame = writeStored(some(length))
    expect(new Uint8Array(zstdDecompressSync(frame))).toEqual(some(length))
    expect(readStored(frame)).toEqual(some(length))
  },
)

test('SYNC-PUSH-6 what is not whole, or was packed otherwise, is left to zstd', () => {
  const frame = writeStored(some(300))
  expect(readStored(frame.subarray(0, 200))).toBeNull()
  expect(readStored(frame.subarray(0, 5))).toBeNull()
  expect(readStored(Uint8Array.of(...frame, 0))).toBeNull()
  expect(readStored(frame.with(9, 0))).toBeNull()
  expect(readStored(frame.with(0, 0))).toBeNull()
  expect(readStored(zstdCompressSync(some(300)))).toBeNull()
})

test('SYNC-PUSH-6 a stored frame is read where it stands within other bytes', () => {
  const frame = writeStored(some(300))
  expect(readStored(Uint8Array.of(1, 2, 3, ...frame).subarray(3))).toEqual(some(300))
})

test('SYNC-PUSH-6 more than one block holds is never stored', () => {
  expect(() => writeStored(some(128 * 1024 + 1))).toThrow('one block')
})
