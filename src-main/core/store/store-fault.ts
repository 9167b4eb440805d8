import { type Refusal, refuse } from '#shared/lib/result.ts'
import { sqliteCode } from './driver.ts'

/** A driver's or a file system's error that a machine can cause, as a refusal; null for a fault of the program. */
export function storeFault(error: unknown, file: string): Refusal | null {
  const code = sqliteCode(error) ?? systemCode(error)
  if (code === null) return null
  if (code === 'SQLITE_FULL' || code === 'ENOSPC' || code === 'EDQUOT')
    return refuse('disk-full', { what: file }).refusal
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR')) {
    return refuse('store-damaged', { file, detail: code }).refusal
  }
  return null
}

function systemCode(error: unknown): string | null {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : null
}
