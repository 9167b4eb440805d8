import type { CaseView } from '#shared/contract/desktop/views.ts'
import { lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import { nextMessages as messages } from '#shared/i18n/case-next.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { reopenCauseLabels, rightLabels } from '#shared/i18n/codes.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import type { OpenStep } from '../opened-step.ts'
import { useApprovalSeparation } from '../steps/approval-separation.ts'
import { ProtocolLine } from '../steps/measure-step.tsx'
import { offeredSteps } from '../steps/offered-steps.ts'
import { useOwnWords } from '../steps/own-words.ts'
import { refusedStep } from '../steps/refused-step.ts'
import type { StepName } from '../steps/step-names.ts'
import { steps } from '../steps/step-table.ts'
import { hasKept } from '../steps/use-kept.ts'
import { useNames } from '../names.ts'
import { hasNotLeft } from '../unsent.ts'
import { useIsJoined } from '#renderer/parts/use-is-joined.ts'
import { departmentStepOf, ownReminders } from './department-step.ts'
import { nextStepOf } from './next-steps.ts'
import type { TakeButtonProps } from './take-button.tsx'
import { TakeButton } from './take-button.tsx'
import { whatCameBack } from './what-came-back.ts'

interface NextStepPanelProps {
  readonly view: CaseView
  readonly onStep: OpenStep
}

/** The one or two things the case waits for (UI-4). */
export function NextStepPanel({ view, onStep, onDone }: NextStepPanelProps & Pick<TakeButtonProps, 'onDone'>) {
  const { t } = useSpeech()
  const { unit } = useSession().session
  const isJoined = useIsJoined()
  const next = isDepartment(unit)
    ? departmentStepOf({ ...view, isJoined }, unit.id)
    : nextStepOf({ ...view, isOnItsWay: ({ id }) => isJoined && hasNotLeft(view.timeline, { id }) })
  const reminders = isDepartment(unit) ? ownReminders(view.state, unit.id) : 0
  const offered = offeredSteps(view)
  const separation = useApprovalSeparation(view)
  const needsOther = next.steps.includes('approve') && separation.kind === 'other'
  // Whoever may not approve is offered what he may do: write the reply anew.
  const anew = offered.includes('draft_correction') ? 'draft_correction' : 'draft'
  const wanted = needsOther ? next.steps.map((name) => (name === 'approve' ? anew : name)) : next.steps
  const open = wanted.filter((name) => offered.includes(name)).slice(0, 2)
  return (
    <Panel title={t(messages.title)} tone={next.over === true ? 'good' : 'accent'}>
      <Stack gap="sm">
        <Text strong>{t(next.words)}</Text>
        {reminders > 0 && (
          <Badge tone="bad" icon="bell">
            {t(messages.ownReminded, { count: reminders })}
          </Badge>
        )}
        <CameBackWords view={view} />
        {next.words === messages.measure && <ProtocolLine view={view} />}
        {needsOther && (
          <Notice tone="info" title={t(replyMessages.approverOther)}>
            {t(replyMessages.approverOthers, { names: separation.others })}
          </Notice>
        )}
        {open.map((name, place) => (
          <StepButton
            key={name}
            view={view}
            name={name}
            kind={place === 0 && next.over !== true && next.waits !== true && !needsOther ? 'primary' : 'default'}
            onStep={onStep}
          />
        ))}
        {next.over !== true && <TakeButton view={view} onDone={onDone} />}
        {open.length === 0 && next.over !== true && next.waits !== true && <NotYours steps={next.steps} />}
      </Stack>
    </Panel>
  )
}

interface StepButtonProps extends NextStepPanelProps {
  readonly name: StepName
  readonly kind: 'primary' | 'default'
}

/** A step that the rules refuse now stands there with what it lacks, and cannot be opened. */
function StepButton({ view, name, kind, onStep }: StepButtonProps) {
  const { t, say } = useSpeech()
  const ofOwn = useOwnWords()
  const { session } = useSession()
  const refused = refusedStep(view, name)
  return (
    <>
      <Button fullWidth kind={kind} icon={steps[name].icon} disabled={refused !== null} onClick={() => onStep(name)}>
        {t(ofOwn(steps[name].label))}
      </Button>
      {refused !== null && (
        <Text quiet size="xs">
          {say(refused)}
        </Text>
      )}
      {refused === null && hasKept(`${session.user.id}:${view.line.id}:${name}:`) && (
        <Text quiet size="xs">
          {t(messages.kept)}
        </Text>
      )}
    </>
  )
}

/** The reason of a return and what was said with it, where the work is taken up again. */
function CameBackWords({ view }: { readonly view: CaseView }) {
  const { t, label, dateTime } = useSpeech()
  const names = useNames(view)
  const back = whatCameBack(view)
  if (back === null) return null
  const isDraft = back.of === 'draft'
  const reason = isDraft
    ? names.list('draft_return_reasons', back.reason)
    : label(reopenCauseLabels, back.reason as keyof typeof reopenCauseLabels)
  return (
    <Notice tone="warn" title={t(isDraft ? messages.returnedFor : messages.reopenedFor, { reason })}>
      {back.said.map((text) => (
        <Text key={text} typed>
          {text}
        </Text>
      ))}
      {back.returned !== null && (
        <Text quiet size="xs">
          {t(messages.returnedBy, { name: names.user(back.returned.by), at: dateTime(back.returned.at) })}
        </Text>
      )}
    </Notice>
  )
}

/** Why nothing is offered: the right that the step needs, or its time. */
function NotYours({ steps: wanted }: { readonly steps: readonly StepName[] }) {
  const { t, label } = useSpeech()
  const { has } = useSession()
  const command = wanted[0] === undefined ? undefined : steps[wanted[0]].commands[0]
  const right = command === undefined ? null : lifecycleRow(command).right
  if (right === null || has(right)) return <Text quiet>{t(messages.notNow)}</Text>
  return <Text quiet>{t(messages.notYours, { right: label(rightLabels, right) })}</Text>
}
