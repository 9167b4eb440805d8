/**
 * Fixed codes of the rulebook (spec/vocabulary.md). What an office may edit (channels, services, reasons,
 * causes, complainant kinds) is a list and only a string here.
 */
export const complexities = ['routine', 'critical', 'complex'] as const
export type Complexity = (typeof complexities)[number]

export const importances = ['low', 'medium', 'high'] as const
export type Importance = (typeof importances)[number]

export const procedures = ['fcr', 'processing', 'third_party'] as const
export type Procedure = (typeof procedures)[number]

export const priorities = ['low', 'normal', 'high', 'urgent'] as const
export type Priority = (typeof priorities)[number]

export const confidentialities = ['normal', 'confidential', 'strict'] as const
export type Confidentiality = (typeof confidentialities)[number]

export const ratings = ['very_satisfied', 'satisfied', 'not_satisfied'] as const
export type Rating = (typeof ratings)[number]

export const verifications = [
  'not_verified',
  'by_document',
  'by_phone',
  'by_database',
  'failed',
  'not_required',
] as const
export type Verification = (typeof verifications)[number]

/** In: how far an identity was looked into. Out: whether it is known for certain; what needs no proof is not proven. */
export const isVerified = (state: Verification): boolean =>
  state === 'by_document' || state === 'by_phone' || state === 'by_database'

export const contactChannels = ['phone', 'sms', 'email', 'post', 'counter', 'other'] as const
export type ContactChannel = (typeof contactChannels)[number]

export const attemptResults = ['reached', 'no_answer', 'busy', 'wrong_number', 'call_later'] as const
export type AttemptResult = (typeof attemptResults)[number]

/** How an approved reply left, recorded by a person until sending exists. */
export const deliveries = ['handed_over', 'posted', 'read_by_phone', 'office_mailbox', 'faxed', 'texted'] as const
export type Delivery = (typeof deliveries)[number]

export const closeReasons = [
  'rated',
  'declined',
  'unreachable',
  'not_surveyable',
  'no_further_review',
  'final',
] as const
export type CloseReason = (typeof closeReasons)[number]

export const reopenCauses = ['dissatisfied', 'new_facts', 'not_implemented', 'wrong_answer', 'staff_error'] as const
export type ReopenCause = (typeof reopenCauses)[number]

/** By what a case came back: the rating, the complainant himself, the counter, or the team of its own accord. */
export const reopenRoutes = ['rating', 'client', 'counter', 'team'] as const
export type ReopenRoute = (typeof reopenRoutes)[number]

export const outcomes = ['upheld', 'partly', 'not_upheld', 'not_established'] as const
export type Outcome = (typeof outcomes)[number]

export const stages = ['reception', 'registration', 'classification', 'processing', 'closing'] as const
export type Stage = (typeof stages)[number]

/** Status of a case, read from its state (spec/vocabulary.md 4.4); flags such as overdue stand beside it. */
export const statuses = [
  'registered',
  'triage',
  'awaiting_info',
  'accepted',
  'referred',
  'in_progress',
  'returned',
  'clarify',
  'third_party',
  'answered',
  'approval',
  'rework',
  'approved',
  'resolved',
  'unreachable',
  'closed',
  'reopened',
  'external',
  'rejected',
  'filed',
  'withdrawn',
  'follower',
  'suspended',
] as const
export type Status = (typeof statuses)[number]

/** Status of one referral. */
export const referralStatuses = [
  'ref_sent',
  'in_progress',
  'returned',
  'clarify',
  'answered',
  'cancelled',
  'waived',
] as const
export type ReferralStatus = (typeof referralStatuses)[number]

/** Reason of filing that takes a case out of every population but the flow (kpis 5.1: CMP). */
export const registeredInError = 'registered_in_error'
