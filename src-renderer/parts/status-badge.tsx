import type { ReferralStatus, Status } from '#shared/domain/case/codes.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { referralStatusLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { statusWords } from '#shared/wording/status-words.ts'
import type { Tone } from '#renderer/ui/badge.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import type { IconName } from '#renderer/ui/icon-paths.ts'
import { isDepartment, useSession } from './session.tsx'
import { useSpeech } from './speech.tsx'

interface Look {
  readonly tone: Tone
  readonly icon: IconName
}

const waiting: Look = { tone: 'warn', icon: 'pause' }
const working: Look = { tone: 'info', icon: 'clock' }
const ended: Look = { tone: 'neutral', icon: 'archive' }

const statusLooks: Readonly<Record<Status, Look>> = {
  registered: { tone: 'accent', icon: 'inbox' },
  triage: { tone: 'accent', icon: 'filter' },
  awaiting_info: waiting,
  accepted: working,
  referred: { tone: 'info', icon: 'send' },
  in_progress: working,
  returned: { tone: 'bad', icon: 'reply' },
  clarify: { tone: 'warn', icon: 'message' },
  third_party: { tone: 'info', icon: 'building' },
  answered: { tone: 'accent', icon: 'message' },
  approval: { tone: 'accent', icon: 'shield' },
  rework: { tone: 'bad', icon: 'edit' },
  approved: { tone: 'good', icon: 'check' },
  resolved: { tone: 'good', icon: 'phone' },
  unreachable: { tone: 'warn', icon: 'phone' },
  closed: { tone: 'neutral', icon: 'check-circle' },
  reopened: { tone: 'bad', icon: 'refresh' },
  external: { tone: 'info', icon: 'globe' },
  rejected: { tone: 'neutral', icon: 'close' },
  filed: ended,
  withdrawn: ended,
  follower: { tone: 'neutral', icon: 'link' },
  suspended: waiting,
}

interface StatusBadgeProps {
  readonly status: Status
  /** What an answered case waits for, where that is known. */
  readonly awaits?: 'call' | 'reopen' | 'close' | null | undefined
  /** In a row: fewer words, the full ones in the title. */
  readonly short?: boolean
}

/** Where a case stands, in the words of the vocabulary. */
export function StatusBadge({ status, awaits = null, short = false }: StatusBadgeProps) {
  const { t } = useSpeech()
  const words = statusWords({ status, awaits })
  const [full, brief] = [t(words.full), t(words.brief)]
  const { tone, icon } = statusLooks[status]
  return (
    <Badge tone={tone} icon={icon} title={short ? full : undefined}>
      {short ? brief : full}
    </Badge>
  )
}

const referralLooks: Readonly<Record<ReferralStatus, Look>> = {
  ref_sent: { tone: 'warn', icon: 'send' },
  in_progress: working,
  returned: { tone: 'bad', icon: 'reply' },
  clarify: { tone: 'warn', icon: 'message' },
  answered: { tone: 'good', icon: 'check' },
  cancelled: { tone: 'neutral', icon: 'close' },
  waived: { tone: 'neutral', icon: 'minus' },
}

/** At a department's own machine what it has yet to receive is named to itself, and in few enough letters for a column. */
export function ReferralStatusBadge({ status }: { readonly status: ReferralStatus }) {
  const { t, label } = useSpeech()
  const { unit } = useSession().session
  const { tone, icon } = referralLooks[status]
  const isOwn = status === 'ref_sent' && isDepartment(unit)
  return (
    <Badge tone={tone} icon={icon}>
      {isOwn ? t(referralMessages.sentOwn) : label(referralStatusLabels, status)}
    </Badge>
  )
}

/** Raised to a level of the ladder; nothing where it was not. */
export function EscalationBadge({ level }: { readonly level: number }) {
  const { t } = useSpeech()
  if (level === 0) return null
  return (
    <Badge tone="bad" icon="bell">
      {t(partsMessages.escalated, { level })}
    </Badge>
  )
}
