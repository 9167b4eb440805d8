import { useEffect, useRef, useState } from 'react'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import type { QueryView } from '#renderer/client/use-core.ts'
import { ReferenceNumber } from '#renderer/parts/reference-number.tsx'
import { paths } from '#renderer/parts/paths.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Row } from '#renderer/ui/layout.tsx'
import { navigate } from '#renderer/ui/navigation.ts'
import { Page } from '#renderer/ui/page.tsx'
import { showToast } from '#renderer/ui/toast.tsx'
import { useKeys } from '#renderer/ui/use-keys.ts'
import { afterStep } from './after-step.ts'
import { FilesPanel } from './body/files-panel.tsx'
import { PersonPanel } from './body/person-panel.tsx'
import { ReferralsPanel } from './body/referrals-panel.tsx'
import { isReplyWaiting, ReplyPanel } from './body/reply-panel.tsx'
import { RequestPanel } from './body/request-panel.tsx'
import { ConflictsNotice } from './conflict/conflicts-notice.tsx'
import { HeldNotice } from './conflict/held-notice.tsx'
import { CaseFlags } from './head/case-flags.tsx'
import { ClockStrip } from './head/clock-strip.tsx'
import { CopyNumber } from './head/copy-number.tsx'
import { LettersMenu } from './head/letters-menu.tsx'
import { CaseStages } from './head/stages.tsx'
import { HistoryPanel } from './history/history-panel.tsx'
import type { LeftStep, OpenStep, OpenedStep } from './opened-step.ts'
import { FactsPanel } from './side/facts-panel.tsx'
import { ExceptionsPanel, LinksPanel } from './side/marks-panel.tsx'
import { LeftStepNotice } from './side/left-step.tsx'
import { NextStepPanel } from './side/next-step-panel.tsx'
import { OtherActions } from './side/other-actions.tsx'
import { StepPanel } from './side/step-panel.tsx'
import { useLeftStep } from './side/use-left-step.ts'
import { useRoomBelow } from './side/use-room-below.ts'
import { offeredSteps } from './steps/offered-steps.ts'
import type { StepName } from './steps/step-names.ts'
import css from './case-page.module.css'

interface CasePageProps {
  readonly view: CaseView
  readonly query: QueryView<CaseView>
  /** A step that the address asks for. */
  readonly asked: StepName | null
  /** A clash that it asks for. */
  readonly conflict: string | null
}

/** Head, what the citizen wants, history, and beside them the next step. */
export function CasePage({ view, query, asked, conflict }: CasePageProps) {
  const { t, say } = useSpeech()
  const steps = useSteps(view, query, asked)
  const { line } = view
  return (
    <Page
      title={
        <span className={css['title']}>
          {say(line.typeLabel)} <ReferenceNumber reference={line.reference} />
        </span>
      }
      subtitle={
        <Row gap="xs">
          <CopyNumber reference={line.reference} />
          <CaseFlags view={view} />
        </Row>
      }
      actions={<LettersMenu view={view} />}
    >
      <AsyncView query={query}>
        {() => (
          <>
            <ConflictsNotice view={view} asked={conflict} />
            <HeldNotice view={view} />
            <section className={css['head']} aria-label={t(messages.head)}>
              <CaseStages line={line} state={view.state} />
              <ClockStrip view={view} />
            </section>
            <div className={css['columns']} data-open={openWidth(steps.opened)}>
              <Side view={view} steps={steps} />
              <Body view={view} steps={steps} />
            </div>
          </>
        )}
      </AsyncView>
    </Page>
  )
}

/** Steps whose form shows the paper that leaves. */
const withPaper: readonly StepName[] = ['draft', 'approve', 'correction']

const openWidth = (opened: OpenedStep | null): 'half' | 'wide' | undefined => {
  if (opened === null) return undefined
  return withPaper.includes(opened.name) ? 'wide' : 'half'
}

interface Steps {
  readonly opened: OpenedStep | null
  readonly left: LeftStep | null
  readonly forgetLeft: () => void
  readonly open: OpenStep
  readonly close: () => void
  readonly done: (message: string) => void
  /** What opens a step from a panel of its own; null while it is not offered. */
  readonly opener: (name: StepName) => (() => void) | null
}

