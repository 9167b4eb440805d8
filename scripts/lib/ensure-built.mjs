/**
 * Builds `out/` when what it is made of has changed. Sizes and times of the sources answer in a few milliseconds; only
 * when they differ are the contents hashed, so that a fresh checkout of the same sources builds nothing.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, sep } from 'node:path'
import { node24, toolEnv } from './node24.mjs'
import { root } from './root.mjs'

const stamp = join(root, 'out', '.built-from.json')
const madeOf = [
  'src-shared',
  'src-main',
  'src-renderer',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
]

function filesIn(path) {
  if (!existsSync(path)) return []
  return statSync(path).isDirectory() ? filesBelow(path) : [path]
}

/** One look at a folder says which of its names are folders too: every file is asked about once, not thrice. */
function filesBelow(folder) {
  const entries = readdirSync(folder, { withFileTypes: true })
  entries.sort((a, b) => (a.name < b.name ? -1 : 1))
  return entries.flatMap((entry) => {
    const path = `${folder}${sep}${entry.name}`
    return entry.isDirectory() ? filesBelow(path) : [path]
  })
}

const hashOf = (parts) => {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest('hex')
}

const inRoot = (file) => file.slice(root.length + 1)

const look = (file) => {
  const { size, mtimeMs } = statSync(file)
  return `${inRoot(file)} ${size} ${mtimeMs}\n`
}

const contents = (files) => hashOf(files.flatMap((file) => [`\n${inRoot(file)}\n`, readFileSync(file)]))

function readStamp() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8'))
  } catch {
    // Missing or cut short: then it is built.
    return { looks: '', contents: '' }
  }
}

function writeStamp(value) {
  mkdirSync(join(root, 'out'), { recursive: true })
  writeFileSync(stamp, JSON.stringify(value))
}

function build() {
  console.error('Building …')
  rmSync(join(root, 'out'), { recursive: true, force: true })
  const tool = join(root, 'node_modules', 'electron-vite', 'bin', 'electron-vite.js')
  const options = { cwd: root, env: toolEnv({ NODE_ENV: 'production' }), encoding: 'utf8' }
  const { status, stdout, stderr } = spawnSync(node24(), [tool, 'build', '--logLevel', 'warn'], options)
  if (status === 0) return
  process.stderr.write(`${stdout}${stderr}`)
  throw new Error('The build failed; its own message stands above.')
}

const sources = () => madeOf.flatMap((name) => filesIn(join(root, name)))

/** Whether `out/` was built from exactly the present sources. */
export const isBuilt = () => readStamp().looks === hashOf(sources().map(look))

export function ensureBuilt() {
  const files = sources()
  const looks = hashOf(files.map(look))
  const before = readStamp()
  if (before.looks === looks) return
  const now = { looks, contents: contents(files) }
  if (before.contents !== now.contents) build()
  writeStamp(now)
}
