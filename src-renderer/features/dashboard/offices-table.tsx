import type { OfficeRow } from '#shared/contract/desktop/reports.ts'
import { dashboardMessages as words } from '#shared/i18n/dashboard.ts'
import { figureSplits } from '#shared/i18n/figure-words.ts'
import { openFigureCases } from '#renderer/parts/figure-cases.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { Isolated } from '#renderer/ui/isolated.tsx'
import { Panel } from '#renderer/ui/page.tsx'
import { Table } from '#renderer/ui/table.tsx'
import { readFigure } from './figure-reading.ts'
import css from './dashboard.module.css'

interface OfficesTableProps {
  readonly rows: readonly OfficeRow[]
  readonly dayMinutes: number
  /** Shows the cards of one of them. */
  readonly onOffice: (office: string) => void
}

/** How each office is doing, one row each; its name shows its cards, every number its cases (N-05, UI-9). */
export function OfficesTable({ rows, dayMinutes, onOffice }: OfficesTableProps) {
  const { t, say } = useSpeech()
  const [first] = rows
  if (first === undefined) return null
  const columns = first.figures.map(({ figure, name }, place) => ({
    key: figure.code,
    header: say(name),
    align: 'end' as const,
    cell: (row: OfficeRow) => <Figure row={row} place={place} dayMinutes={dayMinutes} />,
  }))
  return (
    <Panel title={t(words.byOffice)}>
      <Table
        caption={t(words.byOffice)}
        rows={rows}
        keyOf={({ office }) => office.id}
        columns={[
          {
            key: 'office',
            header: say(figureSplits.office),
            cell: ({ office }) => (
              <button type="button" className={css['beside']} onClick={() => onOffice(office.id)}>
                {say(office.name)}
              </button>
            ),
          },
          ...columns,
        ]}
      />
    </Panel>
  )
}

interface FigureProps {
  readonly row: OfficeRow
  readonly place: number
  readonly dayMinutes: number
}

function Figure({ row, place, dayMinutes }: FigureProps) {
  const speech = useSpeech()
  const { t, say } = speech
  const found = row.figures[place]
  if (found === undefined) return null
  const { figure, name, cases } = found
  const { value, base, small } = readFigure(speech, figure, dayMinutes)
  const title = `${say(row.office.name)} – ${say(name)}`
  const isShare = figure.unit === 'ratio' && (figure.denominator ?? 0) > 0
  return (
    <>
      {cases.length === 0 ? (
        <Isolated>{value}</Isolated>
      ) : (
        <button
          type="button"
          className={css['beside']}
          aria-label={`${value} – ${t(words.openCases, { name: title })}`}
          onClick={() => openFigureCases({ title, ids: cases })}
        >
          <Isolated>{value}</Isolated>
        </button>
      )}
      {isShare && (
        <div className={css['small-note']} title={small ? t(words.small) : undefined}>
          <Isolated>{base}</Isolated>
        </div>
      )}
    </>
  )
}
