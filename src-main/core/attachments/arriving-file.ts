/**
 * A file on its way here. What came of it stays over a cut and a restart, so that fetching goes on behind it; only when
 * all of it fits its address does it stand among the files (SYNC-BLOB-1).
 */
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { addressOf } from './address-of.ts'
import { assertAddress, moveIntoPlace } from './attachment-paths.ts'

export interface ArrivingFile {
  /** How much of it is here. */
  readonly held: () => Promise<number>
  /** Adds what comes, as far as it comes; throws what the source throws. */
  readonly add: (source: AsyncIterable<Uint8Array>, onBytes: (held: number) => void) => Promise<void>
  /** Puts it among the files. Out: false when its bytes are not those of its address; then nothing of it is left. */
  readonly settle: () => Promise<boolean>
  readonly drop: () => Promise<void>
}

export const arrivingFolder = (folder: string): string => join(folder, 'arriving')

export function arrivingFile(folder: string, address: string): ArrivingFile {
  assertAddress(address)
  const path = join(arrivingFolder(folder), address)
  const held = async (): Promise<number> => (await stat(path).catch(() => null))?.size ?? 0
  const drop = (): Promise<void> => rm(path, { force: true })
  return {
    held,
    drop,
    add: async (source, onBytes) => {
      await mkdir(arrivingFolder(folder), { recursive: true, mode: 0o700 })
      await append(path, source, { from: await held(), onBytes })
    },
    settle: async () => {
      if ((await addressOf(path)) !== address) {
        await drop()
        return false
      }
      await moveIntoPlace(folder, path, address)
      return true
    },
  }
}

interface Adding {
  readonly from: number
  readonly onBytes: (held: number) => void
}

async function append(path: string, source: AsyncIterable<Uint8Array>, { from, onBytes }: Adding): Promise<void> {
  const file = await open(path, 'a', 0o600)
  try {
    let at = from
    for await (const bytes of source) {
      await file.writeFile(bytes)
      at += bytes.length
      onBytes(at)
    }
    await file.sync()
  } finally {
    await file.close()
  }
}
