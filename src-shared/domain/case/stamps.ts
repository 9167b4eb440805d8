import type { CaseCommand, CaseCommandKind } from './commands.ts'
import type { CaseEvent, CaseEventType } from './events.ts'
import type { Case, CaseState } from './state.ts'

/*
 * Stamps (sync: `expects`). One name per fact that somebody may rely on; events set facts, commands expect them.
 * A stamp is the id of the event that last set the fact, `unset` while none did.
 */

const unset = 'unset'

type TypeAndFacts = Pick<CaseEvent, 'type' | 'facts'>

/** Facts of one referral stand under its id. */
const ofReferral = 'referral:'

/** Event → the facts it sets; those it does not name commute: notes, files, attempts, reminders and the like (S9). */
const setters: Partial<Readonly<Record<CaseEventType, readonly string[]>>> = {
  registered: ['office', 'type', 'details', 'confidentiality', 'due', 'cycle'],
  described: ['description'],
  details_changed: ['details'],
  complainant_set: ['complainant'],
  identity_verified: ['verification'],
  confidentiality_set: ['confidentiality'],
  complained_about: ['complained_about'],
  retyped: ['type', 'due'],
  moved_to_unit: ['office', 'handler'],
  accepted: ['decision'],
  rejected: ['decision', 'exit'],
  rejection_notified: ['exit'],
  filed: ['exit'],
  withdrawn: ['exit'],
  external_transferred: ['exit'],
  external_followed_up: ['exit'],
  external_confirmed: ['exit', 'due'],
  classified: ['classification', 'due'],
  class_corrected: ['classification', 'due'],
  assigned: ['handler'],
  referred: ['referrals', ofReferral],
  ref_ack: ['referrals', ofReferral],
  ref_returned: ['referrals', ofReferral],
  ref_replied: ['referrals', ofReferral],
  ref_cancelled: ['referrals', ofReferral],
  ref_waived: ['referrals', ofReferral],
  clarification_asked: ['referrals', ofReferral],
  clarification_answered: ['referrals', ofReferral],
  info_requested: ['pause', 'due'],
  info_received: ['pause', 'due'],
  suspended: ['pause', 'due'],
  resumed: ['pause', 'due'],
  extended: ['extension', 'due'],
  due_recomputed: ['due', ofReferral],
  draft_submitted: ['draft'],
  draft_returned: ['draft'],
  approved: ['draft'],
  reply_sent: ['draft'],
  correction_sent: ['draft'],
  resolved: ['resolution'],
  rated: ['rating'],
  rating_declined: ['rating'],
  unreachable_declared: ['unreachable'],
  closed: ['closing'],
  reopened: ['cycle', 'due'],
  linked: ['link'],
  unlinked: ['link'],
}

/** Command → the facts its author had before his eyes, beside the cycle he acts in; empty: it relies on none. */
const expectations: Readonly<Record<CaseCommandKind, readonly string[]>> = {
  register: [],
  change_details: ['details'],
  describe: ['description'],
  set_complainant: ['complainant'],
  verify_identity: ['verification'],
  tell_number: [],
  add_note: [],
  add_files: [],
  record_contact: [],
  set_confidentiality: ['confidentiality'],
  set_complained_about: ['complained_about'],
  settle_conflict: [],
  retype: ['type'],
  move_to_unit: ['office'],
  accept: ['decision', 'exit'],
  reject: ['decision', 'exit'],
  record_rejection_sent: ['exit'],
  file: ['decision', 'exit'],
  withdraw: ['decision', 'exit'],
  classify: ['classification', 'type'],
  assign: ['handler'],
  request_info: ['pause'],
  receive_info: ['pause'],
  suspend: ['pause'],
  resume: ['pause'],
  recompute_due: ['due'],
  extend: ['due'],
  refer: ['classification', 'referrals'],
  acknowledge_referral: [ofReferral],
  extend_referral: [ofReferral],
  return_referral: [ofReferral],
  reply_to_referral: [ofReferral],
  cancel_referral: [ofReferral],
  waive_referral: [ofReferral],
  ask_clarification: [ofReferral],
  answer_clarification: [ofReferral],
  remind: [],
  ask_directorate: [],
  answer_for_directorate: [],
  disclose: [],
  end_disclosure: [],
  escalate: [],
  submit_draft: ['draft', 'referrals'],
  return_draft: ['draft', 'referrals'],
  approve_draft: ['draft', 'referrals'],
  record_reply_sent: ['draft'],
  resolve_without_contact: ['draft'],
  send_correction: ['draft'],
  record_attempt: [],
  rate: ['rating', 'resolution'],
  decline_rating: ['rating', 'resolution'],
  declare_unreachable: ['rating', 'resolution'],
  close: ['rating', 'resolution', 'closing'],
  reopen: ['resolution', 'closing'],
  link: ['link'],
  unlink: ['link'],
  transfer_external: ['decision', 'exit'],
  follow_up_external: ['exit'],
  confirm_external: ['exit'],
}

/** In: an event. Out: the facts it sets. */
export function factsSetBy({ type, facts }: TypeAndFacts): readonly string[] {
  const referral = referralIn(facts)
  // What is counted anew is either the case's due date or one referral's.
  const names = type === 'due_recomputed' && referral !== null ? [ofReferral] : (setters[type] ?? [])
  return named(names, referral)
}

/** In: a command. Out: the facts it expects unchanged. */
export function factsExpectedBy({ kind, input }: CaseCommand): readonly string[] {
  return named(expectations[kind], referralIn(input))
}

function named(names: readonly string[], referral: string | null): readonly string[] {
  const given = names.filter((name) => name !== ofReferral || referral !== null)
  return given.map((name) => (name === ofReferral ? `${ofReferral}${referral}` : name))
}

function referralIn(value: object): string | null {
  return 'referral' in value && typeof value.referral === 'string' ? value.referral : null
}

/** The stamps every event of a command carries: fact → id of the event that last set it, as the author saw it. */
export function stampsFor(state: CaseState, command: CaseCommand): Readonly<Record<string, string>> {
  if (state.kind === 'none') return {}
  const expected = factsExpectedBy(command)
  const facts = expected.length === 0 ? [] : ['cycle', ...expected]
  return Object.fromEntries(facts.map((fact) => [fact, state.setBy[fact] ?? unset]))
}

/**
 * In: stamps, ids of the same commit. Out: the facts that somebody else set meanwhile. What a commit set itself,
 * in an event before this one, is no clash.
 */
export function movedFacts(
  state: Case,
  expects: Readonly<Record<string, string>>,
  sameCommit: readonly string[],
): readonly string[] {
  return Object.entries(expects)
    .filter(([fact, seen]) => {
      const now = state.setBy[fact] ?? unset
      return now !== seen && !sameCommit.includes(now)
    })
    .map(([fact]) => fact)
}
