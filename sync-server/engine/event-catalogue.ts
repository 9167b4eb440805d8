/** Every event type the server knows: where it stands, its version, what its facts and private part are (SYNC-APPEND-8). */
import { accessEvents } from '#shared/domain/access/events.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import { reportEvents } from '#shared/domain/indicators/edition.ts'
import { listEvents } from '#shared/domain/lists/events.ts'
import { officeEvents } from '#shared/domain/lists/office-events.ts'
import { personEvents } from '#shared/domain/person/events.ts'
import { z } from 'zod'

export type EventKind = 'case' | 'person' | 'reference' | 'report' | 'audit'

export interface EventShape {
  readonly kind: EventKind
  /** Kind of its stream, before the colon. */
  readonly stream: string
  readonly version: number
  readonly facts: z.ZodType
  readonly private: z.ZodType | null
}

const reference = { ...accessEvents, ...listEvents, ...officeEvents }

const streamsOfReference: Readonly<Record<keyof typeof reference, string>> = {
  'unit.set': 'unit',
  'user.set': 'user',
  'group.set': 'group',
  'entry.set': 'list',
  'settings.set': 'settings',
  'calendar.set': 'calendar',
  'targets.set': 'targets',
  'goals.set': 'targets',
  'priorities.set': 'priorities',
  'ladder.set': 'ladder',
}

/** A machine's own audit holds small facts of ids and codes. */
const AuditFacts = z.record(z.string().max(60), z.union([z.string().max(2000), z.number(), z.boolean(), z.null()]))
const auditTypes = ['read.recorded', 'session.opened', 'password.reset']

type Entry = readonly [string, EventShape]

const ofCases: readonly Entry[] = Object.entries(caseEvents).map(([type, { version, facts, private: secret }]) => [
  type,
  { kind: 'case', stream: 'case', version, facts, private: secret },
])
const ofPeople: readonly Entry[] = Object.entries(personEvents).map(([type, { version, facts, private: secret }]) => [
  type,
  { kind: 'person', stream: 'person', version, facts, private: secret },
])
const ofReference: readonly Entry[] = Object.entries(reference).map(([type, facts]) => [
  type,
  {
    kind: 'reference',
    stream: streamsOfReference[type as keyof typeof reference],
    version: 1,
    facts,
    private: null,
  },
])
const ofReports: readonly Entry[] = Object.entries(reportEvents).map(([type, { version, facts, private: secret }]) => [
  type,
  { kind: 'report', stream: 'report', version, facts, private: secret },
])
const ofAudit: readonly Entry[] = auditTypes.map((type) => [
  type,
  { kind: 'audit', stream: 'audit', version: 1, facts: AuditFacts, private: null },
])

export const eventCatalogue: ReadonlyMap<string, EventShape> = new Map([
  ...ofCases,
  ...ofPeople,
  ...ofReference,
  ...ofReports,
  ...ofAudit,
])
