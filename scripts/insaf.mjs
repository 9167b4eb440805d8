/**
 * The command line. A build of the present sources starts several times faster than the sources themselves, and a stale
 * one would lie: so the build is taken only while it is true. Standard output belongs to the command alone.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { isBuilt } from './lib/ensure-built.mjs'
import { isModern, node24 } from './lib/node24.mjs'
import { root } from './lib/root.mjs'

const built = join(root, 'out', 'cli', 'main.cjs')
const source = join(root, 'src-main', 'cli', 'main.ts')
const options = process.argv.slice(2)

async function run() {
  const entry = isBuilt() && existsSync(built) ? built : source
  if (!isModern) {
    const { status } = spawnSync(node24(), [entry, ...options], { stdio: 'inherit' })
    process.exitCode = status ?? 1
    return
  }
  process.argv = [process.execPath, entry, ...options]
  await (entry === built ? createRequire(import.meta.url)(built) : import(entry))
}

await run()
