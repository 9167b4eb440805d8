/**
 * Carries one file: up in parts, behind what the server holds already; down behind what came before the cut. Both end
 * only when the whole file stands durably on the other side and has its address (SYNC-BLOB-1, SYNC-BLOB-2).
 */
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import { sealedBytes } from '#core/attachments/segment-format.ts'
import type { SealedFile } from '#core/attachments/sealed-file.ts'
import { findBlob, noteDone, noteUpload, offerAgain, type QueuedBlob } from '#core/store/blob-queue.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { noteAsked, sentAndDue } from '#core/store/sent-files.ts'
import type { BlobWire } from './blob-wire.ts'

export interface BlobHold {
  readonly db: WritableDb
  readonly files: Pick<AttachmentStore, 'sealed' | 'isIntact' | 'has' | 'arriving' | 'remove'>
  readonly wire: BlobWire
  /** Bytes of a part on the line; default 1 MiB. */
  readonly partBytes?: number
  /** How much of the file in hand went over. */
  readonly onMoved: (blob: QueuedBlob, bytes: number) => void
  /** The folder is being closed: nothing is written into its store any more. */
  readonly isEnded: () => boolean
}

const ended = refuse('sync-unreachable', { detail: 'closing' })

const usualPart = 1024 * 1024

/** Sends a file of this machine. */
export async function sendBlob(hold: BlobHold, blob: QueuedBlob): Promise<Result<null>> {
  const { db, files, wire } = hold
  const durable = await wire.isDurable(blob)
  if (!durable.ok) return durable
  if (!durable.value) {
    const file = await files.sealed(blob.address)
    if (file === null) return refuse('attachment-missing')
    const sent = await sendParts(hold, blob, file)
    if (!sent.ok) return sent
  }
  if (hold.isEnded()) return ended
  noteDone(db, blob.address, !durable.value)
  return ok(null)
}

/** Asks of files that went over lately: one that the server lacks since waits again (SYNC-RECOVER-2). Out: whether one does. */
export async function askOfSent(hold: BlobHold): Promise<boolean> {
  const { db, wire } = hold
  let isLacking = false
  for (const address of sentAndDue(db)) {
    const blob = findBlob(db, address)
    const durable = blob === null ? ok(true) : await wire.isDurable(blob)
    if (hold.isEnded() || !durable.ok) return false
    isLacking ||= !durable.value
    db.transactionSoon(() => {
      noteAsked(db, address)
      if (!durable.value) offerAgain(db, address)
    })
  }
  return isLacking
}

async function sendParts(hold: BlobHold, blob: QueuedBlob, file: SealedFile): Promise<Result<null>> {
  const begun = await beginUpload(hold, blob, file)
  if (!begun.ok || begun.value === null) return begun.ok ? ok(null) : begun
  const { upload } = begun.value
  const { partBytes = usualPart } = hold
  for (let from = begun.value.held; from < file.bytes;) {
    const bytes = await file.read(from, partBytes)
    if (bytes.length === 0) return refuse('attachment-damaged')
    const sent = await hold.wire.send({ upload, from, bytes })
    if (hold.isEnded()) return ended
    if (!sent.ok) {
      // What the server put together was not this file: it is begun anew.
      if (sent.refusal.code === 'sync-blob-address') noteUpload(hold.db, blob.address, null)
      return sent
    }
    from = sent.value
    hold.onMoved(blob, from)
  }
  return ok(null)
}

interface Begun {
  readonly upload: string
  readonly held: number
}

/**
 * Goes on with what was begun, where the server still knows it. Out: null where that made the file durable: whoever died over
 * a whole upload takes it in when it is asked of. One that is whole and stays an upload is no file, and is begun anew.
 */
async function beginUpload(hold: BlobHold, blob: QueuedBlob, file: SealedFile): Promise<Result<Begun | null>> {
  const { db, wire, files } = hold
  const { address, upload } = blob
  if (upload !== null) {
    const held = await wire.held(upload)
    if (!held.ok) return held
    if (held.value !== null && held.value < file.bytes) return ok({ upload, held: held.value })
    const durable = await wire.isDurable(blob)
    if (!durable.ok) return durable
    if (durable.value) return ok(null)
  }
  if (!(await files.isIntact(address))) return refuse('attachment-damaged')
  const begun = await wire.begin({ address, bytes: file.bytes })
  if (!begun.ok) return begun
  if (hold.isEnded()) return ended
  noteUpload(db, address, begun.value)
  return ok({ upload: begun.value, held: 0 })
}

/** Fetches a file that an event of this machine's feeds names. */
export async function fetchBlob(hold: BlobHold, blob: QueuedBlob): Promise<Result<null>> {
  const { db, files } = hold
  const fetched = await fetchParts(hold, blob)
  if (hold.isEnded()) return ended
  // Its case was withdrawn while it came, to the end or to a cut.
  if (findBlob(db, blob.address) === null) await files.remove(blob.address)
  else if (fetched.ok) noteDone(db, blob.address)
  return fetched
}

async function fetchParts({ files, wire, onMoved }: BlobHold, blob: QueuedBlob): Promise<Result<null>> {
  if (await files.has(blob.address)) return ok(null)
  const file = files.arriving(blob.address)
  const from = await file.held()
  const coming = await wire.fetch({ address: blob.address, stream: blob.stream, from })
  if (!coming.ok) return coming
  const source = within(coming.value, sealedBytes(blob.size) - from)
  const added = await unlessCut(() => file.add(source, (bytes) => onMoved(blob, bytes)))
  if (!added.ok) return added
  return (await file.settle()) ? ok(null) : refuse('sync-blob-address', { address: blob.address })
}

/** Ends behind the first bytes that are too many: then it is not the file that was named, however much of it there is. */
async function* within(source: AsyncIterable<Uint8Array>, most: number): AsyncGenerator<Uint8Array> {
  let left = most
  for await (const bytes of source) {
    yield bytes
    left -= bytes.length
    if (left < 0) return
  }
}

async function unlessCut(work: () => Promise<void>): Promise<Result<null>> {
  try {
    await work()
    return ok(null)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return refuse('disk-full', { what: 'files' })
    if (['EIO', 'EACCES', 'EPERM', 'EROFS', 'EBUSY', 'EMFILE', 'ENFILE'].includes(code)) throw error
    return refuse('sync-unreachable', { detail: error instanceof Error ? error.message : String(error) })
  }
}
