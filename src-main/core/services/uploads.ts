import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { FileInput } from '#shared/domain/case/commands.ts'
import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import type { AttachmentInfo } from '#core/attachments/attachment-info.ts'
import type { Result } from '#shared/lib/result.ts'
import { ok } from '#shared/lib/result.ts'

export interface Upload extends AttachmentInfo {
  readonly upload: string
  readonly pages: number | null
}

/** Files that were taken in and wait for the case they belong to: encrypted at once, known by a random name. */
export interface Uploads {
  readonly take: (name: string, bytes: Readable) => Promise<Result<Upload>>
  readonly find: (upload: string) => Upload | null
  /** By the address of its encrypted bytes. */
  readonly at: (address: string) => Upload | null
}

/** An upload as the rulebook takes a file. */
export const fileInput = ({ address, size, mediaType, pages, name, key }: Upload): z.output<typeof FileInput> => ({
  file: address,
  size,
  mediaType,
  pages,
  name,
  key,
})

interface KeptUploads {
  read(): Readonly<Record<string, Upload>>
  write(uploads: Readonly<Record<string, Upload>>): void
}

const mostUploads = 2000

export function createUploads(
  files: AttachmentStore,
  kept: KeptUploads,
  pagesOf: (info: AttachmentInfo) => Promise<number | null>,
): Uploads {
  const uploads = new Map<string, Upload>(Object.entries(kept.read()))
  return {
    take: async (name, bytes) => {
      const written = await files.write({ name, source: bytes })
      if (!written.ok) return written
      const upload: Upload = {
        ...written.value,
        upload: randomBytes(16).toString('base64url'),
        pages: await pagesOf(written.value),
      }
      uploads.set(upload.upload, upload)
      const oldest = uploads.keys().next().value
      if (uploads.size > mostUploads && oldest !== undefined) uploads.delete(oldest)
      kept.write(Object.fromEntries(uploads))
      return ok(upload)
    },
    find: (upload) => uploads.get(upload) ?? null,
    at: (address) => [...uploads.values()].find((upload) => upload.address === address) ?? null,
  }
}
