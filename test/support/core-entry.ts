import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '../..')
const built = join(root, 'out/core/main.cjs')
const { isBuilt } = (await import(pathToFileURL(join(root, 'scripts/lib/ensure-built.mjs')).href)) as {
  isBuilt(): boolean
}

/** What starts as the core's own process: the build where there is a true one, as the program itself does. */
export const coreEntry = isBuilt() && existsSync(built) ? built : join(root, 'src-main/core/main.ts')
