import type { ReactNode } from 'react'
import type { ReportBlock, ReportTile } from '#shared/contract/desktop/report-model.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { Notice } from '#renderer/ui/notice.tsx'
import { EditableText } from './editable-text.tsx'
import { FigureButton } from './open-figure.tsx'
import { ReportChartView } from './report-chart.tsx'
import { ReportTableView } from './report-table.tsx'
import css from './reports.module.css'

/** One block of the model, as Word and workbook have it too; `within` names its section. */
export function ReportBlockView({ block, within }: { readonly block: ReportBlock; readonly within: string }) {
  switch (block.kind) {
    case 'paragraph':
      return <Editable block={block} within={within} show={showParagraph} />
    case 'note':
      return <p className={css['note']}>{block.text}</p>
    case 'warning':
      return <Notice tone="warn">{block.text}</Notice>
    case 'numbered':
      return (
        <ol className={css['numbered']}>
          {block.items.map((item, place) => (
            <li key={place}>{item}</li>
          ))}
        </ol>
      )
    case 'box':
      return <Editable block={block} within={within} show={(lines) => <Box title={block.title} lines={lines} />} />
    case 'tiles':
      return <Tiles tiles={block.tiles} />
    case 'table':
      return <ReportTableView table={block} within={within} />
    case 'chart':
      return <ReportChartView chart={block} />
    default:
      return assertNever(block)
  }
}

const showParagraph = (lines: readonly string[]) => <p className={css['paragraph']}>{lines.join(' ')}</p>

interface EditableProps {
  readonly block: Extract<ReportBlock, { kind: 'paragraph' | 'box' }>
  readonly within: string
  readonly show: (lines: readonly string[]) => ReactNode
}

/** Texts without a place are told as they are: how figures are counted, what the data cover. */
function Editable({ block, within, show }: EditableProps) {
  if (block.place === undefined) return show(block.kind === 'paragraph' ? [block.text] : block.lines)
  return <EditableText block={{ ...block, place: block.place }} within={within} show={show} />
}

function Box({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <div className={css['box']}>
      <h3 className={css['box-title']}>{title}</h3>
      {lines.length > 0 && (
        <ul>
          {lines.map((line, place) => (
            <li key={place}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}

function Tiles({ tiles }: { readonly tiles: readonly ReportTile[] }) {
  return (
    <ul className={css['tiles']}>
      {tiles.map((tile) => (
        <li key={tile.code} className={css['tile']}>
          <span className={css['tile-title']}>{tile.title}</span>
          <span className={css['tile-value']} data-faint={tile.faint === true || undefined}>
            <FigureButton figure={{ code: tile.code }} name={tile.title}>
              <bdi>{tile.value}</bdi>
            </FigureButton>
          </span>
          <span className={css['tile-note']}>{tile.note}</span>
        </li>
      ))}
    </ul>
  )
}
