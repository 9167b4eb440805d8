import type { ClockView } from '#shared/contract/desktop/views.ts'
import type { DueExplanation, ExplainedDay } from '#shared/domain/clock/explain.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import type { Limit } from '#shared/domain/clock/limits.ts'
import { dueMessages as messages } from '#shared/i18n/case-due.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { AsyncView } from '#renderer/ui/async-view.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Stack } from '#renderer/ui/layout.tsx'
import { Facts } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { Text, Title } from '#renderer/ui/text.tsx'
import css from './due-explanation.module.css'

interface DueExplanationDialogProps {
  readonly caseId: string
  /** null: closed. */
  readonly clock: ClockView | null
  readonly onClose: () => void
}

/** "Why 15 Feb?": start, every day counted or skipped, pauses, extension, limit and versions (UI-5, B-05). */
export function DueExplanationDialog({ caseId, clock, onClose }: DueExplanationDialogProps) {
  const { t, date } = useSpeech()
  return (
    <Dialog
      opened={clock !== null}
      onClose={onClose}
      title={clock === null ? '' : t(messages.title, { date: date(clock.due.at) })}
      size="xl"
    >
      {clock !== null && <Explanation caseId={caseId} referral={clock.referral} />}
    </Dialog>
  )
}

function Explanation({ caseId, referral }: { readonly caseId: string; readonly referral: string | null }) {
  const query = useCoreQuery(
    api.cases.explainDue.queryOptions({ input: { case: caseId, ...(referral === null ? {} : { referral }) } }),
  )
  return <AsyncView query={query}>{(explanation) => <Reckoning explanation={explanation} />}</AsyncView>
}

function Reckoning({ explanation }: { readonly explanation: DueExplanation }) {
  const { t, dateTime } = useSpeech()
  const { start, limit, days, movedDays, dueOriginal, dueNow, extension } = explanation
  const isExtended = extension !== null && dueNow !== dueOriginal
  return (
    <Stack gap="sm">
      <Facts
        items={[
          { label: t(messages.start), value: <Isolated>{dateTime(start)}</Isolated> },
          { label: t(messages.limit), value: <LimitWords limit={limit} /> },
          ...(isExtended
            ? [
                { label: t(messages.dueOriginal), value: <Isolated>{dateTime(dueOriginal)}</Isolated> },
                {
                  label: t(messages.extension),
                  value: t(messages.extendedTo, { date: dateTime(extension.to), on: dateTime(extension.approvedAt) }),
                },
              ]
            : []),
          { label: t(messages.dueNow), value: <strong>{dateTime(dueNow)}</strong> },
        ]}
      />
      {days.length === 0 ? (
        <Text quiet>{t(messages.onTheClock)}</Text>
      ) : (
        <Days caption={t(messages.days)} days={days} />
      )}
      <Pauses explanation={explanation} />
      {movedDays.length > 0 && <Days caption={t(messages.movedDays)} days={movedDays} />}
      <Versions explanation={explanation} />
    </Stack>
  )
}

function LimitWords({ limit }: { readonly limit: Limit }) {
  const { t } = useSpeech()
  if (limit.unit === 'days') return t(messages.limitDays, { count: limit.amount })
  return limit.mode === 'working'
    ? t(messages.limitWorkingHours, { count: limit.amount })
    : t(messages.limitHours, { count: limit.amount })
}

