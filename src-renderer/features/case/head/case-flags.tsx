import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { confidentialityLabels, flagLabels, priorityLabels } from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { priorityTones } from '#renderer/parts/priority-badge.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { EscalationBadge, StatusBadge } from '#renderer/parts/status-badge.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { clashesOf } from '../conflict/clashes-of.ts'

/** Status and every flag of the case, each in words (UI-13). */
export function CaseFlags({ view }: { readonly view: CaseView }) {
  const { t, label } = useSpeech()
  const { line, state } = view
  const held = clashesOf(view).length
  return (
    <Row gap="xs">
      <StatusBadge status={line.status} awaits={line.awaits} />
      {line.overdue && <Badge tone="bad">{label(flagLabels, 'overdue')}</Badge>}
      {/* Only where it says something: normal is what most are. */}
      {line.priority !== null && line.priority !== 'normal' && (
        <Badge tone={priorityTones[line.priority]} icon="flag">
          {t(messages.priorityMark, { priority: label(priorityLabels, line.priority) })}
        </Badge>
      )}
      <EscalationBadge level={line.escalation} />
      {line.confidentiality !== 'normal' && (
        <Badge tone="warn" icon="lock">
          {label(confidentialityLabels, line.confidentiality)}
        </Badge>
      )}
      {line.cycle > 1 && (
        <Badge tone="info" icon="refresh">
          {t(partsMessages.cycle, { cycle: line.cycle })}
        </Badge>
      )}
      {state.exceptions.length > 0 && (
        <Badge tone="warn" icon="alert">
          {t(messages.exceptions, { count: state.exceptions.length })}
        </Badge>
      )}
      {held > 0 && (
        <Badge tone="bad" icon="alert">
          {t(messages.conflicts, { count: held })}
        </Badge>
      )}
    </Row>
  )
}
