import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import { attachFile } from '#core/attachments/tasks.ts'
import { readEmailFile } from '#core/intake/tasks.ts'
import { makePdf } from './scan/make-pdf.ts'

let folder: string
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'insaf-intake-'))))
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const file = (name: string, bytes: Uint8Array | string): string => {
  writeFileSync(join(folder, name), bytes)
  return join(folder, name)
}
const quiet = { signal: new AbortController().signal, onProgress: () => {} }

/** Runs one intake task in a thread of its own, the answer crossing back as the runner's does. */
async function inThread(task: string, input: unknown): Promise<unknown> {
  const module = pathToFileURL(resolve(import.meta.dirname, '../../../src-main/core/intake/tasks.ts')).href
  const source = `
    const { parentPort, workerData } = require('node:worker_threads')
    import(${JSON.stringify(module)}).then(async (tasks) => {
      const context = { signal: new AbortController().signal, onProgress: () => {} }
      parentPort.postMessage(await tasks[workerData.task](workerData.input, context))
    })`
  const worker = new Worker(source, {
    eval: true,
    workerData: { task, input },
    resourceLimits: { maxOldGenerationSizeMb: 256 },
  })
  try {
    return await new Promise((done, fail) => worker.once('message', done).once('error', fail))
  } finally {
    await worker.terminate()
  }
}

test('C-05 C-06 every task runs in a thread and its answer crosses back', async () => {
  const email = await inThread('readEmailFile', {
    kind: 'file',
    path: file('a.eml', 'From: a@b.jo\r\nSubject: x\r\n\r\nشكوى'),
  })
  expect(email).toMatchObject({ ok: true, value: { text: 'شكوى' } })
  const png = await sharp({ create: { width: 40, height: 20, channels: 3, background: '#fff' } })
    .png()
    .toBuffer()
  expect(await inThread('countScanPages', { kind: 'bytes', bytes: new Uint8Array(png) })).toEqual({
    ok: true,
    value: { pages: 1, hasMore: false },
  })
  const page = await inThread('renderScanPage', {
    source: { kind: 'file', path: file('a.pdf', makePdf({})) },
    page: 1,
    maxWidth: 100,
  })
  expect(page).toMatchObject({ ok: true, value: { width: 100, height: 50, isDamaged: false } })
})

test('C-05 a message file that is gone or too large is refused before it is read', async () => {
  const path = file('big.eml', '')
  writeFileSync(path, Buffer.alloc(50 * 1024 * 1024 + 1))
  expect(await readEmailFile({ kind: 'file', path }, quiet)).toMatchObject({
    ok: false,
    refusal: { code: 'email-too-large' },
  })
  expect(await readEmailFile({ kind: 'file', path: join(folder, 'none.eml') }, quiet)).toMatchObject({
    ok: false,
    refusal: { code: 'email-not-readable' },
  })
})

test('C-10 a file of the disk is taken in with progress; a folder and a missing file are refused', async () => {
  const store = createAttachmentStore(join(folder, 'files'))
  const seen: number[] = []
  const input = { folder: join(folder, 'files'), path: file('صورة.png', Buffer.alloc(700_000, 1)), name: 'صورة.png' }
  const attached = await attachFile(input, { ...quiet, onProgress: (done) => seen.push(done) })
  if (!attached.ok) return expect.unreachable(attached.refusal.code)
  expect(attached.value.name).toBe('صورة.png')
  expect(seen.at(-1)).toBe(1)
  const back = await store.read(attached.value)
  expect(back.ok && Buffer.alloc(700_000, 1).equals(back.value)).toBe(true)
  for (const path of [folder, join(folder, 'none')]) {
    expect(await attachFile({ ...input, path }, quiet)).toMatchObject({
      ok: false,
      refusal: { code: 'attachment-not-received' },
    })
  }
  expect(await attachFile({ ...input, limitBytes: 1000 }, quiet)).toMatchObject({
    ok: false,
    refusal: { code: 'attachment-too-large' },
  })
})
