import { useState } from 'react'
import type { CaseView, ReferralView } from '#shared/contract/desktop/views.ts'
import type { ReferralCommandKind } from '#shared/domain/case/lifecycle.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import { insideMessages as words } from '#shared/i18n/case-inside.ts'
import { referralMessageWords } from '#shared/wording/referral-message-words.ts'
import { reasonsWith } from '#shared/wording/written-with.ts'
import { isolate } from '#shared/text/direction.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { ReferralStatusBadge } from '#renderer/parts/status-badge.tsx'
import type { DueClockProps } from '#renderer/parts/due-clock.tsx'
import { DueClock } from '#renderer/parts/due-clock.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import type { MenuAction } from '#renderer/ui/menu.tsx'
import { MenuButton } from '#renderer/ui/menu.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Text } from '#renderer/ui/text.tsx'
import { LadderDetails } from './ladder-details.tsx'
import { Requests } from './requests.tsx'
import { LetterDialog } from '../head/letters-menu.tsx'
import type { ShownLetter } from '../head/shown-letters.ts'
import { useNames } from '../names.ts'
import type { OpenStep } from '../opened-step.ts'
import { referralsFor } from '../steps/referral-field.tsx'
import type { StepName } from '../steps/step-names.ts'
import { hasNotLeft } from '../unsent.ts'
import { useIsJoined } from '#renderer/parts/use-is-joined.ts'
import { useOwnWords } from '../steps/own-words.ts'
import { steps } from '../steps/step-table.ts'
import css from './referrals-panel.module.css'

interface ReferralsPanelProps {
  readonly view: CaseView
  readonly onStep: OpenStep
}

/** What went to departments and what came back; the cycle in hand first, earlier ones to read only (F-01, Z-08). */
export function ReferralsPanel({ view, onStep }: ReferralsPanelProps) {
  const { t } = useSpeech()
  const [letter, setLetter] = useState<ShownLetter | null>(null)
  if (view.referrals.length === 0) return null
  const cycles = view.state.cycles.toReversed()
  return (
    <Panel title={t(messages.referrals)}>
      <Stack gap="sm">
        {cycles.flatMap((cycle) =>
          cycle.referrals.flatMap((referral) => {
            // A department is given its own referrals only; the others are not its business.
            const shown = view.referrals.find(({ id }) => id === referral.id)
            if (shown === undefined) return []
            const own = { view, referral, shown, cycle: cycle.number }
            return [<OneReferral key={referral.id} {...own} onStep={onStep} onLetter={setLetter} />]
          }),
        )}
      </Stack>
      <LetterDialog caseId={view.line.id} letter={letter} onClose={() => setLetter(null)} />
    </Panel>
  )
}

interface OneReferralProps {
  readonly view: CaseView
  readonly referral: Referral
  readonly shown: ReferralView
  readonly cycle: number
  readonly onStep: OpenStep
  readonly onLetter: (letter: ShownLetter) => void
}

function OneReferral({ view, referral, shown, cycle, onStep, onLetter }: OneReferralProps) {
  const { t, shortDate } = useSpeech()
  const names = useNames(view)
  const name = names.unit(referral.department)
  const isPresent = cycle === currentCycle(view.state).number
  const isOnItsWay = useIsJoined() && shown.answersItself && hasNotLeft(view.timeline, referral)
  const clock = view.clocks.find((one) => one.referral === referral.id)
  return (
    <article className={css['referral']} aria-label={name}>
      <Row justify="between" gap="xs">
        <Row gap="xs">
          <Text strong>
            <Isolated>{name}</Isolated>
          </Text>
          <ReferralStatusBadge status={referral.status} />
          {isOnItsWay && <Badge tone="warn">{t(messages.referralUnsent)}</Badge>}
          {!isPresent && <Badge>{t(messages.earlierCycle, { cycle })}</Badge>}
          {referral.reminders > 0 && <Badge icon="bell">{t(messages.reminders, { count: referral.reminders })}</Badge>}
        </Row>
        {referral.endedAt === null ? (
          <DueClock inline due={referral.due.at} overdue={clock?.overdue ?? false} clock={runOf(clock)} />
        ) : (
          <Text quiet size="xs">
            {t(messages.referralEnded, { date: shortDate(referral.endedAt) })}
          </Text>
        )}
      </Row>
      <ReferralTexts view={view} shown={shown} />
      <ToldOfReferral shown={shown} ended={referral.endedAt !== null} />
      <Requests view={view} referral={referral} />
      {isPresent && <LadderDetails ladder={shown.ladder} unheard={referral.unheard} />}
      {isPresent && (
        <ReferralActions
          view={view}
          referral={referral}
          onStep={onStep}
          onLetter={() => onLetter({ kind: 'referral', id: referral.id, title: t(messages.referralLetter, { name }) })}
        />
      )}
    </article>
  )
}

