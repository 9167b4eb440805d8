import type { Status } from '#shared/domain/case/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages as messages } from '#shared/i18n/parts.ts'

const words: Readonly<Record<Status, PlainMessage>> = {
  registered: messages.publicRegistered,
  triage: messages.publicStudy,
  awaiting_info: messages.publicNeedInfo,
  accepted: messages.publicStudy,
  referred: messages.publicReferred,
  in_progress: messages.publicReferred,
  returned: messages.publicReferred,
  clarify: messages.publicReferred,
  third_party: messages.publicReferred,
  answered: messages.publicStudy,
  approval: messages.publicStudy,
  rework: messages.publicStudy,
  approved: messages.publicStudy,
  resolved: messages.publicAnswered,
  unreachable: messages.publicAnswered,
  closed: messages.publicClosed,
  reopened: messages.publicReopened,
  external: messages.publicReferred,
  rejected: messages.publicClosed,
  filed: messages.publicClosed,
  withdrawn: messages.publicClosed,
  follower: messages.publicStudy,
  suspended: messages.publicStudy,
}

const ended: ReadonlySet<Status> = new Set(['closed', 'rejected', 'filed', 'withdrawn'])

/** In: a status. Out: what a citizen is told of it (P-03, P-04), and whether the matter is finished. */
export function publicStatus(status: Status): { readonly words: PlainMessage; readonly open: boolean } {
  return { words: words[status], open: !ended.has(status) }
}

const answered: ReadonlySet<Status> = new Set(['resolved', 'unreachable', 'follower'])

/** In: a status. Out: whether the case's clock runs, stands still up to a known day or without one (W4), or has done its work (W5). */
export function clockOf(status: Status): 'running' | 'paused' | 'held' | 'stopped' {
  if (ended.has(status) || answered.has(status)) return 'stopped'
  if (status === 'suspended') return 'held'
  return status === 'awaiting_info' ? 'paused' : 'running'
}
