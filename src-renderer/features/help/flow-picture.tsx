import { useId } from 'react'
import { helpMessages as words } from '#shared/i18n/help.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import css from './help.module.css'

/*
 * The way of a case as a picture. Everything is placed by its distance from the start of the line of writing; `place`
 * alone knows on which side that is, so the picture reads from right to left in Arabic.
 */
const width = 1056
const height = 330
const box = { width: 132, height: 64, top: 118 } as const
const step = 154

interface Stage {
  readonly title: PlainMessage
  readonly text: PlainMessage
}

const stages: readonly Stage[] = [
  { title: words.flowReceive, text: words.flowReceiveText },
  { title: words.flowRegister, text: words.flowRegisterText },
  { title: words.flowTriage, text: words.flowTriageText },
  { title: words.flowWork, text: words.flowWorkText },
  { title: words.flowApprove, text: words.flowApproveText },
  { title: words.flowRate, text: words.flowRateText },
  { title: words.flowClose, text: words.flowCloseText },
]

const startOf = (index: number): number => index * step
const middleOf = (index: number): number => startOf(index) + box.width / 2
const bottom = box.top + box.height

/** An arc from one stage to another, above or below the row, with its words. */
interface Arc {
  readonly from: number
  readonly to: number
  readonly reach: number
  readonly below: boolean
  readonly text: PlainMessage
}

const arcs: readonly Arc[] = [
  { from: 2, to: 5, reach: 88, below: false, text: words.flowFirst },
  { from: 4, to: 3, reach: 44, below: true, text: words.flowReturn },
  { from: 5, to: 3, reach: 108, below: true, text: words.flowReopen },
]

/** Ways that leave the row for good. */
const exits = [
  { from: 2, shift: -96, text: words.flowReject },
  { from: 2, shift: 12, text: words.flowExternal },
] as const

export function FlowPicture() {
  const { t, direction } = useSpeech()
  const arrow = useId()
  const place = (x: number) => (direction === 'rtl' ? width - x : x)
  return (
    <svg
      className={css['picture']}
      viewBox={`-2 0 ${width + 4} ${height}`}
      role="img"
      aria-label={t(words.flowPicture)}
    >
      <marker
        id={arrow}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="8"
        markerHeight="8"
        orient="auto-start-reverse"
      >
        <path d="M0 0 8 4 0 8Z" className={css['head']} />
      </marker>
      {stages.slice(1).map((stage, index) => (
        <path
          key={stage.title.en}
          className={css['way']}
          d={`M${place(startOf(index) + box.width)} ${box.top + 32}H${place(startOf(index + 1) - 2)}`}
          markerEnd={`url(#${arrow})`}
        />
      ))}
      {arcs.map((arc) => (
        <ArcLine key={arc.text.en} arc={arc} place={place} arrow={arrow} />
      ))}
      {exits.map((exit) => (
        <Exit key={exit.text.en} {...exit} place={place} arrow={arrow} />
      ))}
      {stages.map((stage, index) => (
        <StageBox
          key={stage.title.en}
          stage={stage}
          start={Math.min(place(startOf(index)), place(startOf(index) + box.width))}
        />
      ))}
    </svg>
  )
}

function StageBox({ stage, start }: { readonly stage: Stage; readonly start: number }) {
  const { t } = useSpeech()
  return (
    <g>
      <rect className={css['stage']} x={start} y={box.top} width={box.width} height={box.height} rx={8} />
      <text className={css['stage-title']} x={start + box.width / 2} y={box.top + 27} textAnchor="middle">
        {t(stage.title)}
      </text>
      <text className={css['stage-text']} x={start + box.width / 2} y={box.top + 48} textAnchor="middle">
        {t(stage.text)}
      </text>
    </g>
  )
}

interface LineProps {
  readonly place: (x: number) => number
  readonly arrow: string
}

function ArcLine({ arc, place, arrow }: LineProps & { readonly arc: Arc }) {
  const { t } = useSpeech()
  const edge = arc.below ? bottom : box.top
  const far = arc.below ? edge + arc.reach : edge - arc.reach
  // Two arcs may end at one stage: each keeps a little aside.
  const aside = arc.reach > 60 && arc.below ? 22 : 0
  const [from, to] = [place(middleOf(arc.from)), place(middleOf(arc.to) - aside)]
  return (
    <g>
      <path
        className={css['way']}
        data-back={arc.below || undefined}
        d={`M${from} ${edge}V${far}H${to}V${arc.below ? edge + 2 : edge - 2}`}
        markerEnd={`url(#${arrow})`}
      />
      <text className={css['way-text']} x={(from + to) / 2} y={arc.below ? far + 18 : far - 8} textAnchor="middle">
        {t(arc.text)}
      </text>
    </g>
  )
}

function Exit({ from, shift, text, place, arrow }: LineProps & (typeof exits)[number]) {
  const { t } = useSpeech()
  const x = place(middleOf(from) + shift)
  const start = place(middleOf(from) + (shift < 0 ? -24 : 12))
  return (
    <g>
      <path
        className={css['way']}
        data-back
        d={`M${start} ${bottom}V${bottom + 34}H${x}V${bottom + 66}`}
        markerEnd={`url(#${arrow})`}
      />
      <text className={css['way-text']} x={x} y={bottom + 84} textAnchor="middle">
        {t(text)}
      </text>
    </g>
  )
}