/** Whom the department is told by that it is there (F-03); once it has ended, the history says so. */
function ToldOfReferral({ shown, ended }: { readonly shown: ReferralView; readonly ended: boolean }) {
  const { t, say } = useSpeech()
  if (ended || shown.told === null) return null
  const who = shown.told.map(({ name }) => isolate(say(name))).join(t(messages.comma))
  return (
    <Text quiet size="xs">
      {who === '' ? t(words.toldNobody) : t(words.toldOfReferral, { who })}
    </Text>
  )
}

/** As the box of clocks tells it: what stands still until somebody acts has no date yet (W5). */
const runOf = (clock: CaseView['clocks'][number] | undefined): NonNullable<DueClockProps['clock']> => {
  if (clock?.paused !== true || clock.overdue) return 'running'
  return clock.pausedUntil === null ? 'held' : 'paused'
}

function ReferralTexts({ view, shown }: Pick<OneReferralProps, 'view' | 'shown'>) {
  const { t, shortDate } = useSpeech()
  const nameOf = (address: string): string =>
    isolate(view.files.find(({ file }) => file === address)?.name ?? t(messages.file))
  return (
    <Stack gap="xs">
      {/* Of the whole case it is all that a department reads of what is wanted. */}
      <details className={css['details']} open={view.text === null}>
        <summary>{t(messages.referralText)}</summary>
        <Text typed>{shown.text}</Text>
        {shown.files.length > 0 && (
          <Text quiet size="xs">
            {t(messages.withFiles, { names: shown.files.map(nameOf).join(t(messages.comma)) })}
          </Text>
        )}
      </details>
      <Messages of={shown.messages.filter(({ isAfterReply }) => !isAfterReply)} />
      {shown.reply !== null && (
        <div className={css['reply']}>
          <Text quiet size="xs">
            {t(messages.departmentReply)}
          </Text>
          <Text typed>{shown.reply.text}</Text>
          {reasonsWith({ senderLetter: shown.reply.senderLetter }, shortDate).map(({ message, text }) => (
            <Text quiet size="xs" key={message.en}>
              {t(message, { text: isolate(text) })}
            </Text>
          ))}
          {shown.reply.files.length > 0 && (
            <Text quiet size="xs">
              {t(messages.withFiles, { names: shown.reply.files.map(nameOf).join(t(messages.comma)) })}
            </Text>
          )}
        </div>
      )}
      <Messages of={shown.messages.filter(({ isAfterReply }) => isAfterReply)} />
    </Stack>
  )
}

function Messages({ of }: { readonly of: OneReferralProps['shown']['messages'] }) {
  const { t, shortDateTime, say } = useSpeech()
  return of.map((message) => (
    <div key={`${message.at}${message.kind}`} className={css['message']}>
      <Text quiet size="xs">
        {t(referralMessageWords[message.kind] ?? messages.messageAny)} · <Isolated>{say(message.by.name)}</Isolated> ·{' '}
        <bdi>{shortDateTime(message.at)}</bdi>
      </Text>
      {message.text !== '' && <Text typed>{message.text}</Text>}
    </div>
  ))
}

/** What the referral waits for stands as buttons, the rest in a menu. */
const firstSteps: Readonly<Record<Referral['status'], readonly StepName[]>> = {
  ref_sent: ['acknowledge', 'referral_reply'],
  in_progress: ['referral_reply'],
  clarify: ['answer_clarification'],
  returned: [],
  answered: [],
  cancelled: [],
  waived: [],
}

const referralSteps = [
  'acknowledge',
  'referral_reply',
  'answer_clarification',
  'extend_referral',
  'return_referral',
  'ask_clarification',
  'ask_directorate',
  'answer_directorate',
  'disclose',
  'remind',
  'cancel_referral',
  'waive_referral',
] as const satisfies readonly StepName[]

interface ReferralActionsProps {
  readonly view: CaseView
  readonly referral: Referral
  readonly onStep: OpenStep
  readonly onLetter: () => void
}

function ReferralActions({ view, referral, onStep, onLetter }: ReferralActionsProps) {
  const { t } = useSpeech()
  const ofOwn = useOwnWords()
  const names = useNames(view)
  const open = referralSteps.filter((name) => {
    const command = steps[name].commands[0] as ReferralCommandKind
    return view.allowed.includes(command) && referralsFor(view, command).includes(referral)
  })
  const first = open.filter((name) => firstSteps[referral.status].includes(name))
  const rest: readonly MenuAction[] = open
    .filter((name) => !first.includes(name))
    .map((name) => ({
      key: name,
      label: t(ofOwn(steps[name].label)),
      icon: steps[name].icon,
      onClick: () => onStep(name, referral.id),
    }))
  const items: readonly MenuAction[] = [
    ...rest,
    { key: 'letter', label: t(messages.printReferral), icon: 'print', onClick: onLetter },
  ]
  return (
    <Row gap="xs">
      {first.map((name) => (
        <Button key={name} size="xs" icon={steps[name].icon} onClick={() => onStep(name, referral.id)}>
          {t(ofOwn(steps[name].label))}
        </Button>
      ))}
      <MenuButton
        iconOnly
        icon="more"
        label={t(messages.moreFor, { name: names.unit(referral.department) })}
        items={items}
      />
    </Row>
  )
}
