/**
 * Reads an attachment or a range of it: only the segments a range touches are read and decrypted.
 * Invariant: every byte handed out was authenticated; a file cut short is found before its first byte is handed out.
 */
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AttachmentKey } from './attachment-info.ts'
import { addressPath } from './attachment-paths.ts'
import { attachmentHeader, headerBytes, layoutOf, openSegment, sealedRange, segmentBytes } from './segment-format.ts'
import type { SealedLayout } from './segment-format.ts'

/** Bytes `from` to before `to`, of the plain file; cut to its length. */
export interface ByteRange {
  readonly from: number
  readonly to: number
}

interface OpenedFile {
  readonly file: FileHandle
  readonly key: Uint8Array
  readonly fileBytes: number
  readonly layout: SealedLayout
}

const damaged = refuse('attachment-damaged')

/** The range in pieces of at most 64 KiB; a refusal is the last thing it yields. */
export async function* streamAttachment(
  folder: string,
  attachment: AttachmentKey,
  range: ByteRange = { from: 0, to: Infinity },
): AsyncGenerator<Result<Uint8Array>> {
  const file = await openOrNull(addressPath(folder, attachment.address))
  if (!file) return yield refuse('attachment-missing')
  try {
    const opened = await check(file, Buffer.from(attachment.key, 'base64'))
    if (!opened) return yield damaged
    yield* segmentsOf(opened, range)
  } finally {
    await file.close()
  }
}

/** The range in one piece: for pages and previews, not for files of any size. */
export async function readAttachment(
  folder: string,
  attachment: AttachmentKey,
  range?: ByteRange,
): Promise<Result<Uint8Array>> {
  const pieces: Uint8Array[] = []
  for await (const piece of streamAttachment(folder, attachment, range)) {
    if (!piece.ok) return piece
    pieces.push(piece.value)
  }
  return ok(Buffer.concat(pieces))
}

async function openOrNull(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === 'ENOENT') return null
    throw cause
  }
}

async function check(file: FileHandle, key: Uint8Array): Promise<OpenedFile | null> {
  const { size: fileBytes } = await file.stat()
  const layout = layoutOf(fileBytes)
  if (!layout) return null
  const header = await readExactly(file, 0, headerBytes)
  if (!header?.equals(attachmentHeader)) return null
  const opened = { file, key, fileBytes, layout }
  const last = await readSegment(opened, layout.segments - 1)
  return last ? opened : null
}

async function* segmentsOf(opened: OpenedFile, range: ByteRange): AsyncGenerator<Result<Uint8Array>> {
  const from = Math.max(0, range.from)
  const to = Math.min(range.to, opened.layout.size)
  for (let index = Math.floor(from / segmentBytes); index * segmentBytes < to && from < to; index += 1) {
    const plain = await readSegment(opened, index)
    if (!plain) return yield damaged
    const start = index * segmentBytes
    yield ok(plain.subarray(Math.max(0, from - start), to - start))
  }
}

async function readSegment({ file, key, fileBytes, layout }: OpenedFile, index: number): Promise<Buffer | null> {
  const { start, length } = sealedRange(index, fileBytes)
  const sealed = await readExactly(file, start, length)
  return sealed && openSegment(sealed, key, { index, isLast: index === layout.segments - 1 })
}

async function readExactly(file: FileHandle, start: number, length: number): Promise<Buffer | null> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(length), 0, length, start)
  return bytesRead === length ? buffer : null
}
