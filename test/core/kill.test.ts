import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '#core/services/demo/random.ts'
import { effort } from '#test/support/effort.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/* S1: what was shown as saved survives SIGKILL at any moment, also while tables are rebuilt or a backup is written. */

const rounds = 40 * effort
/** Folders worked on side by side; each is killed over and over. */
const lanes = 2
const longestMs = 350
const child = join(import.meta.dirname, '../support/kill-child.ts')
const seed = Number(process.env['INSAF_SEED'] ?? '1')

interface Round {
  readonly number: number
  readonly beside: string
  /** From the moment it is ready to work. */
  readonly killAfterMs: number
}

/** Out: the reference numbers that were shown before the end. */
function runAndKill(folder: string, { number, beside, killAfterMs }: Round): Promise<readonly string[]> {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled') }
    const core = spawn(process.execPath, [child, folder, beside, String(number)], {
      stdio: ['ignore', 'pipe', 'pipe'],
      env,
    })
    const shown: string[] = []
    let complaint = ''
    core.stderr.on('data', (text: Buffer) => (complaint += text.toString()))
    createInterface({ input: core.stdout }).on('line', (line) => {
      if (line === 'ready') setTimeout(() => core.kill('SIGKILL'), killAfterMs)
      else shown.push(line)
    })
    core.on('close', (_code, signal) =>
      signal === 'SIGKILL' ? resolve(shown) : reject(new Error(`round ${number} ended by itself: ${complaint}`)),
    )
    core.on('error', reject)
  })
}

/** Recovery codes, to open the backups that survived. */
const secrets = new Map<string, string>()

async function emptyOffice(): Promise<string> {
  const folder = join(temporaryFolder(), 'office')
  mkdirSync(folder)
  const office = await testOffice({ folder })
  secrets.set(folder, office.recoveryCode)
  await office.close()
  return folder
}

const besides = ['nothing', 'nothing', 'nothing', 'rebuild', 'nothing', 'nothing', 'backup', 'nothing']

async function lane(folder: string, number: number): Promise<readonly string[]> {
  const random = seededRandom(seed, number)
  const shown: string[] = []
  for (let round = 0; round < rounds / lanes; round += 1) {
    const beside = besides[round % besides.length] ?? 'nothing'
    shown.push(...(await runAndKill(folder, { number: round, beside, killAfterMs: random.between(1, longestMs) })))
  }
  return shown
}

async function everyReference(office: TestOffice): Promise<readonly string[]> {
  const found: string[] = []
  for (let offset = 0; ; offset += 500) {
    const { lines } = await office.call<{ lines: readonly { reference: string }[] }>('cases.queue', {
      queue: 'all',
      page: { offset, limit: 500 },
    })
    found.push(...lines.map((line) => line.reference))
    if (lines.length < 500) return found
  }
}

async function restoresWhole(folder: string): Promise<void> {
  const copies = readdirSync(join(folder, '..')).filter((name) => name.endsWith('.insaf-backup'))
  for (const name of copies.slice(-2)) {
    const restored = await openOfficeFolder()
    const code = secrets.get(folder) ?? ''
    await restored.call('setup.restore', { path: join(folder, '..', name), secret: code }, '')
    expect((await restored.call<{ ok: boolean }>('system.verify')).ok).toBe(true)
  }
}

describe('S1 SIGKILL', () => {
  it(
    `S1 ${rounds} rounds at random moments (seed ${seed}): every number that was shown exists, none twice, the log verifies`,
    async () => {
      const folders = await Promise.all(Array.from({ length: lanes }, emptyOffice))
      const shown = await Promise.all(folders.map(lane))
      for (const [index, folder] of folders.entries()) {
        const office = await openOfficeFolder({ folder })
        const kept = await everyReference(office)
        expect(new Set(kept).size).toBe(kept.length)
        expect((shown[index] ?? []).filter((reference) => !kept.includes(reference))).toEqual([])
        expect(new Set(shown[index]).size).toBe(shown[index]?.length)
        expect(await office.call('system.verify')).toMatchObject({ ok: true, problems: [] })
        const hash = await office.call('system.stateHash')
        expect(await office.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
        expect(await office.call('system.stateHash')).toEqual(hash)
        expect(await everyReference(office)).toHaveLength(kept.length)
        await office.close()
        await restoresWhole(folder)
      }
      // Half of the rounds at least came to a number: an office that registers nothing loses nothing.
      expect(shown.flat().length).toBeGreaterThanOrEqual(rounds / 2)
      console.log(`S1: ${rounds} rounds, ${shown.flat().length} numbers shown and kept`)
    },
    60_000 + rounds * 4_000,
  )
})
