import { randomBytes } from 'node:crypto'
import type { Readable } from 'node:stream'
import type { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { FileInput } from '#shared/domain/case/commands.ts'
import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import type { AttachmentInfo } from '#core/attachments/attachment-info.ts'
import { uploadFault } from '#core/attachments/upload-fault.ts'
import type { Result } from '#shared/lib/result.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { refuseCancelled } from '#core/workers/run-task.ts'

export interface Upload extends AttachmentInfo {
  readonly upload: string
  readonly pages: number | null
  readonly takenAt: Instant
  /** Key of the message it holds, once it was read as one. */
  readonly message?: string
}

/** Files that were taken in and wait for the case they belong to: encrypted at once, known by a random name. */
export interface Uploads {
  /** Stopped, nothing of it stays. */
  readonly take: (name: string, bytes: Readable, signal?: AbortSignal) => Promise<Result<Upload>>
  readonly find: (upload: string) => Upload | null
  /** By the address of its encrypted bytes. */
  readonly at: (address: string) => Upload | null
  /** Notes which message the file is. */
  readonly isMessage: (upload: Upload, message: string) => void
  readonly all: () => readonly Upload[]
  readonly takenBefore: (time: Instant) => readonly Upload[]
  readonly forget: (uploads: readonly Upload[]) => void
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

/** Where they outlive a restart: one entry a file. */
interface KeptUploads {
  readonly all: () => readonly Upload[]
  readonly keep: (upload: Upload) => void
  readonly drop: (uploads: readonly Upload[]) => void
}

interface Intake {
  readonly files: AttachmentStore
  readonly kept: KeptUploads
  readonly now: () => Instant
  readonly pagesOf: (info: AttachmentInfo, signal?: AbortSignal) => Promise<number | null>
}

export function createUploads({ files, kept, now, pagesOf }: Intake): Uploads {
  const uploads = new Map<string, Upload>(kept.all().map((upload) => [upload.upload, upload]))
  const keep = (upload: Upload): void => {
    uploads.set(upload.upload, upload)
    kept.keep(upload)
  }
  return {
    take: async (name, bytes, signal) => {
      const written = await files.write({ name, source: bytes, ...(signal === undefined ? {} : { signal }) })
      if (!written.ok) return written
      const fault = uploadFault(written.value)
      if (!fault.ok) {
        await files.remove(written.value.address)
        return fault
      }
      const pages = await pagesOf(written.value, signal).then(ok, refuseCancelled)
      if (!pages.ok || signal?.aborted === true) {
        await files.remove(written.value.address)
        return refuse('attachment-cancelled', { name })
      }
      const upload = randomBytes(16).toString('base64url')
      const taken: Upload = { ...written.value, upload, pages: pages.value, takenAt: now() }
      keep(taken)
      return ok(taken)
    },
    find: (upload) => uploads.get(upload) ?? null,
    at: (address) => [...uploads.values()].find((upload) => upload.address === address) ?? null,
    isMessage: (upload, message) => keep({ ...upload, message }),
    all: () => [...uploads.values()],
    takenBefore: (time) => [...uploads.values()].filter(({ takenAt }) => takenAt < time),
    forget: (gone) => {
      for (const { upload } of gone) uploads.delete(upload)
      kept.drop(gone)
    },
  }
}
