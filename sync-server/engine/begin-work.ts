/** The beginning and the end of a write transaction of the engine: what it holds first, and what is kept of it. */
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { LogWriter, StreamRow } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import { loadReference } from './load-reference.ts'
import { foldHeld, holdStreams, rowOf } from './load-streams.ts'
import { deviceRow, notedRights, rightsNote } from './notes.ts'
import type { Judging } from './policy.ts'
import type { ReceivedCommit } from './received.ts'
import { referenceMarker } from './reference.ts'
import { personsNamed } from './rule-named.ts'
import { createWork, setRow } from './work.ts'
import type { Work } from './work.ts'
import { writeWork } from './write-work.ts'

/** A transaction's hand, holding the device's own row: two pushes of one device come one after the other. */
export async function beginWork(engine: Engine, judging: Judging, log: LogWriter): Promise<Work> {
  const [reference, held] = await askFirst(engine, judging.device.id, log)
  return workOf({ engine, log, judging, reference }, held)
}

/** Who acts, where that is asked for in the transaction itself. */
export interface Asking {
  /** The device's id. */
  readonly device: string
  /** Asks; refuses where that device may not act. */
  readonly judging: () => Promise<Result<Judging>>
}

/** As `beginWork`: who acts is asked for with the transaction's first questions. Refuses what that refuses. */
export async function beginAsking(engine: Engine, asking: Asking, log: LogWriter): Promise<Result<Work>> {
  const [judging, [reference, held]] = await Promise.all([asking.judging(), askFirst(engine, asking.device, log)])
  return judging.ok ? ok(workOf({ engine, log, judging: judging.value, reference }, held)) : judging
}

const askFirst = (engine: Engine, device: string, log: LogWriter) =>
  Promise.all([loadReference(engine, log), log.lockStreams([deviceRow(device)])])

function workOf(begun: Parameters<typeof createWork>[0], held: readonly StreamRow[]): Work {
  const work = createWork(begun)
  for (const row of held) work.rows.set(row.stream, row)
  confirmRights(work)
  return work
}

/** What a device has confirmed it cannot take back (SYNC-APPEND-4). */
function confirmRights(work: Work): void {
  const row = rowOf(work, deviceRow(work.judging.device.id))
  const [noted, said] = [notedRights(row.notes), work.judging.confirmed]
  const rankOf = (event: string): number => work.reference.rank.get(event) ?? 0
  const confirmed = rankOf(said) > rankOf(noted) ? said : noted
  if (confirmed !== noted) setRow(work, { ...row, notes: [rightsNote(confirmed)] })
  work.judging = { ...work.judging, confirmed }
}

/** Holds all that commits write, and whom they name. */
export async function holdCommits(work: Work, commits: readonly ReceivedCommit[]): Promise<void> {
  await holdStreams(work, streamsOf(commits))
  await followReference(work)
}

/** As `holdCommits`, asked before there is a hand to hold it: `takeLocked` takes what comes out. */
export const lockCommits = (log: LogWriter, commits: readonly ReceivedCommit[]): Promise<readonly StreamRow[]> =>
  log.lockStreams(streamsOf(commits))

export async function takeLocked(work: Work, locked: readonly StreamRow[]): Promise<void> {
  await foldHeld(work, locked)
  await followReference(work)
}

/** Somebody may have changed the policy before this transaction held it. */
async function followReference(work: Work): Promise<void> {
  const marker = work.rows.get(referenceMarker)
  if (marker !== undefined && marker.length !== work.reference.length)
    work.reference = await loadReference(work.engine, work.log)
}

function streamsOf(commits: readonly ReceivedCommit[]): readonly string[] {
  const written = commits.flatMap(({ events }) => events.map(({ content }) => content.stream))
  const streams = new Set([...written, ...commits.flatMap(personsNamed)])
  const hasReference = [...streams].some((stream) => !/^(case|person|audit):/.test(stream))
  return [...streams, ...(hasReference ? [referenceMarker] : [])]
}

/** What was folded is kept for the next transaction, now that it is durable. */
export function remember(engine: Engine, work: Work): void {
  for (const [stream, state] of work.states) engine.cases.keep(stream, work.rows.get(stream)?.length ?? 0, state)
  const now = Date.parse(engine.ports.clock.now())
  for (const { before, entries } of work.appended.values()) engine.recent.keep(before, entries, now)
  for (const feed of work.narrowed) engine.recent.forget(feed)
  if (work.reference.length > (engine.reference?.length ?? -1)) engine.reference = work.reference
}

/** One write transaction: what is decided in it is written at its end, and remembered once it is durable. */
export function inTransaction<T>(engine: Engine, judging: Judging, decide: (work: Work) => Promise<T>): Promise<T> {
  return engine.log.write(async (log) => {
    const work = await beginWork(engine, judging, log)
    const answer = await decide(work)
    await writeWork(work)
    log.onDurable(() => remember(engine, work))
    return answer
  })
}
