/**
 * A folder that was copied and is at work in both places: the second goes on under an epoch of its own (SYNC-PUSH-5), and
 * loses nothing. Whoever revokes one ends both, so somebody is told (S12). A restored machine, too, takes a new epoch, and
 * greets once under that of its backup before; of two at work the older epoch comes again and again after the newer was opened.
 */
import { and, eq } from 'drizzle-orm'
import { z } from 'zod'
import { Instant, instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { alarms } from '#server/log/schema/device-tables.ts'
import type { Tables } from '#server/log/tables.ts'
import type { EnrolledDevice, ServerPorts } from '#server/ports.ts'
import { onceFor } from '#shared/lib/once-for.ts'
import { raiseAlarm } from './alarms.ts'

const copied = 'sync-machine-copied'
/** Beside that, one of the two is no longer at work. */
const atWorkMs = 7 * 24 * 3_600_000
/** Written no more often than this. */
const noteMs = 3_600_000

/** When the one of the newest epoch and the one of an older epoch last said hello. */
const Seen = z.object({ newest: Instant, older: Instant })
type Seen = z.infer<typeof Seen>

interface Greeting {
  readonly device: Pick<EnrolledDevice, 'id' | 'epochs'>
  readonly epoch: number
}

/** Older epochs that came once to this process: the second time tells. */
const cameOnce = onceFor<Tables, Set<string>>(() => new Set())

function comesAgain(db: Tables, { device, epoch }: Greeting): boolean {
  const key = `${device.id} ${epoch}`
  const came = cameOnce(db)
  return came.has(key) || !came.add(key)
}

/** At each hello. Out: whether this machine stands twice. A machine of one epoch costs nothing. */
export async function noteCopies(db: Tables, ports: ServerPorts, greeting: Greeting): Promise<boolean> {
  const { device, epoch } = greeting
  if (device.epochs.length < 2) return false
  const now = ports.clock.now()
  const isOlder = device.epochs.some((known) => known.epoch > epoch)
  const [row] = await db
    .select({ id: alarms.id, detail: alarms.detail })
    .from(alarms)
    .where(and(eq(alarms.device, device.id), eq(alarms.code, copied)))
  if (row === undefined) {
    if (!isOlder || !comesAgain(db, greeting)) return false
    const seen: Seen = { newest: now, older: now }
    await raiseAlarm(db, ports, { device: device.id, code: copied, detail: JSON.stringify(seen) })
    return true
  }
  const before = seenOf(row.detail)
  const seen: Seen = isOlder ? { ...before, older: now } : { ...before, newest: now }
  const isBack = areAtWork(seen, now) && !areAtWork(before, now)
  // What was settled was another copying.
  const anew = isBack ? { settled: false, raisedAt: now } : {}
  if (isBack) ports.journal.error('alarm', { device: device.id, code: copied })
  if (isBack || isLater(seen, before))
    await db
      .update(alarms)
      .set({ detail: JSON.stringify(seen), ...anew })
      .where(eq(alarms.id, row.id))
  return areAtWork(seen, now)
}

/** Machines that stand twice now. */
export async function copiedMachines(db: Tables, now: Instant): Promise<ReadonlySet<string>> {
  const rows = await db
    .select({ device: alarms.device, detail: alarms.detail })
    .from(alarms)
    .where(eq(alarms.code, copied))
  return new Set(rows.filter(({ detail }) => areAtWork(seenOf(detail), now)).map(({ device }) => device))
}

const seenOf = (detail: string): Seen => Seen.parse(JSON.parse(detail))

const isLater = (seen: Seen, before: Seen): boolean =>
  msOf(seen.newest) - msOf(before.newest) > noteMs || msOf(seen.older) - msOf(before.older) > noteMs

function areAtWork({ newest, older }: Seen, now: Instant): boolean {
  const from = instantFromMs(msOf(now) - atWorkMs)
  return newest >= from && older >= from
}
