/**
 * Run after a change of dependencies. npm leaves out of the lockfile every platform's optional package that the registry
 * at hand does not offer, and `npm ci` then refuses the lockfile as incomplete, on every machine. This enters them by name,
 * version and platform: they are skipped everywhere else, and fetched where they belong (there without a hash to check,
 * which only a lockfile written against a complete registry can hold).
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from './lib/root.mjs'

const path = join(root, 'package-lock.json')
const lock = JSON.parse(readFileSync(path, 'utf8'))

const systems = ['aix', 'android', 'darwin', 'freebsd', 'linux', 'netbsd', 'openbsd', 'openharmony', 'sunos', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'loong64', 'mips64el', 'ppc64', 'riscv64', 's390x', 'wasm32', 'x64']

const processorOf = (words) =>
  processors.find((name) => words.includes(name)) ?? (words.includes('armv7') ? 'arm' : undefined)

function platformOf(name) {
  const words = name.split(/[-/]/)
  const os = systems.find((system) => words.includes(system)) ?? (words.includes('linuxmusl') ? 'linux' : undefined)
  const cpu = processorOf(words)
  const isMusl = words.some((word) => word.includes('musl'))
  const libc = isMusl ? 'musl' : words.some((word) => word.startsWith('gnu')) ? 'glibc' : undefined
  if (os === undefined && cpu !== 'wasm32') return null
  return { ...(os && { os: [os] }), ...(cpu && { cpu: [cpu] }), ...(libc && { libc: [libc] }) }
}

function* gaps() {
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      const isThere = Object.keys(lock.packages).some(
        (key) => key === `node_modules/${name}` || key === `${place}/node_modules/${name}`,
      )
      if (!isThere) yield { name, version, isDev: entry.dev === true }
    }
  }
}

const missing = [...gaps()]
for (const { name, version, isDev } of missing) {
  const platform = platformOf(name)
  if (platform === null || !/^\d/.test(version))
    throw new Error(`cannot tell the platform or version of ${name}@${version}`)
  lock.packages[`node_modules/${name}`] = { version, ...platform, ...(isDev && { dev: true }), optional: true }
}
const sorted = Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en'))
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(sorted) }, null, 2)}\n`)
console.log(`${missing.length} packages of other platforms entered`)
