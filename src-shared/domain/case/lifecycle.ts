import type { Right } from '#shared/domain/access/rights.ts'
import { statuses } from './codes.ts'
import type { ReferralStatus, Status } from './codes.ts'
import type { CaseCommandKind } from './commands.ts'

/*
 * The table of the rulebook: what may be asked of a case in which status, by whom, and how a clash is judged.
 *
 * - `entry` commutes with everything and is taken in any status it names;
 * - `field` sets facts: whoever set them unseen meanwhile makes a conflict that a person resolves;
 * - `step` moves the work: taken while the table still allows it, else held, or a conflict where another did the same (`rivals.ts`).
 * What a step needs beyond status and right stands in `guards.ts`.
 */
export interface LifecycleRow {
  readonly kind: 'entry' | 'field' | 'step'
  /** null: anyone who may open the case. */
  readonly right: Right | null
  readonly statuses: readonly Status[]
}

const undecided = ['registered', 'triage'] as const
const atDepartments = ['referred', 'in_progress', 'returned', 'clarify'] as const
const answering = ['accepted', 'third_party', 'answered', 'approval', 'rework', 'reopened'] as const
const inHand = [...answering, ...atDepartments] as const
const paused = ['awaiting_info', 'suspended'] as const
const unresolved = [...undecided, ...inHand, 'approved', ...paused] as const
const measuring = ['resolved', 'unreachable'] as const
const answeredAlready = [...measuring, 'closed'] as const
const any = statuses

type Statuses = readonly Status[]
const entry = (right: Right | null, allowedIn: Statuses): LifecycleRow => ({
  kind: 'entry',
  right,
  statuses: allowedIn,
})
const field = (right: Right, allowedIn: Statuses): LifecycleRow => ({ kind: 'field', right, statuses: allowedIn })
const step = (right: Right, allowedIn: Statuses): LifecycleRow => ({ kind: 'step', right, statuses: allowedIn })

export const lifecycle = {
  // reception and registration; `register` is for what is not a case yet
  register: step('register', []),
  change_details: field('register', [...unresolved, ...measuring, 'closed']),
  describe: field('register', [...undecided, ...inHand, ...paused]),
  set_complainant: field('identify', [...unresolved, ...measuring, 'external']),
  verify_identity: field('identify', [...unresolved, ...measuring, 'external']),
  tell_number: entry('register', any),
  add_note: entry(null, any),
  add_files: entry(null, any),
  record_contact: entry('register', any),
  set_confidentiality: field('triage', any),
  set_complained_about: field('register', any),
  settle_conflict: step('triage', any),
  // triage and classification
  retype: field('retype', [...undecided, ...inHand, ...paused]),
  accept: step('triage', undecided),
  reject: step('triage', [...undecided, 'awaiting_info']),
  record_rejection_sent: step('send_reply', ['rejected']),
  file: step('close', [...undecided, ...inHand, ...paused]),
  withdraw: step('register', unresolved),
  move_to_unit: step('triage', [...undecided, ...inHand, ...paused]),
  classify: field('triage', [...undecided, ...inHand, ...paused]),
  assign: field('triage', unresolved),
  link: step('link', [...unresolved, ...measuring, 'closed']),
  unlink: step('link', any),
  transfer_external: step('transfer_external', [...undecided, ...inHand, ...paused]),
  follow_up_external: step('transfer_external', ['external']),
  confirm_external: step('transfer_external', ['external']),
  // the clock
  request_info: step('pause_clock', [...undecided, ...inHand]),
  receive_info: step('pause_clock', ['awaiting_info']),
  suspend: step('extend', [...undecided, ...inHand]),
  resume: step('pause_clock', paused),
  recompute_due: step('manage_lists', unresolved),
  extend: step('extend', [...undecided, ...inHand, 'approved']),
  escalate: step('refer', unresolved),
  // departments
  refer: step('refer', inHand),
  acknowledge_referral: step('answer_for_department', [...inHand, ...paused]),
  extend_referral: step('refer', [...inHand, ...paused]),
  return_referral: step('answer_for_department', [...inHand, ...paused]),
  reply_to_referral: step('answer_for_department', [...inHand, ...paused]),
  cancel_referral: step('refer', [...inHand, ...paused]),
  waive_referral: step('refer', [...inHand, ...paused]),
  ask_clarification: step('answer_for_department', [...inHand, ...paused]),
  answer_clarification: step('answer_for_department', [...inHand, ...paused]),
  remind: step('refer', [...inHand, ...paused]),
  ask_directorate: entry('answer_for_department', [...inHand, ...paused]),
  answer_for_directorate: entry('answer_for_department', [...inHand, ...paused]),
  disclose: entry('refer', [...inHand, ...paused]),
  end_disclosure: entry('refer', any),
  // the answer; open referrals are refused by name, not by status (F-08)
  // once it is out, the same four steps put it right: a correction is drafted and approved like any answer
  submit_draft: step('draft_reply', [...inHand, ...answeredAlready]),
  return_draft: step('approve_reply', ['approval', 'approved', ...atDepartments, ...answeredAlready]),
  approve_draft: step('approve_reply', ['approval', 'rework', ...atDepartments, ...answeredAlready]),
  record_reply_sent: step('send_reply', ['approved']),
  resolve_without_contact: step('send_reply', ['approved']),
  send_correction: step('send_reply', answeredAlready),
  // satisfaction, closing, reopening
  record_attempt: entry('measure_satisfaction', any),
  rate: step('measure_satisfaction', measuring),
  decline_rating: step('measure_satisfaction', measuring),
  declare_unreachable: step('measure_satisfaction', ['resolved']),
  close: step('close', measuring),
  reopen: step('reopen', [...measuring, 'closed']),
} as const satisfies Readonly<Record<CaseCommandKind, LifecycleRow>>

/** Commands on one referral: in which of its statuses. */
export const referralLifecycle = {
  acknowledge_referral: ['ref_sent'],
  extend_referral: ['in_progress'],
  return_referral: ['ref_sent', 'in_progress'],
  /** Also before it was acknowledged: an answer that is there says that the matter is theirs. */
  reply_to_referral: ['ref_sent', 'in_progress', 'clarify'],
  cancel_referral: ['ref_sent', 'in_progress', 'clarify', 'returned'],
  waive_referral: ['ref_sent', 'in_progress', 'clarify', 'returned'],
  ask_clarification: ['ref_sent', 'in_progress', 'answered'],
  answer_clarification: ['clarify'],
  remind: ['ref_sent', 'in_progress', 'clarify'],
  ask_directorate: ['ref_sent', 'in_progress', 'clarify'],
  answer_for_directorate: ['ref_sent', 'in_progress', 'clarify'],
  disclose: ['ref_sent', 'in_progress', 'clarify'],
  /** Also while it owes the team an explanation, never while the team owes it one (E-04). */
  escalate: ['ref_sent', 'in_progress', 'clarify'],
} as const satisfies Partial<Readonly<Record<CaseCommandKind, readonly ReferralStatus[]>>>

export type ReferralCommandKind = keyof typeof referralLifecycle

/** Row of a command; the one way others read the table. */
export function lifecycleRow(command: CaseCommandKind): LifecycleRow {
  return lifecycle[command]
}
