import type { Priority } from '#shared/domain/case/codes.ts'
import { priorityLabels } from '#shared/i18n/codes.ts'
import type { Tone } from '#renderer/ui/badge.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { useSpeech } from './speech.tsx'

export const priorityTones: Readonly<Record<Priority, Tone>> = {
  urgent: 'bad',
  high: 'warn',
  normal: 'neutral',
  low: 'neutral',
}

/** The order of work of a case; nothing before it is classified. */
export function PriorityBadge({ priority }: { readonly priority: Priority | null }) {
  const { label } = useSpeech()
  if (priority === null) return null
  return (
    <Badge tone={priorityTones[priority]} {...(priority === 'high' ? { icon: 'flag' as const } : {})}>
      {label(priorityLabels, priority)}
    </Badge>
  )
}
