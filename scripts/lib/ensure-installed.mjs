/**
 * `npm ci` when it is needed and only then. A stamp with the lockfile's hash makes the usual answer cost one file; where
 * the stamp is missing (somebody ran `npm ci` by hand) npm's own record of what it put there is compared instead.
 */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { root } from './root.mjs'

const lockfile = join(root, 'package-lock.json')
const stamp = join(root, 'node_modules', '.insaf-lockfile')
const record = join(root, 'node_modules', '.package-lock.json')

const packagesOf = (path) => Object.entries(JSON.parse(readFileSync(path, 'utf8')).packages)

function matchesRecord() {
  if (!existsSync(record)) return false
  const installed = new Map(packagesOf(record).map(([path, entry]) => [path, entry.version]))
  const isThere = ([path, entry]) =>
    path === '' || installed.get(path) === entry.version || (entry.optional === true && !installed.has(path))
  return packagesOf(lockfile).every(isThere)
}

// The `node` among the packages would be deleted under npm's feet.
const pathWithoutPackages = () =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .filter((folder) => !folder.includes('node_modules'))
    .join(delimiter)

function install() {
  console.error('Installing packages (about 20 s) …')
  const isWindows = process.platform === 'win32'
  const { status } = spawnSync(isWindows ? 'npm.cmd' : 'npm', ['ci', '--no-fund', '--no-audit'], {
    cwd: root,
    env: { ...process.env, PATH: pathWithoutPackages() },
    // Standard output belongs to the program: `npm start` prints one line there.
    stdio: ['ignore', 2, 2],
    shell: isWindows,
  })
  if (status !== 0) throw new Error('npm ci failed; its own message stands above.')
}

export function ensureInstalled() {
  const wanted = createHash('sha256').update(readFileSync(lockfile)).digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  if (!matchesRecord()) install()
  writeFileSync(stamp, wanted)
}
