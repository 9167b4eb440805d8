import type { TimelineEntry } from '#shared/contract/desktop/views.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import type { Tone } from '#renderer/ui/badge.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'

export const historyFilters = ['all', 'steps', 'messages', 'files', 'internal'] as const
export type HistoryFilter = (typeof historyFilters)[number]

type Kind = Exclude<HistoryFilter, 'all'>

export interface EntryLook {
  readonly kind: Kind
  readonly icon: IconName
  readonly tone: Tone
}

const step = (icon: IconName, tone: Tone = 'neutral'): EntryLook => ({ kind: 'steps', icon, tone })
const message = (icon: IconName, tone: Tone = 'info'): EntryLook => ({ kind: 'messages', icon, tone })
const internal = (icon: IconName, tone: Tone = 'warn'): EntryLook => ({ kind: 'internal', icon, tone })

const looks: Readonly<Record<CaseEventType, EntryLook>> = {
  received: step('inbox', 'accent'),
  registered: step('check', 'accent'),
  described: step('edit'),
  details_changed: step('edit'),
  complainant_set: step('user'),
  identity_verified: step('shield'),
  number_told: message('message', 'neutral'),
  receipt_printed: message('print', 'neutral'),
  session_started: message('phone', 'neutral'),
  inbound_contact: message('phone'),
  intake_accepted: step('inbox'),
  retyped: step('refresh'),
  confidentiality_set: step('lock'),
  conflict_settled: step('check'),
  complained_about: step('shield', 'warn'),
  moved_to_unit: step('send', 'accent'),
  note_added: internal('note'),
  file_added: { kind: 'files', icon: 'clip', tone: 'neutral' },
  accepted: step('check', 'good'),
  rejected: step('close', 'bad'),
  rejection_notified: message('mail'),
  filed: step('archive'),
  withdrawn: step('arrow-back'),
  external_transferred: step('globe', 'info'),
  external_followed_up: message('refresh'),
  external_confirmed: step('check-circle', 'good'),
  classified: step('list'),
  class_corrected: step('list'),
  assigned: step('user'),
  referred: message('send'),
  ref_ack: message('check'),
  ref_returned: message('reply', 'bad'),
  ref_replied: message('message', 'good'),
  ref_cancelled: message('close', 'neutral'),
  ref_waived: message('minus', 'neutral'),
  clarification_asked: message('message', 'warn'),
  clarification_answered: message('message'),
  directorate_asked: message('send', 'neutral'),
  directorate_answered: message('reply', 'neutral'),
  reminder_sent: message('bell', 'warn'),
  escalated: step('alert', 'bad'),
  info_requested: message('pause', 'warn'),
  info_received: message('inbox'),
  suspended: step('pause', 'warn'),
  resumed: step('clock'),
  extended: step('calendar', 'warn'),
  due_recomputed: step('calendar'),
  delay_notice_sent: message('clock', 'warn'),
  progress_notice_sent: message('message'),
  draft_submitted: internal('edit', 'accent'),
  draft_returned: internal('reply', 'bad'),
  approved: step('shield', 'good'),
  reply_sent: message('mail', 'good'),
  resolved: step('check-circle', 'good'),
  correction_sent: message('mail', 'warn'),
  contact_attempt: message('phone', 'neutral'),
  rated: message('star', 'accent'),
  rating_declined: message('star', 'neutral'),
  unreachable_declared: step('phone', 'warn'),
  closed: step('check-circle', 'good'),
  reopened: step('refresh', 'bad'),
  linked: step('link'),
  unlinked: step('link'),
  separation_excepted: step('alert', 'warn'),
  disclosed: step('eye', 'warn'),
  disclosure_ended: step('eye'),
  qa_scored: internal('chart', 'neutral'),
  kb_used: internal('file', 'neutral'),
  kb_created: internal('file', 'neutral'),
  action_created: internal('flag', 'neutral'),
  action_done: internal('flag', 'good'),
}

/** In: type of an event. Out: under which filter it stands and how it looks. */
export function lookOf(type: string): EntryLook {
  return Object.hasOwn(looks, type) ? looks[type as CaseEventType] : step('info')
}

/** In: an event. Out: whether a filter shows it; one that came with files stands under the files too. */
export const isShownBy = (filter: HistoryFilter, { type, facts }: Pick<TimelineEntry, 'type' | 'facts'>): boolean =>
  filter === 'all' || lookOf(type).kind === filter || (filter === 'files' && cameWithFiles(facts))

const cameWithFiles = ({ files }: TimelineEntry['facts']): boolean => Array.isArray(files) && files.length > 0
