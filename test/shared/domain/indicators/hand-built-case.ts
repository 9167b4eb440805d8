import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { CloseReason, Complexity, Procedure, Rating, ReopenCause, ReopenRoute } from '#shared/domain/case/codes.ts'
import type { CaseId, DraftId, ReferralId } from '#shared/domain/case/event-parts.ts'
import type { Case, Classification, Cycle, Referral } from '#shared/domain/case/state.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { dueAt } from '#shared/domain/clock/due.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseLimit, referralLimit, shippedTargets } from '#shared/domain/clock/limits.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { instantOfLocal } from '#shared/domain/clock/zone.ts'

/** Folded states made by hand, with due dates and working minutes by the calendar of the worked fixture. */

export const zone = 'Asia/Amman'
const office = 'AMM' as UnitId
const day = [{ from: '08:00', to: '15:00' }]

export const calendar = compileCalendar({
  zone,
  weekly: { '0': day, '1': day, '2': day, '3': day, '4': day, '5': [], '6': [] },
  patterns: [],
  holidays: [{ from: '2026-03-20', to: '2026-03-23', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } }],
})

/** In: `04 Jan 09:00` as the fixture writes it (2026 unless a year stands there). */
export function at(text: string): Instant {
  const [, dayText, monthText, year, time] = /^(\d+) (\w+)(?: (\d{4}))? (\d\d:\d\d)$/.exec(text) ?? []
  const month =
    ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].indexOf(monthText ?? '') + 1
  return instantOfLocal(
    zone,
    `${year ?? '2026'}-${String(month).padStart(2, '0')}-${String(dayText).padStart(2, '0')}`,
    time ?? '',
  )
}

const minutes = (from: Instant, to: Instant) => ({ minutes: workingMinutesBetween(calendar, from, to), day: 420 })
const versions = { calendarVersion: 'c1', limitVersion: 'l1', zoneVersion: 'z1' }

export interface ReferralPlan {
  readonly to: string
  readonly sent: string
  readonly replied?: string
  readonly escalated?: boolean
  readonly ack?: string
  readonly returned?: string
  readonly returnReason?: string
  readonly verified?: boolean
}

export interface CyclePlan {
  readonly start: string
  readonly accepted?: string
  readonly resolved?: string
  readonly closed?: readonly [time: string, reason: CloseReason]
  readonly rating?: readonly [Rating, string]
  readonly declined?: string
  readonly unreachable?: readonly [time: string, attempts: number]
  readonly referrals?: readonly ReferralPlan[]
  readonly returnedDraft?: string
  readonly handler: string
  readonly cause?: ReopenCause
  readonly route?: ReopenRoute
}

export interface CasePlan {
  readonly id: string
  readonly complexity?: Complexity
  readonly procedure?: Procedure
  readonly channel: string
  readonly session?: boolean
  readonly cycles: readonly CyclePlan[]
  readonly rejected?: string
  readonly linked?: readonly [time: string, lead: string, kind: 'duplicate' | 'repeat']
  readonly change?: Partial<Case>
}

