import { assertNever } from '#shared/lib/assert.ts'
import type { CaseCommand } from './commands.ts'
import type { CaseEvent } from './events.ts'
import type { Case, CaseState } from './state.ts'

/*
 * Stamps (sync: `expects`). One name per fact that somebody may rely on; events set facts, commands expect them.
 * A stamp is the id of the event that last set the fact, `unset` while none did.
 */

const unset = 'unset'

type TypeAndFacts = { readonly [E in CaseEvent as E['type']]: { readonly type: E['type']; readonly facts: E['facts'] } }[CaseEvent['type']]

/** In: an event. Out: the facts it sets. Notes, files, attempts and the like set none: they commute (S9). */
export function factsSetBy(event: TypeAndFacts): readonly string[] {
  switch (event.type) {
    case 'received':
    case 'registered':
      return ['type', 'details', 'confidentiality', 'due', 'cycle']
    case 'described':
      return ['description']
    case 'details_changed':
      return ['details']
    case 'complainant_set':
      return ['complainant']
    case 'identity_verified':
      return ['verification']
    case 'confidentiality_set':
      return ['confidentiality']
    case 'retyped':
      return ['type', 'due']
    case 'accepted':
    case 'rejected':
      return ['decision']
    case 'filed':
    case 'withdrawn':
    case 'external_transferred':
    case 'external_followed_up':
    case 'external_confirmed':
      return ['exit']
    case 'classified':
    case 'class_corrected':
      return ['classification', 'due']
    case 'assigned':
      return ['handler']
    case 'referred':
      return ['referrals', `referral:${event.facts.referral}`]
    case 'ref_ack':
    case 'ref_returned':
    case 'ref_replied':
    case 'ref_cancelled':
    case 'ref_waived':
    case 'clarification_asked':
    case 'clarification_answered':
      return ['referrals', `referral:${event.facts.referral}`]
    case 'info_requested':
    case 'info_received':
    case 'suspended':
    case 'resumed':
      return ['pause', 'due']
    case 'extended':
      return ['extension', 'due']
    case 'due_recomputed':
      return event.facts.referral === null ? ['due'] : [`referral:${event.facts.referral}`]
    case 'draft_submitted':
    case 'draft_returned':
    case 'approved':
    case 'reply_sent':
      return ['draft']
    case 'resolved':
      return ['resolution']
    case 'rated':
    case 'rating_declined':
      return ['rating']
    case 'unreachable_declared':
      return ['unreachable']
    case 'closed':
      return ['closing']
    case 'reopened':
      return ['cycle', 'due']
    case 'linked':
    case 'unlinked':
      return ['link']
    case 'number_told':
    case 'receipt_printed':
    case 'session_started':
    case 'inbound_contact':
    case 'intake_accepted':
    case 'note_added':
    case 'file_added':
    case 'reminder_sent':
    case 'escalated':
    case 'delay_notice_sent':
    case 'progress_notice_sent':
    case 'correction_sent':
    case 'contact_attempt':
    case 'separation_excepted':
    case 'disclosed':
    case 'disclosure_ended':
    case 'qa_scored':
    case 'kb_used':
    case 'kb_created':
    case 'action_created':
    case 'action_done':
      return []
    default:
      return assertNever(event)
  }
}

/** In: a command. Out: the facts its author had before his eyes, beside the cycle he acts in. */
export function factsExpectedBy(command: CaseCommand): readonly string[] {
  switch (command.kind) {
    case 'change_details':
      return ['details']
    case 'describe':
      return ['description']
    case 'set_complainant':
      return ['complainant']
    case 'verify_identity':
      return ['verification']
    case 'set_confidentiality':
      return ['confidentiality']
    case 'retype':
      return ['type']
    case 'classify':
      return ['classification', 'type']
    case 'assign':
      return ['handler']
    case 'accept':
    case 'reject':
    case 'file':
    case 'withdraw':
    case 'transfer_external':
      return ['decision', 'exit']
    case 'follow_up_external':
    case 'confirm_external':
      return ['exit']
    case 'request_info':
    case 'receive_info':
    case 'suspend':
    case 'resume':
      return ['pause']
    case 'extend':
    case 'recompute_due':
      return ['due']
    case 'refer':
      return ['classification', 'referrals']
    case 'acknowledge_referral':
    case 'return_referral':
    case 'reply_to_referral':
    case 'cancel_referral':
    case 'waive_referral':
    case 'ask_clarification':
    case 'answer_clarification':
      return [`referral:${command.input.referral}`]
    case 'submit_draft':
    case 'return_draft':
    case 'approve_draft':
      return ['draft', 'referrals']
    case 'record_reply_sent':
    case 'resolve_without_contact':
      return ['draft']
    case 'rate':
    case 'decline_rating':
    case 'declare_unreachable':
      return ['rating', 'resolution']
    case 'close':
      return ['rating', 'resolution', 'closing']
    case 'reopen':
      return ['resolution', 'closing']
    case 'link':
    case 'unlink':
      return ['link']
    case 'register':
    case 'tell_number':
    case 'add_note':
    case 'add_files':
    case 'record_contact':
    case 'remind':
    case 'escalate':
    case 'send_correction':
    case 'record_attempt':
      return []
    default:
      return assertNever(command)
  }
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
export function movedFacts(state: Case, expects: Readonly<Record<string, string>>, sameCommit: readonly string[]): readonly string[] {
  return Object.entries(expects)
    .filter(([fact, seen]) => {
      const now = state.setBy[fact] ?? unset
      return now !== seen && !sameCommit.includes(now)
    })
    .map(([fact]) => fact)
}
