import { useState } from 'react'
import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Notice } from '#renderer/ui/notice.tsx'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { useNames } from '../names.ts'
import { clashesOf } from './clashes-of.ts'
import { SettleDialog } from './settle-dialog.tsx'

interface ConflictsNoticeProps {
  readonly view: CaseView
  /** A clash that the address asks for. */
  readonly asked: string | null
}

/** What two people did to one fact without seeing each other's: shown until a person has decided (N-06). */
export function ConflictsNotice({ view, asked }: ConflictsNoticeProps) {
  const speech = useSpeech()
  const { t, say, shortDateTime } = speech
  const names = useNames(view)
  const [opened, setOpened] = useState(asked)
  const clashes = clashesOf(view)
  const maySettle = view.allowed.includes('settle_conflict')
  const told = (entry: TimelineEntry) => sentenceOf(entry.type, entry.facts, { speech, names })
  return (
    <>
      {clashes.map(
        ([entry, ...others]) =>
          entry !== undefined && (
            <Notice
              key={entry.id}
              tone="bad"
              title={t(words.noticeTitle)}
              actions={
                <Button size="xs" kind={maySettle ? 'primary' : 'default'} onClick={() => setOpened(entry.id)}>
                  {t(maySettle ? words.settle : words.look)}
                </Button>
              }
            >
              {t(words.noticeText, {
                what: [entry, ...others].map(told).join(' – '),
                who: say(entry.actor.name),
                when: shortDateTime(entry.at),
              })}
            </Notice>
          ),
      )}
      {clashes.flat().some(({ id }) => id === opened) && opened !== null && (
        <SettleDialog view={view} event={opened} maySettle={maySettle} onClose={() => setOpened(null)} />
      )}
    </>
  )
}
