import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AttachmentInfo } from './attachment-info.ts'
import { safeFileName } from './file-name.ts'
import { writeAttachment } from './write-attachment.ts'

export interface AttachFileInput {
  /** The store's folder. */
  readonly folder: string
  /** The file a person chose. */
  readonly path: string
  readonly name: string
  readonly limitBytes?: number
}

interface TaskContext {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void
}

/** Takes a file of the disk in, off the writer's thread: encryption of 200 MB is two seconds of one core. */
export async function attachFile(
  input: AttachFileInput,
  { signal, onProgress }: TaskContext,
): Promise<Result<AttachmentInfo>> {
  const { folder, path, name } = input
  const size = await sizeOf(path)
  if (size === null) return refuse('attachment-not-received', { name: safeFileName(name) })
  const source = fileWithProgress(path, (read) => onProgress(size === 0 ? 1 : Math.min(1, read / size)))
  return writeAttachment(folder, {
    name,
    source,
    expectedBytes: size,
    signal,
    ...(input.limitBytes === undefined ? {} : { limitBytes: input.limitBytes }),
  })
}

/** Null when there is no such file, or it is none (a folder, a device). */
async function sizeOf(path: string): Promise<number | null> {
  try {
    const found = await stat(path)
    return found.isFile() ? found.size : null
  } catch {
    // Gone or not ours to read: the refusal says so.
    return null
  }
}

/** Opens the file only when it is asked for: a stream nobody reads throws where nobody catches. */
async function* fileWithProgress(path: string, tell: (read: number) => void): AsyncGenerator<Uint8Array> {
  let read = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 256 * 1024 }) as AsyncIterable<Buffer>) {
    read += chunk.length
    tell(read)
    yield chunk
  }
}
