import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { storeFile } from '#core/store/store-file.ts'
import { hasTables } from '#core/store/tables.ts'
import { hasKeys } from './keys-file.ts'

/** Beside the folder's own files while a backup is put into it; keys come last. */
export const restoringFolder = (folder: string): string => join(folder, 'restoring')

/**
 * Out: the file that a half-copied folder lacks; null for a whole or an empty one, and for what a set-up or a restore that was
 * cut off has left: that is begun again. Over anything else nothing is ever written.
 */
export function missingPart(folder: string): 'keys.json' | 'insaf.db' | null {
  if (!existsSync(folder)) return null
  const isStoreThere = existsSync(storeFile(folder))
  if (hasKeys(folder)) return !isStoreThere && hasTables(folder) ? 'insaf.db' : null
  return isStoreThere && !existsSync(restoringFolder(folder)) ? 'keys.json' : null
}
