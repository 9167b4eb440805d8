import fc from 'fast-check'
import {
  attemptResults,
  closeReasons,
  complexities,
  confidentialities,
  contactChannels,
  importances,
  outcomes,
  procedures,
  ratings,
  reopenCauses,
  verifications,
} from '#shared/domain/case/codes.ts'
import { caseTypes } from '#shared/domain/lists/case-types.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Refusal } from '#shared/lib/result.ts'
import {
  centralUnit,
  departmentA,
  departmentB,
  directorateOfA,
  office,
  otherOffice,
  registration,
  testId,
} from './case-world.ts'
import type { CaseWorld, InputOf } from './case-world.ts'

/* Random work on one case: what is drawn are numbers, read against the state, so that runs shrink and stay sensible. */

/** One random deed: which command, by whom, how much later, and the numbers its input is made of. */
export interface Deed {
  /** `road`: one of the steps of the main road that the case offers now, by someone it offers it to. */
  readonly kind: CaseCommandKind | 'road'
  readonly user: number
  readonly later: number
  readonly picks: readonly [number, number, number]
}

const kinds = Object.keys(caseCommands) as CaseCommandKind[]
/** Walked more often than the rest, or few runs would come to a closing. */
export const road: readonly CaseCommandKind[] = [
  'accept',
  'classify',
  'refer',
  'acknowledge_referral',
  'reply_to_referral',
  'submit_draft',
  'approve_draft',
  'record_reply_sent',
  'record_attempt',
  'rate',
  'close',
  'reopen',
]

export const deeds = (length: number): fc.Arbitrary<Deed[]> =>
  fc.array(
    fc.record({
      kind: fc.oneof(
        { weight: 5, arbitrary: fc.constant('road' as const) },
        { weight: 2, arbitrary: fc.constantFrom(...kinds) },
      ),
      user: fc.nat(30),
      later: fc.oneof(fc.constantFrom(0, 1, 60), fc.nat(5000)),
      picks: fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)),
    }),
    { minLength: length / 2, maxLength: length },
  )

/** Tries a deed on a world; whether it was taken. */
export function attemptDeed(
  world: CaseWorld,
  deed: Deed,
): {
  readonly ok: boolean
  readonly kind: CaseCommandKind
  readonly user: string
  readonly input: Inputs[CaseCommandKind]
  readonly refusal: Refusal | null
} {
  const { kind, user } = chosen(world, deed)
  world.now = instantFromMs(msOf(world.now) + deed.later * 60_000)
  const input = inputFor(world, kind, deed.picks)
  const decided = world.try(kind, input as never, user)
  return { ok: decided.ok, kind, user, input, refusal: decided.ok ? null : decided.refusal }
}

function chosen(world: CaseWorld, { kind, user }: Deed): { readonly kind: CaseCommandKind; readonly user: string } {
  const users = Object.keys(world.staff)
  if (kind !== 'road') return { kind, user: pick(users, user) }
  const offers = users.flatMap((each) => {
    const offered = allowedCommands(world.state, { ...world.actor(each), settings: world.settings })
    return road.filter((step) => offered.includes(step)).map((step) => ({ kind: step, user: each }))
  })
  return offers.length === 0 ? { kind: 'add_note', user: pick(users, user) } : pick(offers, user)
}

function pick<T>(list: readonly T[], number: number): T {
  return list[number % list.length] as T
}

type Inputs = { readonly [K in CaseCommandKind]: InputOf<K> }

export function inputFor(world: CaseWorld, kind: CaseCommandKind, [a, b, c]: Deed['picks']): Inputs[CaseCommandKind] {
  const inputs = {
    ...deskInputs(world, a, b),
    ...triageInputs(world, [a, b, c]),
    ...referralInputs(world, a, b),
    ...answerInputs(world, [a, b, c]),
  }
  return inputs[kind]
}

type Desk =
  | 'register'
  | 'change_details'
  | 'describe'
  | 'set_complainant'
  | 'verify_identity'
  | 'tell_number'
  | 'add_note'
  | 'add_files'
  | 'record_contact'
  | 'set_confidentiality'
  | 'move_to_unit'
  | 'set_complained_about'
  | 'settle_conflict'

