import {
  classOf as classIn,
  openingDue,
  duesAsClass,
  duesOf,
  duesWithPauses,
  caseClockOf,
  resolutionTimes,
  waited,
} from '#shared/domain/case/deadlines.ts'
import type { DecideContext } from '#shared/domain/case/context.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import { priorityFor } from '#shared/domain/case/priority.ts'
import { currentCycle, isSurveyable, latestDraft, staffSoFar, validRating } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Complexity, Importance } from '#shared/domain/case/codes.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { minuteOf, msOf, parseInstant } from '#shared/domain/clock/instant.ts'
import { addWorkingDays, localDateOf } from '#shared/domain/clock/working-time.ts'
import { offsetAt } from '#shared/domain/clock/zone.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { externalFillers } from './external-fillers.ts'
import { referralFillers } from './referral-fillers.ts'
import { namedAction, namedDraft, namedReferral, note, text, unnamed } from './row-parts.ts'
import type { Filled, Filler, RowPlace } from './row-parts.ts'
import { namedId } from './stable-id.ts'

/*
 * What a line of an old register leaves out, filled in: by the clock (due dates, waited times), by the case so far
 * (excluded staff, attempts), or by the plainest value. A field that is on the line always wins.
 */
/** The draft a row names, or the newest one. */
const ofDraft =
  (more: Filler = () => ({})): Filler =>
  (place, state) => ({
    ...more(place, state),
    draft:
      place.row.fields['draft'] === undefined
        ? (latestDraft(currentCycle(state))?.id ?? namedDraft(place.row))
        : namedDraft(place.row),
  })

const classOf = (place: RowPlace, state: Case): Filled => {
  const before = currentCycle(state).classification
  const { fields } = place.row
  const complexity = (fields['complexity'] ?? before?.complexity ?? 'routine') as Complexity
  const importance = (fields['importance'] ?? before?.importance ?? 'medium') as Importance
  const service = (fields['service'] ?? before?.service ?? null) as string | null
  return {
    service,
    complexity,
    importance,
    procedure: fields['procedure'] ?? before?.procedure ?? 'processing',
    priority: priorityFor(place.context.priorities, importance, complexity) ?? 'normal',
    priorityOverridden: false,
    fcrPossible: service === null ? false : place.context.lists.isFcrPossible(service as never),
    services: place.context.lists.version('services'),
    ...duesAsClass(place.context, currentCycle(state), { type: state.type, complexity, service }),
  }
}

const sameDues: Filler = ({ context }, state) => ({
  ...duesOf(context.clock, caseClockOf(currentCycle(state).clock, null), context.now),
})
const sinceReceipt: Filler = ({ context }, state) => ({ waited: waited(context.clock, state.receivedAt, context.now) })

const contactMinutes = 60

/** An old register seldom names the contact: an answer within the hour of a call or visit counts as the same one (K1). */
function sessionOf({ context }: RowPlace, state: Case): string | null {
  const [first] = state.sessions
  if (first === undefined || currentCycle(state).number > 1) return null
  return msOf(context.now) - msOf(state.receivedAt) <= contactMinutes * 60_000 ? first.session : null
}

const minutesOfDay = 24 * 60
const noon = 12 * 60

function attemptOf(place: RowPlace): Filled {
  const at = parseInstant(stringOr(place.row.fields['attemptedAt'], '')) ?? place.row.at
  const { zone } = place.context.clock.calendar.calendar
  const minute = minuteOf(at)
  const isMorning = (minute + offsetAt(zone, minute)) % minutesOfDay < noon
  return {
    attemptedAt: at,
    localDate: localDateOf(zone, at),
    band: isMorning ? 'morning' : 'afternoon',
    channel: 'phone',
    result: 'no_answer',
  }
}

const closeReason = (state: Case): string => {
  const cycle = currentCycle(state)
  const rating = validRating(cycle)
  if (rating !== null) return rating.rating === 'not_satisfied' ? 'no_further_review' : 'rated'
  if (cycle.declinedAt !== null) return 'declined'
  return cycle.unreachable === null ? 'not_surveyable' : 'unreachable'
}

const protocolMet = (state: Case, context: DecideContext): boolean => {
  const { attempts } = currentCycle(state)
  const { count, days } = context.settings.attempts
  return attempts.length >= count && new Set(attempts.map((attempt) => attempt.localDate)).size >= days
}

