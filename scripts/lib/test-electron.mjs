/**
 * A real Electron for the smoke suite: named, one that a script beside the repository prints (where the download is out
 * of reach), or Electron's own download; with the libraries it needs and, without a screen, a virtual one.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { commandPath, installDebian } from './debian.mjs'
import { electronBinary, hasDisplay } from './electron.mjs'
import { root } from './root.mjs'

const libraries = ['libgtk-3-0', 'libnss3', 'libasound2', 'libgbm1', 'libxss1']
const printer = join(root, '..', 'shared', 'tools', 'electron-dist')

function printed() {
  if (process.platform !== 'linux' || process.arch !== 'x64' || !existsSync(printer)) return null
  const { status, stdout } = spawnSync('bash', [printer], { encoding: 'utf8', timeout: 300_000 })
  const path = stdout.trim().split('\n').at(-1) ?? ''
  return status === 0 && existsSync(path) ? path : null
}

const lacksLibraries = (binary) =>
  process.platform === 'linux' && spawnSync('ldd', [binary], { encoding: 'utf8' }).stdout.includes('not found')

const canStart = (binary) => !lacksLibraries(binary) || (installDebian(libraries) && !lacksLibraries(binary))

/** `{ binary }`, or `{ reason }` in plain words. */
export async function findTestElectron() {
  const named = Boolean(process.env.INSAF_ELECTRON)
  const binary = (named ? null : printed()) ?? (await electronBinary())
  if (binary === null) return { reason: 'no Electron binary within reach' }
  if (!canStart(binary)) return { reason: `Electron lacks system libraries (${libraries.join(' ')})` }
  if (!hasDisplay() && commandPath('Xvfb') === null && !installDebian(['xvfb', 'xauth']))
    return { reason: 'no display and no Xvfb' }
  return { binary }
}

/** A virtual screen while `work` runs, where there is none; `work` gets the environment to use. */
export async function withDisplay(work) {
  if (hasDisplay() || commandPath('Xvfb') === null) return work({})
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const number = await new Promise((found, failed) => {
    screen.stdio[3].once('data', (data) => found(String(data).trim()))
    screen.once('exit', () => failed(new Error('Xvfb ended before it had a display.')))
  })
  try {
    return await work({ DISPLAY: `:${number}` })
  } finally {
    screen.kill()
  }
}
