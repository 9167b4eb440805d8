import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '#shared/lib/assert.ts'
import { startPglite } from '#server/log/pglite/start-pglite.ts'

/**
 * A server's folder as `openDatabase` makes it, empty; the caller removes it. Setting PGlite up takes many seconds, so
 * it is done once for a version and copied; migrations run when the copy is opened.
 */
export async function pgliteFolder(): Promise<string> {
  const template = join(tmpdir(), `insaf-pglite-template-${pgliteVersion()}`)
  if (!existsSync(template)) await makeTemplate(template)
  const folder = mkdtempSync(join(tmpdir(), 'insaf-pglite-'))
  cpSync(template, folder, { recursive: true })
  return folder
}

function pgliteVersion(): string {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'))
  return must(/"@electric-sql\/pglite":"([^"]+)"/.exec(JSON.stringify(manifest))?.[1], 'a dependency')
}

/** Made under another name first: another test may be making it at the same time. */
async function makeTemplate(template: string): Promise<void> {
  const folder = mkdtempSync(`${template}-`)
  await (await startPglite(folder)).stop()
  try {
    renameSync(folder, template)
  } catch {
    rmSync(folder, { recursive: true, force: true })
  }
}
