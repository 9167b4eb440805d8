import { mkdir, open, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { ReportFile } from '#shared/contract/desktop/reports.ts'
import type { ReportFile as MadeFile } from '#core/reports/task.ts'
import type { Caller } from './caller.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'

export const reportMediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
} as const satisfies Readonly<Record<ReportFile['format'], string>>

/** Files of a report as they are given out: served by ticket and, for the command line, written into a folder. */
export async function giveFiles(
  office: Office,
  caller: Caller,
  { files, outDir }: { readonly files: readonly MadeFile[]; readonly outDir?: string | undefined },
): Promise<{ readonly files: readonly ReportFile[] }> {
  if (outDir !== undefined) for (const file of files) await writeWhole(outDir, file)
  return { files: files.map((file) => served(office, caller, file)) }
}

function served(office: Office, caller: Caller, { name, format, bytes }: MadeFile): ReportFile {
  const file = bytesAs({ name, mediaType: reportMediaTypes[format], inline: false }, bytes)
  return { name, format, size: bytes.length, url: office.tickets.issue(caller, () => Promise.resolve(file)) }
}

/** Whole or not at all: written beside, synced, put in place. */
async function writeWhole(folder: string, { name, bytes }: MadeFile): Promise<void> {
  await mkdir(folder, { recursive: true })
  const partial = join(folder, `${name}.partial`)
  const handle = await open(partial, 'w')
  try {
    await handle.writeFile(bytes)
    // The core makes files for its own eyes; a report is for the office's.
    await handle.chmod(0o644)
    await handle.sync()
  } finally {
    await handle.close()
  }
  await rename(partial, join(folder, name))
}
