import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { exceptionRules, exceptionWays } from '#shared/i18n/case-timeline.ts'
import { paths } from '#renderer/parts/paths.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'

/** Exceptions from separation rules, each as it was passed (architecture: small offices). */
export function ExceptionsPanel({ view }: { readonly view: CaseView }) {
  const { t, label, shortDate } = useSpeech()
  const { exceptions } = view.state
  if (exceptions.length === 0) return null
  return (
    <Notice tone="warn" title={t(messages.exceptionsTitle)}>
      {exceptions.map(({ rule, way, at }) => (
        <Text key={`${rule}${at}`} size="xs">
          {t(messages.exceptionLine, {
            rule: label(exceptionRules, rule),
            way: label(exceptionWays, way),
            date: shortDate(at),
          })}
        </Text>
      ))}
    </Notice>
  )
}

interface LinksPanelProps {
  readonly view: CaseView
  readonly onUnlink: (() => void) | null
}

/** Lead and followers; a follower is unlinked on its own page (L-16, L-17). */
export function LinksPanel({ view, onUnlink }: LinksPanelProps) {
  const { t } = useSpeech()
  if (view.linkedCases.length === 0) return null
  const kinds = { duplicate: messages.linkDuplicate, repeat: messages.linkRepeat } as const
  return (
    <Panel title={t(messages.links)}>
      <Stack gap="xs">
        {view.linkedCases.map(({ id, reference, kind, role }) => (
          <Row key={id} justify="between" gap="xs">
            <ReferenceNumber reference={reference} href={paths.case(id)} />
            <Badge icon="link">
              {t(role === 'lead' ? messages.roleLead : messages.roleFollower, { kind: t(kinds[kind]) })}
            </Badge>
          </Row>
        ))}
        {onUnlink !== null && (
          <Button size="xs" kind="quiet" icon="link" onClick={onUnlink}>
            {t(messages.unlink)}
          </Button>
        )}
      </Stack>
    </Panel>
  )
}
