import { spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { must } from '#shared/lib/assert.ts'
import { printFigure } from './measure.ts'

/*
 * `npm run bench -- start`: `npm start` in a fresh clone, as on a new machine, then again. Clones this repository, gives npm a
 * cache of its own, which is empty (`--warm-cache` takes the machine's), and times to the address of the window. Nothing fails
 * by the time it takes: a slow network is not the program's.
 */
const { values } = parseArgs({ allowPositionals: true, options: { 'warm-cache': { type: 'boolean', default: false } } })
const root = join(import.meta.dirname, '../..')
const place = mkdtempSync(join(tmpdir(), 'insaf-fresh-'))
const clone = join(place, 'insaf')
const cache = values['warm-cache'] ? {} : { npm_config_cache: join(place, 'npm') }

function run(command: string, args: readonly string[]): void {
  const { status, stderr } = spawnSync(command, args, { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Out: seconds from the command to the address, and what ended it. */
async function startOnce(): Promise<number> {
  const begun = performance.now()
  const child = spawn('npm', ['start', '--silent', '--', '--browser', '--data', join(place, 'data'), '--port', '0'], {
    cwd: clone,
    env: { ...process.env, ...cache },
    // A group of its own, so that npm and all it started end together.
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const group = must(child.pid, 'a started process has an id')
  const ended = new Promise((resolve) => child.once('exit', resolve))
  try {
    for await (const line of createInterface({ input: must(child.stdout, 'its output is piped') }))
      if (line.startsWith('http://127.0.0.1:')) return (performance.now() - begun) / 1000
    throw new Error('npm start ended without an address')
  } finally {
    if (child.exitCode === null) process.kill(-group, 'SIGTERM')
    await ended
  }
}

function printStart(name: string, seconds: number, most: number): void {
  printFigure(name, `${seconds.toFixed(1)} s`, seconds <= most ? `≤ ${most} s pass` : `≤ ${most} s MISS`)
}

try {
  run('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, clone])
  console.log(`load ${loadavg()[0]?.toFixed(1)}, npm cache ${values['warm-cache'] ? 'of this machine' : 'empty'}`)
  printStart('npm start in a fresh clone, to the address', await startOnce(), 180)
  printStart('the second', await startOnce(), 3)
  printStart('the third', await startOnce(), 3)
  console.log(`load ${loadavg()[0]?.toFixed(1)}`)
} finally {
  rmSync(place, { recursive: true, force: true })
}
process.exit(0)