function useSteps(view: CaseView, query: QueryView<CaseView>, asked: StepName | null): Steps {
  const { t } = useSpeech()
  const { unit } = useSession().session
  const offered = offeredSteps(view)
  const [opened, setOpened] = useState<OpenedStep | null>(() =>
    asked !== null && offered.includes(asked) ? { name: asked, target: null } : null,
  )
  const from = useRef<HTMLElement | null>(null)
  const open: OpenStep = (name, target) => {
    from.current = document.activeElement instanceof HTMLElement ? document.activeElement : null
    setOpened({ name, target: target ?? null })
  }
  const close = () => {
    setOpened(null)
    // The opener may be gone with the step; then the heading of the page takes the focus.
    const back = from.current?.isConnected === true ? from.current : document.getElementById('page-title')
    setTimeout(() => back?.focus({ preventScroll: true }))
  }
  const done = (message: string) => {
    setOpened(null)
    if (afterStep(opened?.name, unit) === 'queue') {
      showToast({ tone: 'good', text: t(messages.doneOf, { message, reference: view.line.reference }) })
      navigate(paths.home())
      return
    }
    showToast({ tone: 'good', text: message })
    void query.refetch()
    setTimeout(() => document.getElementById('page-title')?.focus({ preventScroll: true }))
  }
  // A step that someone else took meanwhile is no longer there to be taken.
  const isGone = opened !== null && !offered.includes(opened.name)
  const { left, leave, forgetLeft } = useLeftStep(view.line.id)
  useEffect(() => {
    if (!isGone) return
    leave(opened)
    setOpened(null)
  }, [isGone, opened, leave])
  useReplyKey(offered.includes('draft') ? () => open('draft') : null)
  return {
    opened: isGone ? null : opened,
    left,
    forgetLeft,
    open,
    close,
    done,
    opener: (name) => (offered.includes(name) ? () => open(name) : null),
  }
}

/** The key of the composer, while a reply may be written. */
function useReplyKey(write: (() => void) | null): void {
  const { t } = useSpeech()
  const key = { id: 'write-reply', code: 'KeyR', label: t(messages.keyReply), group: t(messages.keysCase) }
  useKeys(write === null ? [] : [{ ...key, run: write }])
}

function Side({ view, steps }: { readonly view: CaseView; readonly steps: Steps }) {
  const { t } = useSpeech()
  const box = useRoomBelow(steps.opened !== null)
  return (
    <aside ref={box} className={css['side']} aria-label={t(messages.side)}>
      {steps.left !== null && <LeftStepNotice caseId={view.line.id} left={steps.left} onGone={steps.forgetLeft} />}
      {steps.opened === null ? (
        <NextStepPanel view={view} onStep={steps.open} onDone={steps.done} />
      ) : (
        <StepPanel
          key={`${steps.opened.name}:${steps.opened.target ?? ''}`}
          view={view}
          opened={steps.opened}
          onDone={steps.done}
          onClose={steps.close}
        />
      )}
      <OtherActions view={view} onStep={steps.open} />
      <ExceptionsPanel view={view} />
      <PersonPanel view={view} onVerify={steps.opener('verify')} />
      <FactsPanel view={view} />
      <LinksPanel view={view} onUnlink={steps.opener('unlink')} />
    </aside>
  )
}

function Body({ view, steps }: { readonly view: CaseView; readonly steps: Steps }) {
  // What waits for an approval is read before it is approved; once a form is open, the request stands beside it.
  const isFirst = isReplyWaiting(view) && steps.opened === null
  return (
    <div className={css['body']}>
      {isFirst && <ReplyPanel view={view} />}
      <RequestPanel view={view} onChange={steps.opener('describe')} />
      <ReferralsPanel view={view} onStep={steps.open} />
      {!isFirst && <ReplyPanel view={view} />}
      <FilesPanel view={view} onAdd={steps.opener('files')} />
      <HistoryPanel view={view} />
    </div>
  )
}
