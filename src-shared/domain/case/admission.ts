import type { CaseCommandKind } from './commands.ts'
import type { CaseEventType } from './events.ts'

type Later = Exclude<CaseEventType, 'received' | 'registered'>

/**
 * Event → the commands that may have yielded it: the event is admitted when the lifecycle row of one of them allows
 * it. `null` rows are not of this program's commands yet and are taken as entries of whoever may open the case.
 */
export const admission = {
  described: ['describe'],
  details_changed: ['change_details'],
  complainant_set: ['set_complainant'],
  identity_verified: ['verify_identity'],
  number_told: ['tell_number'],
  receipt_printed: ['tell_number'],
  session_started: ['record_contact'],
  inbound_contact: ['record_contact'],
  intake_accepted: ['accept'],
  retyped: ['retype'],
  confidentiality_set: ['set_confidentiality'],
  complained_about: ['set_complained_about'],
  note_added: ['add_note'],
  file_added: ['add_files'],
  moved_to_unit: ['move_to_unit'],
  accepted: ['accept'],
  rejected: ['reject'],
  filed: ['file'],
  withdrawn: ['withdraw'],
  external_transferred: ['transfer_external'],
  external_followed_up: ['follow_up_external'],
  external_confirmed: ['confirm_external'],
  classified: ['classify'],
  class_corrected: ['classify'],
  assigned: ['assign', 'reopen'],
  referred: ['refer'],
  ref_ack: ['acknowledge_referral'],
  ref_returned: ['return_referral'],
  ref_replied: ['reply_to_referral'],
  ref_cancelled: ['cancel_referral', 'file', 'withdraw', 'transfer_external', 'link'],
  ref_waived: ['waive_referral'],
  clarification_asked: ['ask_clarification'],
  clarification_answered: ['answer_clarification'],
  directorate_asked: ['ask_directorate'],
  directorate_answered: ['answer_for_directorate'],
  reminder_sent: ['remind'],
  escalated: ['escalate'],
  info_requested: ['request_info'],
  info_received: ['receive_info'],
  suspended: ['suspend'],
  resumed: ['resume'],
  extended: ['extend'],
  due_recomputed: ['recompute_due'],
  delay_notice_sent: null,
  progress_notice_sent: null,
  draft_submitted: ['submit_draft'],
  draft_returned: ['return_draft'],
  approved: ['approve_draft'],
  reply_sent: ['record_reply_sent'],
  resolved: ['record_reply_sent', 'resolve_without_contact'],
  correction_sent: ['send_correction'],
  contact_attempt: ['record_attempt'],
  rated: ['rate'],
  rating_declined: ['decline_rating'],
  unreachable_declared: ['declare_unreachable'],
  closed: ['close'],
  reopened: ['reopen'],
  linked: ['link'],
  unlinked: ['unlink'],
  conflict_settled: ['settle_conflict'],
  separation_excepted: ['approve_draft', 'rate', 'decline_rating', 'reopen', 'assign'],
  disclosed: ['disclose'],
  disclosure_ended: ['end_disclosure'],
  qa_scored: null,
  kb_used: null,
  kb_created: null,
  action_created: null,
  action_done: null,
} as const satisfies Readonly<Record<Later, readonly CaseCommandKind[] | null>>

/** Event types that a duty may write by itself, with no person's right (sync: duties). */
export const dutyEvents: readonly CaseEventType[] = ['reminder_sent', 'escalated', 'due_recomputed', 'disclosure_ended']

/** Events of a registration after `registered`: they come with the registrar's own right and in his own commit. */
export const registrationEvents: readonly CaseEventType[] = [
  'described',
  'complainant_set',
  'identity_verified',
  'confidentiality_set',
  'file_added',
  'number_told',
  'receipt_printed',
  'session_started',
]