function deskInputs(world: CaseWorld, a: number, b: number): Pick<Inputs, Desk> {
  const form = registration({ receivedAt: world.now })
  return {
    register: {
      ...form,
      type: pick(caseTypes, a),
      confidentiality: b === 30 ? 'strict' : 'normal',
      namedUsers: a % 2 === 0 ? [] : (['salma', 'huda'] as never),
      numberTold: pick(['told', 'printed', null], b),
    },
    change_details: { subjects: a % 2 === 0 ? [] : ['procedure'], cause: null, complainantKind: null },
    describe: { subject: 'س', text: 'ن', language: 'ar' },
    set_complainant:
      a % 3 === 0 ? { ...form.complainant, person: null, anonymous: true, contactableBy: [] } : form.complainant,
    verify_identity: { state: pick(verifications, a) },
    tell_number: { how: 'told' },
    add_note: { text: 'ملاحظة' },
    add_files: {
      files: [{ file: 'b'.repeat(64), size: 1, mediaType: 'text/plain', pages: null, name: 'a.txt', key: 'k' }],
      original: false,
    },
    record_contact: { channel: 'phone', purpose: 'status' },
    // Seldom, and mostly taken back: whom it is about and his unit see no more of it.
    move_to_unit: { unit: pick([office, centralUnit, otherOffice], a), note: 'للاختصاص' },
    set_complained_about: {
      employees: a % 3 === 0 ? [{ staffId: '17', unit: pick([departmentA, departmentB, directorateOfA], b) }] : [],
    },
    settle_conflict: { event: world.case.unapplied[0] ?? testId(1), choice: 'keep', note: '' },
    set_confidentiality: { level: pick(confidentialities, a), users: b % 2 === 0 ? [] : (['salma', 'huda'] as never) },
  }
}

type Triage =
  | 'retype'
  | 'accept'
  | 'reject'
  | 'record_rejection_sent'
  | 'file'
  | 'withdraw'
  | 'classify'
  | 'assign'
  | 'request_info'
  | 'receive_info'
  | 'suspend'
  | 'resume'
  | 'recompute_due'
  | 'extend'
  | 'link'
  | 'unlink'
  | 'transfer_external'
  | 'follow_up_external'
  | 'confirm_external'
  | 'escalate'

/** What came some hours before somebody entered it. */
const earlier = ({ now }: CaseWorld, hours: number): { receivedAt?: Instant } =>
  hours % 3 === 0 ? {} : { receivedAt: instantFromMs(msOf(now) - hours * 3_600_000) }

function triageInputs(world: CaseWorld, [a, b, c]: Deed['picks']): Pick<Inputs, Triage> {
  const calendar = compileCalendar(world.calendar)
  const ahead = addWorkingDays(calendar, world.now, 1 + (a % 9))
  return {
    retype: { to: pick(caseTypes, a) },
    accept: {},
    reject: { reason: 'no_data', note: 'بلا بيانات', withinRemit: true },
    record_rejection_sent: { delivery: 'posted', sentAt: world.now },
    file: { reason: 'abusive', withinRemit: true },
    withdraw: {},
    classify: {
      service: a % 4 === 0 ? null : 'special.permits',
      complexity: pick(complexities, a),
      importance: pick(importances, b),
      importanceReason: c % 2 === 0 ? '' : 'سبب',
      procedure: pick(procedures, c + 1),
      priority: null,
    },
    assign: { user: pick(Object.keys(world.staff), a) as never },
    request_info: { channel: 'phone', text: '؟' },
    receive_info: earlier(world, a),
    suspend: { reason: 'court' },
    resume: {},
    recompute_due: { cause: pick(['calendar', 'limit', 'pause_cap'], a) },
    extend: { reason: 'field_visit', until: ahead, clientNotified: b % 2 === 0 },
    link: { lead: testId(900) as never, kind: pick(['duplicate', 'repeat'], a) },
    unlink: {},
    transfer_external: {
      body: 'post',
      transferredAt: world.now,
      externalReference: null,
      contactGiven: true,
      followUpAt: ahead,
    },
    follow_up_external: { followUpAt: ahead },
    confirm_external: { solved: true, contactRating: null },
    escalate: { referral: a % 2 === 0 ? null : (anyReferral(world, b) as never), rung: 1 + (c % 5) },
  }
}

