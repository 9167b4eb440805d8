/** Where Electron's binary is, or how it is fetched. The package brings none: npm runs no install scripts here. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { node24, toolEnv } from './node24.mjs'
import { root } from './root.mjs'

const home = join(root, 'node_modules', 'electron')
const probeMs = 800
const downloadMs = 150_000

function fetched() {
  const note = join(home, 'path.txt')
  if (!existsSync(note)) return null
  const binary = join(home, 'dist', readFileSync(note, 'utf8'))
  return existsSync(binary) ? binary : null
}

/** Where Electron's own installer would fetch from; a mirror is named as that installer names it. */
const source = () =>
  process.env.ELECTRON_MIRROR ??
  process.env.npm_config_electron_mirror ??
  'https://github.com/electron/electron/releases/'

async function isReachable() {
  try {
    await fetch(source(), { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(probeMs) })
    return true
  } catch {
    return false
  }
}

/** The binary's path, fetching it once where the network allows; null within a second where it does not. */
export async function electronBinary() {
  const named = process.env.INSAF_ELECTRON
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  const here = fetched()
  if (here !== null) return here
  if (!(await isReachable())) return null
  console.error('Fetching Electron (once) …')
  const options = { cwd: root, env: toolEnv(), stdio: ['ignore', 'ignore', 'ignore'], timeout: downloadMs }
  spawnSync(node24(), [join(home, 'install.js')], options)
  return fetched()
}

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY)
