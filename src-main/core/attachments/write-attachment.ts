/**
 * Takes a file in: encrypts while it arrives, so no more than a few segments are in memory and no plain byte is on the disk.
 * Invariants: a file is under its address only when whole, synced and renamed there; whatever goes wrong before, nothing stays.
 */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AttachmentInfo } from './attachment-info.ts'
import { moveIntoPlace, temporaryFolder } from './attachment-paths.ts'
import { safeFileName } from './file-name.ts'
import { createMediaTypeSniffer } from './media-type.ts'
import { attachmentHeader, cutIntoSegments, keyBytes, sealSegment } from './segment-format.ts'

/** Largest file taken unless the office sets another limit. */
export const defaultAttachmentLimit = 200 * 1024 * 1024

export interface AttachmentInput {
  /** As the sender wrote it; made safe here. */
  readonly name: string
  readonly source: AsyncIterable<Uint8Array>
  /** Known length: refuses before a byte is read. */
  readonly expectedBytes?: number
  readonly limitBytes?: number
  readonly signal?: AbortSignal
}

class OverLimit extends Error {}

interface Written {
  readonly address: string
  readonly size: number
  readonly mediaType: AttachmentInfo['mediaType']
}

export async function writeAttachment(folder: string, input: AttachmentInput): Promise<Result<AttachmentInfo>> {
  const name = safeFileName(input.name)
  const limit = input.limitBytes ?? defaultAttachmentLimit
  if ((input.expectedBytes ?? 0) > limit) return refuseWrite(new OverLimit(), name, limit)
  const key = randomBytes(keyBytes)
  const temporary = join(temporaryFolder(folder), randomBytes(12).toString('hex'))
  try {
    await mkdir(dirname(temporary), { recursive: true, mode: 0o700 })
    const written = await writeSealed(temporary, key, bounded(input, limit))
    await moveIntoPlace(folder, temporary, written.address)
    return ok({ ...written, key: key.toString('base64'), name })
  } catch (cause) {
    await rm(temporary, { force: true })
    return refuseWrite(cause, name, limit)
  }
}

async function* bounded(input: AttachmentInput, limit: number): AsyncGenerator<Uint8Array> {
  let seen = 0
  for await (const chunk of input.source) {
    input.signal?.throwIfAborted()
    seen += chunk.length
    if (seen > limit) throw new OverLimit()
    yield chunk
  }
  input.signal?.throwIfAborted()
}

async function writeSealed(path: string, key: Uint8Array, source: AsyncIterable<Uint8Array>): Promise<Written> {
  const file = await open(path, 'wx', 0o600)
  try {
    const written = await fill(file, key, source)
    await file.sync()
    return written
  } finally {
    await file.close()
  }
}

async function fill(file: FileHandle, key: Uint8Array, source: AsyncIterable<Uint8Array>): Promise<Written> {
  const hash = createHash('sha256')
  const sniffer = createMediaTypeSniffer()
  let size = 0
  const put = async (bytes: Uint8Array): Promise<void> => {
    hash.update(bytes)
    await file.writeFile(bytes)
  }
  await put(attachmentHeader)
  for await (const { plain, place } of cutIntoSegments(source)) {
    sniffer.push(plain)
    size += plain.length
    await put(sealSegment(plain, key, place))
  }
  return { address: hash.digest('hex'), size, mediaType: sniffer.mediaType() }
}

function refuseWrite(cause: unknown, name: string, limit: number): Result<never> {
  if (cause instanceof OverLimit)
    return refuse('attachment-too-large', { name, limitMb: Math.floor(limit / 1024 / 1024) })
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return refuse('attachment-disk-full', { name })
  if (cause instanceof Error && cause.name === 'AbortError') return refuse('attachment-cancelled', { name })
  return refuse('attachment-not-received', { name, cause: cause instanceof Error ? cause.message : String(cause) })
}
