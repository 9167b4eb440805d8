import { useState } from 'react'
import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'
import { timelineMessages as messages } from '#shared/i18n/case-timeline.ts'
import { viaLabels } from '#shared/i18n/codes.ts'
import { ChangeLines } from '#renderer/parts/change-lines.tsx'
import { machineLetters } from '#renderer/parts/machine-letters.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Badge } from '#renderer/ui/badge.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Row, Stack } from '#renderer/ui/layout.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { EmptyState } from '#renderer/ui/states.tsx'
import { Tabs } from '#renderer/ui/tabs.tsx'
import type { TimelineItem } from '#renderer/ui/timeline.tsx'
import { Timeline } from '#renderer/ui/timeline.tsx'
import { useNames } from '../names.ts'
import type { HistoryFilter } from './entry-looks.ts'
import { historyFilters, isShownBy, lookOf } from './entry-looks.ts'
import { EntryText, hasText } from './entry-text.tsx'
import { HistoryExport } from './history-export.tsx'
import { NoteComposer } from './note-composer.tsx'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'

const atOnce = 40

/** The whole history, newest first, each event one sentence with who, when and where (UI-4, G-06). */
export function HistoryPanel({ view }: { readonly view: CaseView }) {
  const { t, number } = useSpeech()
  const [filter, setFilter] = useState<HistoryFilter>('all')
  const [shown, setShown] = useState(atOnce)
  const newest = view.timeline.toReversed()
  const fitting = newest.filter((entry) => isShownBy(filter, entry))
  const items = useItems(view, fitting.slice(0, shown))
  const rest = fitting.length - items.length
  const tabs = historyFilters.map((value) => ({
    value,
    label: t(messages[value]),
    badge: number(countOf(view, value)),
  }))
  return (
    <Panel title={t(messages.title)} actions={<HistoryExport key={view.timeline.length} caseId={view.line.id} />}>
      <Stack gap="sm">
        {/* A department does not see the office's notes, so it has no place to write them. */}
        {view.text !== null && view.allowed.includes('add_note') && <NoteComposer caseId={view.line.id} />}
        <Tabs
          label={t(messages.filter)}
          value={filter}
          onChange={(next) => setFilter(next as HistoryFilter)}
          tabs={tabs}
        >
          {items.length === 0 ? (
            <EmptyState icon="filter" title={t(messages.emptyFilter)} text={t(messages.emptyFilterText)} />
          ) : (
            <Timeline label={t(messages.title)} items={items} />
          )}
          {rest > 0 && (
            <Button kind="quiet" onClick={() => setShown(shown + 200)}>
              {t(messages.more, { count: rest })}
            </Button>
          )}
        </Tabs>
      </Stack>
    </Panel>
  )
}

const countOf = ({ timeline }: CaseView, filter: HistoryFilter): number =>
  timeline.filter((entry) => isShownBy(filter, entry)).length

function useItems(view: CaseView, entries: readonly TimelineEntry[]): readonly TimelineItem[] {
  const speech = useSpeech()
  const names = useNames(view)
  // The wording that stands is read at the top of the page; the history shows those before it.
  const isOneMachine = new Set(view.timeline.map(({ device }) => device)).size <= 1
  const present = view.timeline.findLast((entry) => entry.type === 'described' && doesStand(entry))
  return entries.map((entry) => {
    const { icon, tone } = lookOf(entry.type)
    return {
      key: entry.id,
      at: speech.shortDateTime(entry.at),
      atTitle: speech.dateTime(entry.at),
      icon,
      tone,
      title: <EntryTitle entry={entry} sentence={sentenceOf(entry.type, entry.facts, { speech, names })} />,
      actor: <EntryActor entry={entry} named={!isOneMachine} />,
      ...bodyOf(entry, hasText(entry) && entry !== present),
    }
  })
}

function bodyOf(entry: TimelineEntry, isTextShown: boolean): Pick<TimelineItem, 'children'> {
  if (!isTextShown && entry.changes.length === 0) return {}
  return {
    children: (
      <>
        {entry.changes.length > 0 && <ChangeLines changes={entry.changes} />}
        {isTextShown && <EntryText entry={entry} />}
      </>
    ),
  }
}

function EntryTitle({ entry, sentence }: { readonly entry: TimelineEntry; readonly sentence: string }) {
  const { t } = useSpeech()
  const { verdict } = entry
  if (verdict !== 'conflict' && verdict !== 'void') return sentence
  return (
    <Row gap="xs">
      <span>{sentence}</span>
      <Badge tone={verdict === 'conflict' ? 'bad' : 'neutral'} icon={verdict === 'conflict' ? 'alert' : 'close'}>
        {t(messages[verdict])}
      </Badge>
    </Row>
  )
}

interface EntryActorProps {
  readonly entry: TimelineEntry
  /** Also by which machine, where there were several. */
  readonly named: boolean
}

function EntryActor({ entry: { actor, via, device }, named }: EntryActorProps) {
  const { t, say, label } = useSpeech()
  const parts = [
    say(actor.name),
    ...(via === 'window' ? [] : [label(viaLabels, via)]),
    ...(named ? [t(messages.machine, { device: machineLetters(device) })] : []),
  ]
  return <Isolated>{parts.join(' · ')}</Isolated>
}
