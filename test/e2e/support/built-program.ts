import { spawnSync } from 'node:child_process'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../../..')

/** The program as users run it; built anew when its sources have changed. */
export const builtProgram = {
  root,
  cli: join(root, 'out/cli/main.cjs'),
  browserHost: join(root, 'out/browser-host/main.cjs'),
  results: join(root, 'test-results'),
} as const

const build = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8' })
if (build.status !== 0) throw new Error(`${build.stdout}${build.stderr}`)
