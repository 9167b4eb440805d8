import { addWorkingDays, addWorkingMinutes, workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { CaseFacts, CaseRecord, CycleEnd, CycleFacts, ReferralFacts } from '#shared/domain/indicators/facts.ts'
import { calendar } from './hand-built-case.ts'

/** Many facts of every kind, the same for a seed: received over 2025 and 2026, offices' real mix of ends. */
export function madeUpRecords(count: number, seed: number): readonly CaseRecord[] {
  const random = mulberry(seed)
  return Array.from({ length: count }, (_, place) => dated(madeUp(place, random)))
}

function dated(record: CaseRecord): CaseRecord {
  const moments = record.cycles.flatMap(({ startedAt, resolvedAt, endedAt }) => [startedAt, resolvedAt, endedAt])
  const lastEventAt = moments.reduce<Instant>(
    (latest, moment) => (moment !== null && moment > latest ? moment : latest),
    record.of.receivedAt,
  )
  const dues = record.cycles.flatMap(({ dueOrig }) => (dueOrig === null ? [] : [dueOrig]))
  const isOpen = record.cycles.some(({ endedAt }) => endedAt === null)
  const mattersUntil = isOpen ? null : dues.reduce((latest, due) => (due > latest ? due : latest), lastEventAt)
  return { ...record, of: { ...record.of, lastEventAt, mattersUntil } }
}

type Random = () => number

const pick = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)] as T
const yearStart = Date.parse('2025-01-01T06:00:00.000Z')

function madeUp(place: number, random: Random): CaseRecord {
  const id = `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`
  const receivedAt = instantFromMs(yearStart + Math.floor(random() * 720 * 1440) * 60_000)
  const complexity = pick(random, ['routine', 'routine', 'routine', 'critical', 'complex'] as const)
  const service = pick(random, [
    'general.conduct',
    'general.waiting',
    'special.permits',
    'special.certificates',
    'special.payments',
    'special.eservices',
  ])
  const kind = random()
  const end: CycleEnd | 'none' =
    kind < 0.04
      ? 'rejected'
      : kind < 0.06
        ? 'filed'
        : kind < 0.08
          ? 'withdrawn'
          : kind < 0.12
            ? 'linked'
            : kind < 0.13
              ? 'external'
              : 'none'
  const first = cycle({ number: 1, startedAt: receivedAt, complexity, service, random })
  const leftAt = addWorkingMinutes(calendar, receivedAt, 60 + Math.floor(random() * 900))
  if (end !== 'none') return left({ id, receivedAt, complexity, service, random }, first, { end, leftAt })
  const of = caseFacts({ id, receivedAt, complexity, service, random })
  const reopens = first.resolvedAt !== null && first.rating === 'not_satisfied' && random() < 0.5
  const cycles = reopens ? reopen(first, random) : [first]
  return { of, cycles, referrals: cycles.flatMap((each) => referralsOf(id, each, random)) }
}

interface Seeds {
  readonly id: string
  readonly receivedAt: Instant
  readonly complexity: 'routine' | 'critical' | 'complex'
  readonly service: string
  readonly random: Random
}

function left(
  seeds: Seeds,
  first: CycleFacts,
  { end, leftAt }: { readonly end: CycleEnd; readonly leftAt: Instant },
): CaseRecord {
  const of = caseFacts(seeds)
  const exit = end === 'linked' || end === 'closed' || end === 'reopened' ? null : end
  const changed: CaseFacts = {
    ...of,
    exit,
    exitAt: exit === null ? null : leftAt,
    exitReason: end === 'filed' ? 'abusive' : null,
    externalConfirmedAt: end === 'external' ? leftAt : null,
    ...(end === 'rejected' ? { decision: 'rejected', decidedAt: leftAt, rejectReason: 'too_old' } : {}),
    ...(end === 'linked' ? { link: 'duplicate', linkedAt: leftAt, lead: '00000000-0000-4000-8000-000000000000' } : {}),
  }
  return { of: changed, cycles: [{ ...first, ...unresolved, acceptedAt: null, end, endedAt: leftAt }], referrals: [] }
}

const unresolved = {
  resolvedAt: null,
  netMinutes: null,
  grossMinutes: null,
  day: null,
  approvedAt: null,
  rating: null,
  ratedAt: null,
  ratingMode: null,
  dissatisfaction: null,
  declinedAt: null,
  closeReason: null,
  outcome: null,
} as const

function caseFacts({ id, receivedAt, complexity, service, random }: Seeds): CaseFacts {
  return {
    id,
    reference: `AMM-26-${id.slice(-6)}`,
    office: 'AMM',
    type: 'complaint',
    practice: false,
    source: random() < 0.02 ? 'import' : 'staff',
    channel: pick(random, ['phone', 'phone', 'walk_in', 'email', 'fax', 'website']),
    receivedAt,
    registeredAt: receivedAt,
    lagMinutes: Math.floor(random() * 60),
    lagDay: 420,
    lastEventAt: receivedAt,
    mattersUntil: null,
    subjects: ['procedure'],
    cause: pick(random, ['long_waiting', 'low_service', 'unclear_procedures', 'wrong_information']),
    complainantKind: pick(random, ['citizen', 'resident', 'company']),
    governorate: null,
    anonymous: false,
    decision: 'accepted',
    decidedAt: receivedAt,
    decisionMinutes: 5,
    decisionDay: 420,
    rejectReason: null,
    exit: null,
    exitAt: null,
    exitReason: null,
    externalConfirmedAt: null,
    link: null,
    linkedAt: null,
    lead: null,
    inboundContacts: 0,
    movesOfOwner: 0,
    service,
    complexity,
    importance: pick(random, ['low', 'medium', 'medium', 'high'] as const),
    procedure: pick(random, ['fcr', 'processing', 'processing', 'third_party'] as const),
    exceptions: [],
    unapplied: 0,
  }
}