function Days({ caption, days }: { readonly caption: string; readonly days: readonly ExplainedDay[] }) {
  const { t, longDate, number } = useSpeech()
  const counted = (day: ExplainedDay): string => {
    if (day.kind === 'counted') return t(messages.dayNumber, { number: day.number })
    return day.kind === 'day-zero' ? t(messages.dayZero) : t(messages.daySkipped)
  }
  return (
    <section>
      <Title level={3}>{caption}</Title>
      <Table
        caption={caption}
        rows={days}
        keyOf={({ date }) => date}
        columns={[
          {
            key: 'date',
            header: t(messages.day),
            cell: ({ date }) => <bdi className={css['hours']}>{longDate(date)}</bdi>,
          },
          {
            key: 'count',
            header: t(messages.count),
            cell: (day) => <span className={css['hours']}>{counted(day)}</span>,
          },
          { key: 'why', header: t(messages.why), cell: (day) => <DayReason day={day} /> },
          {
            key: 'hours',
            header: t(messages.hours),
            cell: ({ periods }) => (
              <bdi dir="ltr" className={css['hours']}>
                {periods.map(({ from, to }) => `${from}–${to}`).join(', ')}
              </bdi>
            ),
          },
          { key: 'minutes', header: t(messages.minutes), align: 'end', cell: ({ minutes }) => number(minutes) },
        ]}
      />
    </section>
  )
}

function DayReason({ day }: { readonly day: ExplainedDay }) {
  const { t, say } = useSpeech()
  const words = {
    weekend: messages.weekend,
    holiday: messages.holiday,
    pattern: messages.pattern,
    'after-hours': messages.afterHours,
    'clock-change': messages.clockChange,
  } as const
  const name = day.holiday === null ? '' : say(day.holiday)
  if (day.kind === 'skipped')
    return day.reason === 'holiday' && name !== '' ? t(messages.holidayNamed, { name }) : t(words[day.reason])
  if (day.kind === 'day-zero') return t(messages.dayZeroWhy)
  return day.pattern === null ? '' : t(messages.patternNamed, { name: say(day.pattern) })
}

function Pauses({ explanation: { pauses } }: { readonly explanation: DueExplanation }) {
  const { t, shortDateTime, number } = useSpeech()
  if (pauses.length === 0) return <Text quiet>{t(messages.noPauses)}</Text>
  const words = {
    info: messages.pauseInfo,
    suspended: messages.pauseSuspended,
    clarification: messages.pauseClarification,
  } as const
  return (
    <section>
      <Title level={3}>{t(messages.pauses)}</Title>
      <Table
        caption={t(messages.pauses)}
        rows={pauses}
        keyOf={({ from }) => from}
        columns={[
          {
            key: 'cause',
            header: t(messages.why),
            cell: ({ cause, isCapped }) =>
              isCapped ? t(messages.pauseCapped, { cause: t(words[cause]) }) : t(words[cause]),
          },
          { key: 'from', header: t(messages.from), cell: ({ from }) => <bdi>{shortDateTime(from)}</bdi> },
          {
            key: 'to',
            header: t(messages.to),
            cell: ({ to, isOpen }) => <bdi>{isOpen ? t(messages.stillPaused) : shortDateTime(to)}</bdi>,
          },
          { key: 'minutes', header: t(messages.minutes), align: 'end', cell: ({ minutes }) => number(minutes) },
        ]}
      />
    </section>
  )
}

/** In: the id of the change that set a version, a UUIDv7. Out: when it was made; null for any other name. */
function setAt(version: string): Instant | null {
  if (!/^[0-9a-f]{8}-[0-9a-f]{4}-7/.test(version)) return null
  return instantFromMs(Number.parseInt(version.replace('-', '').slice(0, 12), 16))
}

function Versions({ explanation: { versions, zone } }: { readonly explanation: DueExplanation }) {
  const { t, dateTime } = useSpeech()
  const inWords = (version: string) => {
    const at = setAt(version)
    return at === null ? <Isolated ltr>{version}</Isolated> : t(messages.versionSet, { at: dateTime(at) })
  }
  return (
    <Facts
      columns={2}
      items={[
        { label: t(messages.calendarVersion), value: inWords(versions.calendarVersion) },
        { label: t(messages.limitVersion), value: inWords(versions.limitVersion) },
        { label: t(messages.zone), value: <Isolated ltr>{zone}</Isolated> },
        { label: t(messages.zoneVersion), value: <Isolated ltr>{versions.zoneVersion}</Isolated> },
      ]}
    />
  )
}
