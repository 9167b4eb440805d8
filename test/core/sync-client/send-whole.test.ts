import { createHash, randomBytes } from 'node:crypto'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, it } from 'vitest'
import { addressPath } from '#core/attachments/attachment-paths.ts'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import { streamsWithUploads } from '#core/store/blob-queue.ts'
import { BlobRunner } from '#core/sync-client/blob-runner.ts'
import type { BlobWire } from '#core/sync-client/blob-wire.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

/* A runner with files of its own, and a server as it answers one that holds whole uploads, or a disk that gives nothing. */

const stream = 'case:018f0000-0000-7000-8000-000000000001'
const addressOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const down = () => Promise.resolve(refuse('sync-unreachable', { detail: 'up only' }))

function machine(sizes: readonly number[], upload: string | null) {
  const folder = temporaryFolder()
  const contents = sizes.map((size) => randomBytes(size))
  const { db } = temporaryStore().store
  db.transaction(() =>
    contents.forEach((bytes, index) => {
      const path = addressPath(folder, addressOf(bytes))
      mkdirSync(dirname(path), { recursive: true })
      writeFileSync(path, bytes)
      db.run(
        "INSERT INTO blob_queue (address, stream, place, direction, size, state, upload) VALUES (?, ?, ?, 'up', ?, 'waiting', ?)",
        addressOf(bytes),
        stream,
        index + 1,
        bytes.length,
        upload,
      )
    }),
  )
  const stateOf = (bytes: Uint8Array) => db.value('SELECT state FROM blob_queue WHERE address = ?', addressOf(bytes))
  return { db, contents, folder, stateOf, files: createAttachmentStore(folder) }
}

interface Running extends Pick<ReturnType<typeof machine>, 'db'> {
  readonly files: Pick<AttachmentStore, 'sealed' | 'isIntact' | 'has' | 'arriving' | 'remove'>
  readonly wire: BlobWire
}

function runnerOf({ db, files, wire }: Running) {
  const clock = { ms: 0 }
  const faults: unknown[] = []
  const runner = new BlobRunner({
    db,
    files,
    wire,
    now: () => clock.ms,
    after: () => () => {},
    onChange: () => {},
    onFault: (error) => faults.push(error),
  })
  return { runner, faults, clock }
}

/** A server that takes a whole upload in behind its last part, and one that was left whole only where it is said. */
function server(uploads: Map<string, Buffer>, { takesInWhenAsked }: { readonly takesInWhenAsked: boolean }) {
  const durable = new Set<string>()
  const take = (upload: string): void => {
    durable.add(upload.split(' ')[0] ?? '')
    uploads.delete(upload)
  }
  const lengths = new Map<string, number>()
  const begun: string[] = []
  const wire: BlobWire = {
    begin: async ({ address, bytes }) => {
      const upload = `${address} ${begun.length}`
      begun.push(address)
      uploads.set(upload, Buffer.alloc(0))
      lengths.set(upload, bytes)
      return ok(upload)
    },
    held: async (upload) => {
      const held = uploads.get(upload)?.length ?? null
      if (held !== null && takesInWhenAsked) take(upload)
      return ok(takesInWhenAsked ? null : held)
    },
    send: async ({ upload, from, bytes }) => {
      const all = Buffer.concat([uploads.get(upload)?.subarray(0, from) ?? Buffer.alloc(0), bytes])
      uploads.set(upload, all)
      if (all.length === lengths.get(upload)) take(upload)
      return ok(all.length)
    },
    isDurable: async ({ address }) => ok(durable.has(address)),
    fetch: down,
  }
  return { wire, durable, begun }
}

it('SYNC-BLOB-2 SYNC-RECOVER-3 a file whose upload is whole but was never taken in is not at the server, and is sent anew', async () => {
  const { contents, ...own } = machine([1000], 'left')
  const content = contents[0] ?? Buffer.alloc(0)
  const { wire, durable, begun } = server(new Map([['left', content]]), { takesInWhenAsked: false })
  await runnerOf({ ...own, wire }).runner.wake()
  expect(begun).toEqual([addressOf(content)])
  expect([durable.has(addressOf(content)), own.stateOf(content)]).toEqual([true, 'done'])
})