const nothing: Filler = () => ({})
const withNote: Filler = (place) => note(place)

/** Type → what it fills in. Types that are not here take their fields as they stand. */
const fillers: Partial<Readonly<Record<CaseEventType, Filler>>> = {
  described: (place) => ({
    language: 'ar',
    subject: unnamed,
    text: text(place, unnamed),
    senderLetter: null,
    remedySought: '',
  }),
  details_changed: (_place, { subjects, cause, complainantKind }) => ({ subjects, cause, complainantKind }),
  identity_verified: withNote,
  session_started: ({ row }, { channel }) => ({ session: `import ${row.case}`, channel }),
  inbound_contact: (place, { channel }) => ({ channel, purpose: 'status', ...note(place) }),
  retyped: (place, state) => ({
    from: state.type,
    ...note(place),
    ...duesAsClass(
      place.context,
      currentCycle(state),
      classIn(state, (place.row.fields['to'] ?? state.type) as Case['type']),
    ),
  }),
  confidentiality_set: (place) => ({ users: [], ...note(place) }),
  note_added: (place) => ({ text: text(place, unnamed) }),
  accepted: sinceReceipt,
  rejected: (place, state) => ({ reason: 'not_a_complaint', ...sinceReceipt(place, state), ...note(place) }),
  rejection_notified: (place) => ({ delivery: 'posted', sentAt: place.row.at, ...note(place) }),
  filed: (place) => ({ reason: 'information_only', ...note(place) }),
  withdrawn: withNote,
  ...externalFillers,
  classified: classOf,
  class_corrected: classOf,
  assigned: (place) => ({
    user: place.userOf(stringOr(place.row.fields['user'], place.row.by ?? '')),
    unit: place.context.actor.unit,
  }),
  ...referralFillers,
  escalated: (place) => ({
    referral: place.row.fields['referral'] === undefined ? null : namedReferral(place.row),
    rung: 1,
    automatic: true,
    recipients: 1,
  }),
  info_requested: (place, state) => {
    const { context, row } = place
    const capDays = context.clock.targets.pauseCapDays
    const capAt = addWorkingDays(context.clock.calendar, row.at, capDays)
    const cycle = currentCycle(state)
    const asked = { cause: 'info' as const, from: row.at, until: null, capAt, capDays }
    const dues = duesWithPauses(context, cycle, [...cycle.clock.pauses, asked])
    return { channel: 'phone', capDays, capAt, text: text(place, unnamed), ...dues }
  },
  info_received: (place, state) => ({ ...afterPause(place, state), ...note(place) }),
  suspended: (place) => ({ reason: 'committee', ...note(place) }),
  resumed: (place, state) => ({ ...afterPause(place, state) }),
  extended: (place, state) => ({
    reason: 'technical_study',
    due: currentCycle(state).clock.dueNow,
    clientNotified: true,
    ...note(place),
  }),
  due_recomputed: (place, state) => ({ referral: null, cause: 'calendar', ...sameDues(place, state) }),
  delay_notice_sent: (place, state) => ({
    expectedAt: currentCycle(state).clock.dueNow.at,
    channel: 'phone',
    ...note(place),
  }),
  progress_notice_sent: (place) => ({ channel: 'phone', ...note(place) }),
  draft_submitted: (place) => ({
    draft: namedDraft(place.row),
    language: 'ar',
    remedies: [],
    text: text(place, unnamed),
  }),
  draft_returned: ofDraft((place) => ({ reason: 'incomplete', ...note(place) })),
  approved: ofDraft(),
  reply_sent: ofDraft((place) => ({ delivery: 'handed_over', sentAt: place.row.at, session: null, ...note(place) })),
  resolved: (place, state) => {
    const at = parseInstant(stringOr(place.row.fields['resolvedAt'], '')) ?? place.row.at
    const times = resolutionTimes(place.context.clock, currentCycle(state), at)
    return {
      resolvedAt: at,
      how: 'answered',
      session: sessionOf(place, state),
      surveyable: isSurveyable(state),
      ...times,
    }
  },
  correction_sent: (place) => ({ sentAt: place.row.at, ...note(place) }),
  contact_attempt: (place) => ({ ...attemptOf(place), ...note(place) }),
  rated: (place) => ({ mode: 'phone', ratedAt: place.row.at, corrects: null, dissatisfaction: null, ...note(place) }),
  rating_declined: (place) => ({ mode: 'phone', ...note(place) }),
  unreachable_declared: (place, state) => ({
    attempts: currentCycle(state).attempts.length,
    protocolMet: protocolMet(state, place.context),
    ...note(place),
  }),
  closed: (_place, state) => ({
    reason: closeReason(state),
    outcome: null,
    rootCause: null,
    remedies: [],
    knowledge: false,
    improvement: false,
    analysis: '',
  }),
  reopened: (place, state) => ({
    cause: 'dissatisfied',
    route: validRating(currentCycle(state))?.rating === 'not_satisfied' ? 'rating' : 'team',
    due: openingDue(place.context, place.row.at, classIn(state)),
    excluded: staffSoFar(state),
    ...note(place),
  }),
  linked: (place) => ({ kind: 'duplicate', ...note(place) }),
  unlinked: (place, state) => ({ lead: state.link?.lead, ...note(place) }),
  separation_excepted: withNote,
  qa_scored: (place) => ({ reviewer: place.userOf(place.row.by ?? unnamed), ...note(place) }),
  action_created: (place) => ({ action: namedAction(place.row), owner: unnamed, ...note(place) }),
  action_done: (place) => ({ action: namedAction(place.row), ...note(place) }),
  number_told: nothing,
}

