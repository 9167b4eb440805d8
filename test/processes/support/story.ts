import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { seededRandom } from '#core/services/demo/random.ts'
import { must } from '#shared/lib/assert.ts'
import { effort } from '#test/support/effort.ts'
import { joinedWorld } from './joined-world.ts'
import type { JoinedWorld } from './joined-world.ts'
import { everythingQuiet, readServersLog, sameEverywhere } from './promises.ts'
import type { LineMood } from './tcp-proxy.ts'
import { Work } from './work.ts'

const seed = Number(process.env['INSAF_SEED'] ?? '1')

/** At effort 1 each is killed once; more passes say more only when there are many. */
const passes = Math.ceil(effort / 3)

/** What the lines do while somebody is killed. */
const moods: readonly LineMood[] = [
  { kind: 'drops', side: 'answer', bytes: 300 },
  { kind: 'slow', ms: 40 },
  { kind: 'drops', side: 'question', bytes: 900 },
  { kind: 'cut' },
]

/** Each in turn is killed without warning while all of them work, on lines that are cut, slow or lose the end of a body. */
async function killEachInTurn(world: JoinedWorld): Promise<void> {
  const random = seededRandom(seed, 1)
  const victims = [world.server, ...world.machines.map(({ core }) => core)]
  for (let turn = 0; turn < victims.length * passes; turn += 1) {
    for (const [index, { line }] of world.machines.entries())
      line.mood = must(moods[(turn + index) % moods.length], 'one of the moods')
    await wait(random.between(200, 600))
    const victim = must(victims[turn % victims.length], 'one of the victims')
    await victim.kill()
    for (const { line } of world.machines) {
      line.cutNow()
      line.mood = { kind: 'open' }
    }
    await victim.start()
    await wait(random.between(200, 800))
  }
}

/** The whole story on one kind of store; `console` says what was done. */
export async function tellStory(folder: string, databaseUrl: string | null): Promise<void> {
  const world = await joinedWorld(folder, databaseUrl)
  const work = new Work()
  try {
    work.begin(world)
    await killEachInTurn(world)
    await work.end()
    await everythingQuiet(world)
    await sameEverywhere(world)
    await stopInPeace(world)
    everyFileEverywhere(world, work)
    await nothingLostNothingTwice(world, work)
  } finally {
    await work.end()
    await world.close()
  }
}

async function stopInPeace({ server, machines }: JoinedWorld): Promise<void> {
  // The machines' live channels are open: a server that waits for them would not end.
  const { code, ms } = await server.stop()
  expect(code).toBe(0)
  expect(ms).toBeLessThan(10_000)
  for (const { core } of machines) expect(await core.stop()).toBe(0)
}

/** S16: a file is at the server and on each machine that is to hold it, whole. */
function everyFileEverywhere({ server }: JoinedWorld, { files }: Work): void {
  expect(files.length).toBeGreaterThan(2)
  for (const { address, machines } of files)
    for (const place of [join(server.folder, 'blobs'), ...machines.map(({ core }) => join(core.folder, 'files'))]) {
      const path = join(place, address.slice(0, 2), address)
      const held = existsSync(path) ? createHash('sha256').update(readFileSync(path)).digest('hex') : null
      expect({ place, held }).toEqual({ place, held: address })
    }
}

async function nothingLostNothingTwice({ server }: JoinedWorld, work: Work): Promise<void> {
  const log = await readServersLog(server)
  const ids = new Set(log.ids)
  expect(work.saved.size).toBeGreaterThan(20)
  expect([...work.saved].filter((id) => !ids.has(id))).toEqual([])
  expect(work.references.filter((reference) => !log.references.includes(reference))).toEqual([])
  expect(work.notes.filter((note) => !log.notes.includes(note))).toEqual([])
  for (const once of [log.notes, log.references]) expect(new Set(once).size).toBe(once.length)
  expect(log.shownTwice).toEqual([])
  expect(work.refusals).toEqual([])
  console.log(
    `${work.saved.size} events, ${work.references.length} cases and ${work.files.length} files saved and kept; ${log.ids.length} in the log`,
  )
}