it('SYNC-BLOB-2 a file that the server takes in when it is asked for the upload is not sent again', async () => {
  const { contents, ...own } = machine([1000], null)
  const content = contents[0] ?? Buffer.alloc(0)
  const left = `${addressOf(content)} left`
  own.db.transaction(() => void own.db.run('UPDATE blob_queue SET upload = ?', left))
  const { wire, begun } = server(new Map([[left, content]]), { takesInWhenAsked: true })
  await runnerOf({ ...own, wire }).runner.wake()
  expect([begun, own.stateOf(content)]).toEqual([[], 'done'])
})

const fault = (code: string): Error => Object.assign(new Error(`${code}: read`), { code })

it.for(['isIntact', 'sealed'] as const)(
  'S5 S16 SYNC-BLOB-1 a file that the disk does not give (%s) fails by itself, with its reason; the others go, and it stays',
  async (call) => {
    const { contents, files, ...own } = machine([1000, 2000], null)
    const [bad, good] = [contents[0] ?? Buffer.alloc(0), contents[1] ?? Buffer.alloc(0)]
    const gives = files[call] as (address: string) => Promise<never>
    let isMended = false
    const failing = (address: string): Promise<never> =>
      address === addressOf(bad) && !isMended ? Promise.reject(fault('EIO')) : gives(address)
    const { wire } = server(new Map(), { takesInWhenAsked: false })
    const { runner, faults, clock } = runnerOf({ ...own, wire, files: { ...files, [call]: failing } })
    await runner.wake()
    expect([own.stateOf(bad), own.stateOf(good)]).toEqual(['waiting', 'done'])
    expect(runner.status()).toMatchObject({
      up: { files: 1 },
      reason: { code: 'attachment-disk-fault', params: { detail: 'EIO' } },
    })
    expect(faults).toHaveLength(1)
    // Its case may not be withdrawn from here: the only copy would go with it.
    expect(streamsWithUploads(own.db, [stream])).toEqual(new Set([stream]))
    await runner.wake()
    expect(faults).toHaveLength(1)
    isMended = true
    clock.ms = 3000
    await runner.wake()
    expect([own.stateOf(bad), runner.status().reason]).toEqual(['done', null])
  },
)

it('S5 S16 a file that cannot be looked at is not called missing: its case waits for it', async () => {
  const { contents, folder, ...own } = machine([1000], null)
  const content = contents[0] ?? Buffer.alloc(0)
  // Where its folder was stands a file.
  const place = dirname(addressPath(folder, addressOf(content)))
  rmSync(place, { recursive: true })
  writeFileSync(place, '')
  const { wire } = server(new Map(), { takesInWhenAsked: false })
  const { runner } = runnerOf({ ...own, wire })
  await runner.wake()
  expect(runner.status().reason).toEqual({ code: 'attachment-disk-fault', params: { detail: 'ENOTDIR' } })
  expect(streamsWithUploads(own.db, [stream])).toEqual(new Set([stream]))
})

it('S5 what cannot be written while it comes is the disk’s fault, not the line’s: no file behind it waits for that', async () => {
  const { contents, files, ...own } = machine([1000, 2000, 3000], null)
  own.db.transaction(() => void own.db.run("UPDATE blob_queue SET direction = 'down'"))
  const arriving: AttachmentStore['arriving'] = (address) => ({
    ...files.arriving(address),
    add: () => Promise.reject(fault('EIO')),
  })
  const wire = { ...server(new Map(), { takesInWhenAsked: false }).wire, fetch: async () => ok(nothing()) }
  const none = { ...files, has: async () => false, arriving }
  const { runner, faults } = runnerOf({ ...own, wire, files: none })
  await runner.wake()
  expect([faults.length, contents.length]).toEqual([3, 3])
  expect(runner.status()).toMatchObject({ reason: { code: 'attachment-disk-fault' } })
})

async function* nothing(): AsyncGenerator<Uint8Array> {}
