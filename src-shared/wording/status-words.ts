import type { Status } from '#shared/domain/case/codes.ts'
import { awaitsLabels, awaitsShortLabels, statusLabels, statusShortLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

interface Standing {
  readonly status: Status
  /** What an answered case waits for, where that is known. */
  readonly awaits: 'call' | 'reopen' | 'close' | null
}

/** In: where a case stands and what it waits for. Out: the words of its page and its file, and those of a row. */
export function statusWords({ status, awaits }: Standing): {
  readonly full: PlainMessage
  readonly brief: PlainMessage
} {
  const isMeasured = status === 'resolved' && awaits !== null && awaits !== 'call'
  return isMeasured
    ? { full: awaitsLabels[awaits], brief: awaitsShortLabels[awaits] }
    : { full: statusLabels[status], brief: statusShortLabels[status] }
}
