import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Result } from '#shared/lib/result.ts'
import { addressOf } from './address-of.ts'
import { arrivingFile, arrivingFolder } from './arriving-file.ts'
import type { ArrivingFile } from './arriving-file.ts'
import type { AttachmentInfo, AttachmentKey } from './attachment-info.ts'
import { addressPath, temporaryFolder } from './attachment-paths.ts'
import { readAttachment, streamAttachment } from './read-attachment.ts'
import type { ByteRange } from './read-attachment.ts'
import { openSealed } from './sealed-file.ts'
import type { SealedFile } from './sealed-file.ts'
import { writeAttachment } from './write-attachment.ts'
import type { AttachmentInput } from './write-attachment.ts'

/** The files of one data folder. Files are immutable; anybody can check one against its address without its key. */
export interface AttachmentStore {
  readonly write: (input: AttachmentInput) => Promise<Result<AttachmentInfo>>
  readonly read: (attachment: AttachmentKey, range?: ByteRange) => Promise<Result<Uint8Array>>
  readonly stream: (attachment: AttachmentKey, range?: ByteRange) => AsyncGenerator<Result<Uint8Array>>
  readonly has: (address: string) => Promise<boolean>
  /** The same for a whole list at once: one look at the disk, no turn of the loop. */
  readonly hasNow: (address: string) => boolean
  /** True when the stored bytes still have this address; for doctor and before a file is sent. */
  readonly isIntact: (address: string) => Promise<boolean>
  /** Its encrypted bytes, to be sent; null when it is not here. */
  readonly sealed: (address: string) => Promise<SealedFile | null>
  /** A file that is being fetched. */
  readonly arriving: (address: string) => ArrivingFile
  readonly addresses: () => AsyncGenerator<string>
  /** For forgetting (S19): the file is gone when this returns; true when it was there. */
  readonly remove: (address: string) => Promise<boolean>
  /**
   * Removes what an unclean stop left half-written, and beginnings of files that nobody fetches any more; to be called at
   * start, before the first write.
   */
  readonly sweep: (isFetched: (address: string) => boolean) => Promise<void>
}

export function createAttachmentStore(folder: string): AttachmentStore {
  return {
    write: (input) => writeAttachment(folder, input),
    read: (attachment, range) => readAttachment(folder, attachment, range),
    stream: (attachment, range) => streamAttachment(folder, attachment, range),
    has: (address) => exists(addressPath(folder, address)),
    hasNow: (address) => existsSync(addressPath(folder, address)),
    isIntact: async (address) => (await addressOf(addressPath(folder, address))) === address,
    sealed: (address) => openSealed(folder, address),
    arriving: (address) => arrivingFile(folder, address),
    addresses: () => listAddresses(folder),
    remove: (address) => removeFile(folder, address),
    sweep: async (isFetched) => {
      await rm(temporaryFolder(folder), { recursive: true, force: true })
      for (const name of await namesIn(arrivingFolder(folder)))
        if (!isFetched(name)) await rm(join(arrivingFolder(folder), name), { force: true })
    },
  }
}

const isMissing = (cause: unknown): boolean => cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'

async function exists(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch (cause) {
    if (isMissing(cause)) return false
    throw cause
  }
}

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((cause: unknown) => {
    if (isMissing(cause)) return []
    throw cause
  })

async function* listAddresses(folder: string): AsyncGenerator<string> {
  const entries = await namesIn(folder)
  for (const prefix of entries.filter((name) => /^[0-9a-f]{2}$/.test(name)).sort()) {
    yield* (await readdir(join(folder, prefix))).sort()
  }
}

async function removeFile(folder: string, address: string): Promise<boolean> {
  const path = addressPath(folder, address)
  const wasThere = await exists(path)
  await rm(path, { force: true })
  await arrivingFile(folder, address).drop()
  return wasThere
}
