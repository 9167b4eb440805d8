import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { openReader } from '#core/store/open-store.ts'
import { openWritable } from '#core/store/driver.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { median, timed } from './measure.ts'
import type { BenchOffice } from './office.ts'

/*
 * Durable registration against its floor: the same bytes, in the same number of rows, in one encrypted durable transaction of a
 * plain file. Both are interleaved, so that a busy machine slows them alike. Only what the answer waits for is counted: signature
 * and tables follow it in a transaction of their own, which is timed apart.
 */
const rounds = 5
const perRound = 40
/** After so many V8 has compiled what a registration runs; the floor, which runs next to nothing, needs none. Counted apart. */
const warmUps = 400

/** The rows that a registration had written when it was answered, as one blob each. */
interface Written {
  readonly log: ReadableDb
  lastSeq: number
}

const columns =
  "id || stream || type AS key, link, content_hash AS hash, envelope, facts, coalesce(private, x'') AS private"
const number = "SELECT * FROM settings WHERE key LIKE 'numbers:%' ORDER BY key DESC LIMIT 1"

function blobsSince(written: Written): readonly Uint8Array[] {
  const events = written.log.all<Record<string, string | Uint8Array>>(
    `SELECT ${columns} FROM events WHERE seq > ? ORDER BY seq`,
    written.lastSeq,
  )
  const commits = written.log.all<Record<string, string | Uint8Array>>(
    'SELECT id, link FROM commits WHERE first_seq > ?',
    written.lastSeq,
  )
  const given = written.log.all<Record<string, string | Uint8Array>>(number)
  written.lastSeq = written.log.value<number>('SELECT max(seq) FROM events') ?? 0
  return [...events, ...commits, ...given].map((row) =>
    Buffer.concat(
      Object.values(row).map((value) =>
        Buffer.from(typeof value === 'string' ? value : value instanceof Uint8Array ? value : String(value)),
      ),
    ),
  )
}

export async function readerOf(folder: string): Promise<ReadableDb> {
  const vault = await openVault(folder, { ids: systemIds, secrets: null })
  return openReader({ folder, key: must(vault.ok ? vault.value.key : null, 'the bench made this folder') })
}

function openFloor(folder: string): WritableDb {
  const file = join(folder, 'floor.db')
  for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
  const db = openWritable({ file, key: systemIds.randomBytes(32), create: true })
  db.exec('CREATE TABLE IF NOT EXISTS floor (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  return db
}

export interface RegistrationTimes {
  /** The first ones of the process. */
  readonly cold: readonly number[]
  readonly times: readonly number[]
  /** What follows an answer before anybody else is served. */
  readonly tables: readonly number[]
  readonly floor: readonly number[]
  /** Median of the rounds' own ratios. */
  readonly ratio: number
}

export async function measureRegistration(office: BenchOffice): Promise<RegistrationTimes> {
  const log = await readerOf(office.folder)
  const written: Written = { log, lastSeq: log.value<number>('SELECT max(seq) FROM events') ?? 0 }
  const floor = openFloor(office.folder)
  const [cold, times, tables]: [number[], number[], number[]] = [[], [], []]
  const [floorTimes, ratios]: [number[], number[]] = [[], []]
  for (let warm = 0; warm < warmUps; warm += 1) {
    await timed(cold, () => office.call('intake.register', phoneForm()))
    await new Promise(setImmediate)
  }
  blobsSince(written)
  for (let round = 0; round < rounds; round += 1) {
    const [own, plain]: [number[], number[]] = [[], []]
    for (let number = 0; number < perRound; number += 1) {
      await timed(own, () => office.call('intake.register', phoneForm({ subject: `شكوى رقم ${round}-${number}` })))
      await timed(tables, () => new Promise(setImmediate))
      const blobs = blobsSince(written)
      await timed(plain, async () =>
        floor.transaction(() => blobs.forEach((blob) => floor.run('INSERT INTO floor (bytes) VALUES (?)', blob))),
      )
      await new Promise(setImmediate)
    }
    ratios.push(median(own) / median(plain))
    times.push(...own)
    floorTimes.push(...plain)
  }
  floor.close()
  log.close()
  return { cold: cold.slice(0, perRound), times, tables, floor: floorTimes, ratio: median(ratios) }
}

/** Registrations while a report and a backup run; null where there is no report yet. */
export async function measureUnderLoad(
  office: BenchOffice,
  report: { year: number; quarter: number },
): Promise<readonly number[]> {
  const times: number[] = []
  const { job } = await office.call<{ job: string }>('reports.start', { kind: 'quarterly', ...report })
  let isBackingUp = true
  const copy = join(office.folder, '..', 'bench.insaf-backup')
  // A kept folder has the copy of the run before; a backup never goes over a file.
  rmSync(copy, { force: true })
  const backup = office.call('system.backup', { path: copy }).finally(() => (isBackingUp = false))
  let isReporting = true
  while (isBackingUp || isReporting || times.length < 50) {
    await timed(times, () => office.call('intake.register', phoneForm()))
    await new Promise((resolve) => setTimeout(resolve, 20))
    if (isReporting) isReporting = (await office.call<{ kind: string }>('reports.job', { job })).kind === 'running'
  }
  await backup
  return times
}