interface CycleSeeds extends Omit<Seeds, 'id' | 'receivedAt'> {
  readonly number: number
  readonly startedAt: Instant
}

function cycle({ number, startedAt, complexity, service, random }: CycleSeeds): CycleFacts {
  const dueOrig = addWorkingDays(calendar, startedAt, { routine: 3, critical: 1, complex: 10 }[complexity])
  const length = Math.floor(random() ** 2 * { routine: 1800, critical: 600, complex: 6000 }[complexity])
  const resolvedAt = random() < 0.03 ? null : addWorkingMinutes(calendar, startedAt, 5 + length)
  const endedAt = resolvedAt === null || random() < 0.02 ? null : addWorkingMinutes(calendar, resolvedAt, 300)
  const rated = endedAt !== null && random() < 0.7
  const net = resolvedAt === null ? null : workingMinutesBetween(calendar, startedAt, resolvedAt)
  const fcr = length < 60
  return {
    number,
    startedAt,
    acceptedAt: startedAt,
    resolvedAt,
    end: endedAt === null ? null : 'closed',
    endedAt,
    closeReason: endedAt === null ? null : 'rated',
    outcome: endedAt === null ? null : pick(random, ['upheld', 'partly', 'not_upheld'] as const),
    dueOrig,
    dueNow: dueOrig,
    extensionReasons: [],
    suspensions: [],
    service,
    complexity,
    importance: 'medium',
    procedure: fcr ? 'fcr' : 'processing',
    fcrPossible: fcr,
    classCorrected: false,
    savedFromLate: false,
    netMinutes: net,
    grossMinutes: net,
    day: net === null ? null : 420,
    inFirstSession: fcr,
    hasAnswer: true,
    repliesSent: 1,
    referrals: fcr ? 0 : 1,
    departments: fcr ? [] : [pick(random, ['PERMITS', 'FEES', 'INSPECT', 'SUPPORT'])],
    draftsReturned: random() < 0.1 ? 1 : 0,
    approvedAt: resolvedAt,
    corrections: 0,
    attempts: rated ? 1 : 0,
    surveyable: true,
    rating: rated ? pick(random, ['very_satisfied', 'satisfied', 'satisfied', 'not_satisfied'] as const) : null,
    ratedAt: rated ? endedAt : null,
    ratingMode: rated ? 'phone' : null,
    dissatisfaction: null,
    declinedAt: null,
    unreachableAt: rated ? null : endedAt,
    protocolMet: true,
    handlers: ['u1'],
    approvers: ['u2'],
    reopenCause: number > 1 ? 'dissatisfied' : null,
    sameStaff: 0,
    reopenedAt: null,
    reopenedCause: null,
  }
}

function reopen(first: CycleFacts, random: Random): readonly CycleFacts[] {
  const startedAt = instantFromMs(msOf(first.endedAt as Instant) + 60_000 * Math.floor(random() * 14_400))
  const second = cycle({
    number: 2,
    startedAt,
    complexity: first.complexity ?? 'routine',
    service: first.service ?? 'special',
    random,
  })
  const isEnd = random() < 0.5
  return [
    {
      ...first,
      ...(isEnd ? { end: 'reopened', endedAt: startedAt } : {}),
      reopenedAt: startedAt,
      reopenedCause: 'dissatisfied',
    },
    second,
  ]
}

function referralsOf(id: string, of: CycleFacts, random: Random): readonly ReferralFacts[] {
  return of.departments.map((department) => {
    const sentAt = addWorkingMinutes(calendar, of.startedAt, 30)
    const dueAt = addWorkingDays(calendar, sentAt, 2)
    const repliedAt = of.resolvedAt !== null && of.resolvedAt > sentAt ? of.resolvedAt : null
    const isLate = repliedAt === null || repliedAt > dueAt
    return {
      id: `${id}/${of.number}/${department}`,
      cycle: of.number,
      department,
      sentAt,
      identityVerified: of.number > 1,
      dueAt,
      acknowledgedAt: sentAt,
      ackMinutes: 0,
      returnedAt: null,
      returnReason: null,
      repliedAt,
      askedAgainAt: null,
      answeredAgainAt: null,
      endedAt: repliedAt,
      cancelled: false,
      waived: false,
      clarifications: random() < 0.1 ? 1 : 0,
      automaticEscalations: isLate ? 1 : 0,
      manualEscalations: 0,
      highestRung: isLate ? 1 : 0,
      firstEscalatedAt: isLate ? dueAt : null,
      unreachedEscalations: 0,
    }
  })
}

/** A small seeded generator; figures must not hang on chance. */
function mulberry(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
