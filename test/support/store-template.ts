import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase } from '#server/log/open-database.ts'

/**
 * A server's empty store to copy: making one anew takes seconds, and every test of a server begins with one. Kept
 * between runs under the hash of the migrations that made it.
 */
export async function copyEmptyStore(to: string): Promise<void> {
  const template = join(tmpdir(), `insaf-empty-store-${migrationsHash()}`)
  if (!existsSync(template)) await makeTemplate(template)
  cpSync(template, to, { recursive: true })
}

async function makeTemplate(template: string): Promise<void> {
  const fresh = mkdtempSync(join(tmpdir(), 'insaf-empty-store-'))
  const opened = await openDatabase({ kind: 'pglite', folder: fresh })
  if (!opened.ok) throw new Error(opened.refusal.code)
  await opened.value.close()
  try {
    renameSync(fresh, template)
  } catch (error) {
    // Another worker was quicker.
    if (!existsSync(template)) throw error
    rmSync(fresh, { recursive: true, force: true })
  }
}

function migrationsHash(): string {
  const folder = fileURLToPath(new URL('../../sync-server/log/migrations/', import.meta.url))
  const hash = createHash('sha256')
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  for (const name of names.toSorted()) hash.update(name).update(readFileSync(join(folder, name)))
  return hash.digest('hex').slice(0, 16)
}