/** Both due dates once the running pause has ended now. */
function afterPause({ context }: RowPlace, state: Case): Filled {
  const { clock } = currentCycle(state)
  const pauses = clock.pauses.map((pause) => (pause.until === null ? { ...pause, until: context.now } : pause))
  return { ...duesOf(context.clock, caseClockOf({ ...clock, pauses }, null), context.now) }
}

const names = ['referral', 'draft', 'lead', 'department', 'proposedDepartment', 'user', 'reviewer', 'action'] as const

/** In: a row, its case so far. Out: facts and private fields together, names of the file turned into ids. */
export function completeRow(place: RowPlace, state: Case): Filled {
  const { row } = place
  const filled = fillers[row.event]?.(place, state) ?? {}
  const given = Object.fromEntries(
    Object.entries(row.fields).filter(([name]) => !(names as readonly string[]).includes(name)),
  )
  return { ...filled, ...instants(given), ...dueGiven(filled, given), ...namesGiven(place) }
}

/** Moments by name; every other one ends in `At`. */
const moments = ['until']

/** Times of the line in their one form. */
function instants(given: Filled): Filled {
  const entries = Object.entries(given).filter(([name]) => name !== 'due' && name !== 'dueOrig')
  return Object.fromEntries(
    entries.map(([name, value]) => [
      name,
      (name.endsWith('At') || moments.includes(name)) && typeof value === 'string'
        ? (parseInstant(value) ?? value)
        : value,
    ]),
  )
}

/** A due date that the register states replaces the computed one, under the same versions. */
function dueGiven(filled: Filled, given: Filled): Filled {
  const stated = typeof given['due'] === 'string' ? parseInstant(given['due']) : null
  if (stated === null || typeof filled['due'] !== 'object') return {}
  const at = (stamp: unknown): object => ({ ...(stamp as object), at: stated })
  return { due: at(filled['due']), ...(filled['dueOrig'] === undefined ? {} : { dueOrig: at(filled['dueOrig']) }) }
}

function namesGiven({ row, unitOf, userOf }: RowPlace): Filled {
  const { fields } = row
  const has = (name: string): boolean => typeof fields[name] === 'string' && fields[name] !== ''
  return {
    ...(has('lead') ? { lead: namedId('case', String(fields['lead'])) } : {}),
    ...(has('proposedDepartment') ? { proposedDepartment: unitOf(String(fields['proposedDepartment'])) } : {}),
    ...(has('reviewer') ? { reviewer: userOf(String(fields['reviewer'])) } : {}),
    ...(has('user') ? { user: userOf(String(fields['user'])) } : {}),
  }
}

/** The first due date of a case, as `registered` carries it. */
export const firstDue = (context: DecideContext, receivedAt: Instant, type: Case['type']) =>
  openingDue(context, receivedAt, { type, complexity: null, service: null })
