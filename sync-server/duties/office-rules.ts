/** Calendars, limits and ladders of every office, folded from the log: what duties go by. */
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { officesOf } from '#shared/domain/access/unit-tree.ts'
import type { VersionedCalendar } from '#shared/domain/case/context.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { DutyRules } from '#shared/domain/duties/duties-due.ts'
import { shippedLadder } from '#shared/domain/lists/ladder.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { readEventBody } from '#server/engine/event-body.ts'
import type { Engine } from '#server/engine/engine.ts'
import { loadReference } from '#server/engine/load-reference.ts'
import type { LogReader } from '#server/log/server-log.ts'

export interface OfficeRules {
  /** Length of the reference data that they were read from. */
  readonly length: number
  /** What an office's cases go by; null while the server holds no calendar for it. */
  readonly of: (office: string) => DutyRules | null
}

/** In: the engine, a reader, the rules as last read. Out: the same ones where no reference data came since. */
export async function readOfficeRules(
  engine: Engine,
  log: LogReader,
  before: OfficeRules | null,
): Promise<OfficeRules> {
  const { length, now: access } = await loadReference(engine, log)
  if (before?.length === length) return before
  const { calendars, targets, ladders } = await readFolded(log)
  return { length, of: (office) => rulesOf(office, { access, calendars, targets, ladders }) }
}

interface Folded {
  readonly calendars: ReadonlyMap<string, VersionedCalendar>
  readonly targets: ReadonlyMap<string, { readonly value: ServiceTargets; readonly version: string }>
  readonly ladders: ReadonlyMap<string, Ladder>
}

async function readFolded(log: LogReader): Promise<Folded> {
  const stored = await log.readEventsOfKinds(['calendar:', 'targets:', 'ladder:'])
  const commits = await log.readCommits([...new Set(stored.map(({ commit }) => commit))])
  const accepted = new Set(commits.filter(({ outcome }) => outcome.kind === 'accepted').map(({ commit }) => commit))
  const calendars = new Map<string, VersionedCalendar>()
  const targets = new Map<string, { value: ServiceTargets; version: string }>()
  const ladders = new Map<string, Ladder>()
  for (const event of stored.filter(({ commit }) => accepted.has(commit))) {
    const { type, body } = readEventBody(event)
    const unit = String(body['unit'] ?? body['office'])
    if (type === 'calendar.set')
      calendars.set(unit, { calendar: compileCalendar(body['calendar'] as WorkCalendar), version: event.id })
    if (type === 'targets.set') targets.set(unit, { value: body['targets'] as ServiceTargets, version: event.id })
    if (type === 'ladder.set') ladders.set(unit, body['ladder'] as Ladder)
  }
  return { calendars, targets, ladders }
}

function rulesOf(
  office: string,
  { access, calendars, targets, ladders }: Folded & { readonly access: AccessState },
): DutyRules | null {
  const owners = [office, ...officesOf(access.units, office), 'central']
  const nearest = <T>(of: ReadonlyMap<string, T>): T | undefined =>
    owners.map((owner) => of.get(owner)).find((found) => found !== undefined)
  const calendar = nearest(calendars)
  if (calendar === undefined) return null
  const limits = nearest(targets) ?? { value: shippedTargets, version: '' }
  return {
    clock: {
      ...calendar,
      targets: limits.value,
      targetsVersion: limits.version,
      zoneVersion: process.versions['tz'] ?? 'unknown',
    },
    calendarOf: (unit) => calendars.get(unit) ?? null,
    ladder: nearest(ladders) ?? shippedLadder,
    access,
  }
}