export function caseOf(plan: CasePlan): Case {
  const [first] = plan.cycles as [CyclePlan, ...CyclePlan[]]
  const receivedAt = at(first.start)
  const decidedAt = first.accepted ?? plan.rejected
  const waited = decidedAt === undefined ? { minutes: 0, day: 420 } : minutes(receivedAt, at(decidedAt))
  return {
    kind: 'case',
    id: plan.id as CaseId,
    reference: `AMM-26-${plan.id}`,
    office,
    type: 'complaint',
    typeEntry: 'complaint' as Case['typeEntry'],
    types: ['complaint'],
    practice: false,
    source: 'staff',
    channel: plan.channel,
    form: 'oral',
    receivedAt,
    registeredAt: receivedAt,
    registeredBy: 'u0' as UserId,
    registrationLag: { minutes: 0, day: 420 },
    subjects: ['procedure'],
    cause: 'long_waiting',
    complainantKind: 'citizen',
    confidentiality: 'normal',
    namedUsers: [],
    complainedAbout: [],
    moves: [],
    complainant: {
      person: null,
      anonymous: false,
      contactableBy: ['phone'],
      preferred: 'phone',
      language: 'ar',
      governorate: null,
    },
    verification: 'not_verified',
    numberTold: true,
    sessions: plan.session === true ? [{ session: `s-${plan.id}`, channel: plan.channel, at: receivedAt }] : [],
    inboundContacts: [],
    decision:
      first.accepted !== undefined
        ? { kind: 'accepted', at: at(first.accepted), by: 'u0' as UserId, waited }
        : plan.rejected !== undefined
          ? { kind: 'rejected', at: at(plan.rejected), by: 'u0' as UserId, reason: 'not_a_complaint', waited }
          : { kind: 'undecided' },
    exit:
      plan.rejected === undefined ? null : { kind: 'rejected', at: at(plan.rejected), toNotify: false, notified: null },
    cameBack: null,
    link:
      plan.linked === undefined
        ? null
        : { at: at(plan.linked[0]), lead: plan.linked[1] as CaseId, kind: plan.linked[2] },
    formerLinks: [],
    cycles: plan.cycles.map((_, index) => cycleOf(plan, index)),
    files: 0,
    notes: 0,
    articlesUsed: 0,
    stages: [],
    lastNoticeAt: null,
    exceptions: [],
    lastEventAt: receivedAt,
    setBy: {},
    unapplied: [],
    ...plan.change,
  } satisfies Case
}

function cycleOf(plan: CasePlan, index: number): Cycle {
  const cycle = plan.cycles[index] as CyclePlan
  const next = plan.cycles[index + 1]
  const start = at(cycle.start)
  const limit = caseLimit(shippedTargets.cases, 'complaint', plan.complexity ?? 'routine')
  const due = { at: dueAt(calendar, start, limit), limit, zone, ...versions }
  const classification = classificationOf(plan, start)
  const resolvedAt = cycle.resolved === undefined ? null : at(cycle.resolved)
  const handlers = [cycle.handler as UserId]
  const excluded = plan.cycles.slice(0, index).map(({ handler }) => handler as UserId)
  return {
    number: index + 1,
    startedAt: start,
    acceptedAt: cycle.accepted === undefined ? null : at(cycle.accepted),
    reopening:
      index === 0
        ? null
        : {
            cause: cycle.cause ?? 'dissatisfied',
            route: cycle.route ?? 'rating',
            outcome: null,
            by: 'u9' as UserId,
          },
    excluded,
    handler: { user: cycle.handler as UserId, unit: office, at: start },
    handlers,
    approvers: [],
    classification,
    clock: { startedAt: start, dueOrig: due, dueNow: due, pauses: [], extensions: [] },
    referrals: (cycle.referrals ?? []).map((referral, place) =>
      referralOf(plan, referral, `${plan.id}.${index}.${place}`),
    ),
    drafts: draftsOf(plan, cycle, resolvedAt),
    escalations: [],
    resolution:
      resolvedAt === null
        ? null
        : {
            at: resolvedAt,
            how: 'answered',
            session: plan.session === true ? `s-${plan.id}` : null,
            surveyable: true,
            net: minutes(start, resolvedAt),
            gross: minutes(start, resolvedAt),
            classification,
          },
    corrections: [],
    attempts: Array.from({ length: cycle.unreachable?.[1] ?? 0 }, () => ({
      at: start,
      by: 'u2' as UserId,
      channel: 'phone' as const,
      result: 'no_answer' as const,
      localDate: '2026-02-11',
      band: 'morning' as const,
    })),
    ratings:
      cycle.rating === undefined
        ? []
        : [
            {
              event: `r-${plan.id}-${index}`,
              at: at(cycle.rating[1]),
              by: 'u2' as UserId,
              rating: cycle.rating[0],
              mode: 'phone',
              corrects: null,
              dissatisfaction: null,
            },
          ],
    declinedAt: cycle.declined === undefined ? null : at(cycle.declined),
    unreachable:
      cycle.unreachable === undefined
        ? null
        : { at: at(cycle.unreachable[0]), attempts: cycle.unreachable[1], protocolMet: true },
    closing:
      cycle.closed === undefined
        ? null
        : {
            at: at(cycle.closed[0]),
            by: 'u3' as UserId,
            reason: cycle.closed[1],
            outcome: 'upheld',
            rootCause: null,
            remedies: [],
            knowledge: false,
            improvement: false,
          },
    endedAt: cycle.closed !== undefined ? at(cycle.closed[0]) : next !== undefined ? at(next.start) : null,
  }
}

