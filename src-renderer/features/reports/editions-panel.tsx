import { useState } from 'react'
import type { EditionView, ReportFile } from '#shared/contract/desktop/reports.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { core } from '#renderer/client/core.ts'
import { useCoreAction } from '#renderer/client/use-core.ts'
import { Refused } from '#renderer/parts/refused.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { audienceWords } from './audience-words.ts'
import { ReportFileList } from './report-file-list.tsx'
import { usePeriodName } from './use-period-name.ts'

interface Opened {
  readonly id: string
  readonly files: readonly ReportFile[]
}

const firstShown = 5

/** What was issued, newest first; each with the very files that went out (P4). */
export function EditionsPanel({ editions }: { readonly editions: readonly EditionView[] }) {
  const { t } = useSpeech()
  const [showsAll, setShowsAll] = useState(false)
  const [opened, setOpened] = useState<Opened | null>(null)
  const get = useCoreAction(core.reports.editionFiles)
  const open = async (id: string) => {
    const answer = await get.run({ id })
    if (answer !== null) setOpened({ id, files: answer.files })
  }
  if (editions.length === 0) return null
  const shown = showsAll ? editions : editions.slice(0, firstShown)
  return (
    <Panel
      title={t(words.editions)}
      actions={
        editions.length > shown.length && (
          <Button size="xs" kind="quiet" onClick={() => setShowsAll(true)}>
            {t(words.allEditions)}
          </Button>
        )
      }
    >
      <Refused refusal={get.refusal} />
      <EditionsTable editions={shown} opened={opened} busy={get.busy} onOpen={(id) => void open(id)} />
      {opened !== null && <ReportFileList files={opened.files} />}
    </Panel>
  )
}

interface EditionsTableProps {
  readonly editions: readonly EditionView[]
  readonly opened: Opened | null
  readonly busy: boolean
  readonly onOpen: (id: string) => void
}

function EditionsTable({ editions, opened, busy, onOpen }: EditionsTableProps) {
  const { t, say, dateTime, number } = useSpeech()
  const periodName = usePeriodName()
  return (
    <Table
      caption={t(words.editions)}
      rows={editions}
      keyOf={({ id }) => id}
      columns={[
        { key: 'period', header: t(words.period), cell: periodName },
        { key: 'edition', header: t(words.edition), cell: ({ edition }) => number(edition) },
        { key: 'audience', header: t(words.audience), cell: ({ audience }) => t(audienceWords[audience]) },
        {
          key: 'edited',
          header: t(words.textsEdited),
          cell: ({ edits }) => (edits.length === 0 ? '–' : number(edits.length)),
        },
        { key: 'at', header: t(words.issuedAt), cell: ({ issuedAt }) => <Isolated>{dateTime(issuedAt)}</Isolated> },
        { key: 'by', header: t(words.issuedBy), cell: ({ issuedBy }) => <Isolated>{say(issuedBy)}</Isolated> },
        { key: 'reason', header: t(words.reason), cell: ({ reason }) => <Isolated>{reason ?? '–'}</Isolated> },
        {
          key: 'files',
          header: t(words.files),
          align: 'end',
          cell: (edition) => (
            <Button
              size="xs"
              icon="file"
              disabled={opened?.id === edition.id}
              busy={busy}
              onClick={() => onOpen(edition.id)}
            >
              {t(words.showFiles)}
              <span className="visually-hidden">
                {t(words.ofEdition, { period: periodName(edition), edition: edition.edition })}
              </span>
            </Button>
          ),
        },
      ]}
    />
  )
}
