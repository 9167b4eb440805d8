import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runFileTask } from '#core/workers/run-file-task.ts'
import { stopIdleWorkers, TaskEnded } from '#core/workers/run-task.ts'
import { testData } from '#test/support/test-data.ts'

// These tasks open no store.
const place = { folder: '/nowhere', key: new Uint8Array(32) }
const message = { kind: 'bytes', bytes: Buffer.from('From: a@b.jo\r\nSubject: شكوى\r\n\r\nنص') } as const
// Large enough that only handing them over takes longer than the limit: no race between a warm thread and the clock.
const large = 24 * 1024 * 1024
const longMessage = { kind: 'bytes', bytes: Buffer.concat([message.bytes, Buffer.alloc(large, 0x61)]) } as const
const words = { kind: 'bytes', bytes: Buffer.alloc(large, 0x61) } as const

afterAll(stopIdleWorkers)

test('C-05 a message is read in a worker', async () => {
  expect(await runFileTask(place, 'readEmailFile', { input: message })).toMatchObject({
    ok: true,
    value: { subject: 'شكوى' },
  })
})

test('bad input 6: a parser that is not done in time loses its thread, and the file is refused', async () => {
  const late = { timeLimitMs: 1 }
  expect(await runFileTask(place, 'readEmailFile', { input: longMessage, ...late })).toMatchObject({
    ok: false,
    refusal: { code: 'email-not-readable' },
  })
  expect(await runFileTask(place, 'countScanPages', { input: words, ...late })).toMatchObject({
    ok: false,
    refusal: { code: 'scan-not-readable' },
  })
  const page = { source: words, page: 7, maxWidth: 100 }
  expect(await runFileTask(place, 'renderScanPage', { input: page, ...late })).toMatchObject({
    ok: false,
    refusal: { code: 'page-cannot-be-shown', params: { page: 7 } },
  })
})

test('a cancelled reading is no refusal', async () => {
  await expect(
    runFileTask(place, 'readEmailFile', { input: message, signal: AbortSignal.abort() }),
  ).rejects.toBeInstanceOf(TaskEnded)
})

describe.skipIf(testData === null)('bad input 6: files with random bytes changed', () => {
  const changed = (bytes: Buffer, seed: number): Uint8Array => {
    const copy = Uint8Array.from(bytes)
    for (let index = 1; index <= 12; index += 1)
      copy[(seed * 7919 * index * index + 31 * index) % copy.length] = (seed * index * 37) % 256
    return copy
  }
  const files = [
    ['readEmailFile', 'email/messages/msgreader__msgInMsg.msg'],
    ['readEmailFile', 'email/messages/postal-mime__bounce.eml'],
    ['countScanPages', 'fax-tiff/Pillow__g4-multi.tiff'],
    ['countScanPages', 'pdf/basicapi.pdf'],
  ] as const

  test.each(files)('%s of %s ends within its time', async (name, path) => {
    const bytes = readFileSync(join(testData ?? '', path))
    for (let seed = 1; seed <= 25; seed += 1) {
      const result = await runFileTask(place, name, {
        input: { kind: 'bytes', bytes: changed(bytes, seed) },
        timeLimitMs: 5000,
      })
      expect(result.ok ? 'ok' : result.refusal.code).toMatch(/^(ok|email-|scan-)/)
    }
  })
})