type ReferralKind =
  | 'refer'
  | 'acknowledge_referral'
  | 'extend_referral'
  | 'return_referral'
  | 'reply_to_referral'
  | 'cancel_referral'
  | 'waive_referral'
  | 'ask_clarification'
  | 'answer_clarification'
  | 'remind'
  | 'ask_directorate'
  | 'answer_for_directorate'
  | 'disclose'
  | 'end_disclosure'

function referralInputs(world: CaseWorld, a: number, b: number): Pick<Inputs, ReferralKind> {
  const referral = anyReferral(world, a)
  const soon = instantFromMs(msOf(world.now) + (1 + b) * 3_600_000)
  return {
    refer: {
      referrals: (a % 3 === 0 ? [departmentA, departmentB] : [departmentA]).map((department) => ({
        department,
        text: 'للإفادة',
      })),
    },
    acknowledge_referral: { referral, statedAt: soon, beyondLimitApproved: a % 2 === 0 },
    extend_referral: { referral, statedAt: soon },
    return_referral: { referral, reason: 'not_in_remit', proposedDepartment: null },
    reply_to_referral: { referral, text: 'تم', ...earlier(world, b) },
    cancel_referral: { referral, reason: 'sent_in_error' },
    waive_referral: { referral, note: 'لا حاجة' },
    ask_clarification: { referral, by: pick(['team', 'department'], b), text: '؟' },
    answer_clarification: { referral, text: 'نعم' },
    remind: { referral },
    ask_directorate: { referral, directorate: directorateOfA, text: 'للإفادة بالمدة' },
    answer_for_directorate: {
      referral,
      request: requestOf(world, referral),
      neededUntil: b % 2 === 0 ? null : soon,
      text: 'يومان',
    },
    disclose: { referral, until: soon, note: 'زيارة ميدانية' },
    end_disclosure: { referral },
  }
}

type Answer =
  | 'submit_draft'
  | 'return_draft'
  | 'approve_draft'
  | 'record_reply_sent'
  | 'resolve_without_contact'
  | 'send_correction'
  | 'record_attempt'
  | 'rate'
  | 'decline_rating'
  | 'declare_unreachable'
  | 'close'
  | 'reopen'

function answerInputs(world: CaseWorld, [a, b, c]: Deed['picks']): Pick<Inputs, Answer> {
  const drafts = world.state.kind === 'case' ? world.state.cycles.flatMap((cycle) => cycle.drafts) : []
  const draft = (drafts.length === 0 ? testId(7) : a % 5 === 0 ? pick(drafts, b).id : drafts.at(-1)?.id) as never
  const exceptionReason = c % 2 === 0 ? 'سبب' : ''
  const earlier: Instant = instantFromMs(msOf(world.now) - (b % 4) * 600_000)
  const rating = pick(ratings, b)
  return {
    submit_draft: { text: 'رد', language: 'ar' },
    return_draft: { draft, reason: 'tone' },
    approve_draft: { draft, exceptionReason },
    record_reply_sent: { draft, delivery: 'posted', sentAt: earlier },
    resolve_without_contact: {},
    send_correction: { draft, delivery: 'posted', sentAt: earlier },
    record_attempt: { attemptedAt: world.now, channel: pick(contactChannels, a), result: pick(attemptResults, b + 1) },
    rate: { rating, mode: 'phone', ratedAt: world.now, exceptionReason },
    decline_rating: { mode: 'phone', exceptionReason },
    declare_unreachable: { note: 'يغلق' },
    close: {
      reason: pick(closeReasons, a % 2 === 0 ? 0 : a),
      outcome: 'upheld',
      rootCause: 'workload',
      knowledge: true,
      improvement: false,
      analysis: 'تحليل',
    },
    reopen: {
      cause: pick(reopenCauses, a),
      route: 'team',
      outcome: pick(outcomes, c),
      handler: pick(Object.keys(world.staff), b) as never,
      exceptionReason,
    },
  }
}

function anyReferral(world: CaseWorld, number: number): never {
  const referrals = world.state.kind === 'case' ? world.state.cycles.flatMap((cycle) => cycle.referrals) : []
  return (referrals.length === 0 ? testId(8) : pick([...referrals].reverse(), number).id) as never
}

function requestOf(world: CaseWorld, referral: string): never {
  const referrals = world.state.kind === 'case' ? world.state.cycles.flatMap((cycle) => cycle.referrals) : []
  const requests = referrals.find(({ id }) => id === referral)?.requests ?? []
  return (requests.at(-1)?.id ?? testId(9)) as never
}