const classificationOf = (plan: CasePlan, start: Instant): Classification => ({
  service: 'special.permits',
  complexity: plan.complexity ?? 'routine',
  importance: 'medium',
  procedure: plan.procedure ?? 'processing',
  priority: 'normal',
  priorityOverridden: false,
  fcrPossible: plan.procedure === 'fcr',
  services: 'v1',
  at: start,
  by: 'u1' as UserId,
  corrected: false,
  savedFromLate: false,
})

function draftsOf(plan: CasePlan, cycle: CyclePlan, resolvedAt: Instant | null): Cycle['drafts'] {
  const draft = (place: number) => ({
    id: `${plan.id}-${place}` as DraftId,
    author: cycle.handler as UserId,
    submittedAt: at(cycle.start),
    language: 'ar' as const,
    correction: false,
    remedies: [],
  })
  const returned =
    cycle.returnedDraft === undefined
      ? []
      : [
          {
            ...draft(0),
            returned: { at: at(cycle.returnedDraft), by: 'u3' as UserId, reason: 'incomplete' },
            approved: null,
            sent: null,
          },
        ]
  if (resolvedAt === null) return returned
  const by = 'u3' as UserId
  return [
    ...returned,
    {
      ...draft(1),
      returned: null,
      approved: { at: resolvedAt, by },
      sent: { sentAt: resolvedAt, delivery: 'read_by_phone', by },
    },
  ]
}

function referralOf(plan: CasePlan, referral: ReferralPlan, id: string): Referral {
  const sentAt = at(referral.sent)
  const limit = referralLimit(shippedTargets.referrals, plan.complexity ?? 'routine')
  const due = { at: dueAt(calendar, sentAt, limit), limit, zone, ...versions }
  const waited = (to: string) => minutes(sentAt, at(to))
  return {
    id: id as ReferralId,
    department: referral.to as UnitId,
    status: referral.replied === undefined ? 'ref_sent' : 'answered',
    sentAt,
    sentBy: 'u1' as UserId,
    identityVerified: referral.verified ?? false,
    due,
    statedAt: null,
    beyondLimitApproved: false,
    statedOn: null,
    replacedBy: null,
    asked: null,
    askedAgain: null,
    acknowledged: referral.ack === undefined ? null : { at: at(referral.ack), waited: waited(referral.ack) },
    returned:
      referral.returned === undefined
        ? null
        : { at: at(referral.returned), reason: referral.returnReason ?? 'not_in_remit', proposed: null },
    replied:
      referral.replied === undefined
        ? null
        : { at: at(referral.replied), by: 'u4' as UserId, waited: waited(referral.replied), enteredByTeam: true },
    endedAt: referral.replied === undefined ? null : at(referral.replied),
    reminders: 0,
    clarifications: 0,
    pauses: [],
    requests: [],
    escalations: referral.escalated === true ? [{ at: due.at, rung: 1, automatic: true, recipients: 1 }] : [],
    climbed: [],
    unheard: 0,
    disclosedUntil: null,
  }
}
