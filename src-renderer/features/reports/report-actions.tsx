import { useId, useState } from 'react'
import { nextEdition } from '#shared/domain/indicators/edition.ts'
import type { EditionView, StartReport } from '#shared/contract/desktop/reports.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useNow } from '#renderer/parts/use-now.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { IssueDialog } from './issue-dialog.tsx'
import { isPeriodOver } from './report-choice.ts'
import type { ReportExport } from './use-export.ts'
import { usePeriodName } from './use-period-name.ts'
import css from './reports.module.css'

interface ReportActionsProps {
  /** Null while the choice lacks something. */
  readonly asked: StartReport | null
  readonly editions: readonly EditionView[]
  readonly job: ReportExport
  /** The flow does not reconcile and no note says why (P6). */
  readonly blocked: boolean
  /** Whether a report is on the screen. */
  readonly looked: boolean
}

/** A draft at any time; an edition when it is meant to stay (P4). */
export function ReportActions({ asked, editions, job, blocked, looked }: ReportActionsProps) {
  const { t, settings } = useSpeech()
  const now = useNow()
  const periodName = usePeriodName()
  const [issuing, setIssuing] = useState(false)
  const busy = job.state.kind === 'running'
  const disabled = asked === null || blocked || busy
  const isOpen = asked !== null && !isPeriodOver(asked, now, settings.zone)
  const isOfOne = asked?.office !== undefined
  const openHint = useId()
  const issue = (reason: string) => {
    setIssuing(false)
    if (asked !== null) void job.start({ ...asked, issue: { reason } })
  }
  return (
    <>
      {isOpen && (
        <div id={openHint} className={css['issue-hint']}>
          <Text quiet size="xs">
            {t(words.issueWhenOver)}
          </Text>
        </div>
      )}
      <Button
        icon="download"
        disabled={disabled}
        busy={busy && !job.issues}
        onClick={() => {
          if (asked !== null) void job.start(asked)
        }}
      >
        {t(words.export)}
      </Button>
      <Button
        kind={looked ? 'primary' : 'default'}
        icon="check-circle"
        busy={busy && job.issues}
        disabled={disabled || isOpen || isOfOne}
        describedBy={isOpen ? openHint : undefined}
        onClick={() => setIssuing(true)}
      >
        {t(words.issue)}
      </Button>
      {issuing && asked !== null && (
        <IssueDialog
          period={periodName(asked)}
          edits={asked.edits ?? []}
          edition={nextEdition(editions, { ...asked, kind: 'quarterly' })}
          onIssue={issue}
          onClose={() => setIssuing(false)}
        />
      )}
    </>
  )
}
