import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import { useRef, useState } from 'react'
import { useWords } from './words.ts'
import css from './split-pane.module.css'

export interface SplitPaneProps {
  readonly label: string
  readonly start: ReactNode
  readonly end: ReactNode
  /** Share of the first pane, 0.2 to 0.8. */
  readonly initial?: number
}

const inRange = (share: number): number => Math.min(0.8, Math.max(0.2, share))

/** Two panes and a border moved by mouse or arrow keys. */
export function SplitPane({ label, start, end, initial = 0.55 }: SplitPaneProps) {
  const words = useWords()
  const box = useRef<HTMLDivElement>(null)
  const [share, setShare] = useState(inRange(initial))
  const rightToLeft = () => box.current !== null && getComputedStyle(box.current).direction === 'rtl'
  const drag = (event: PointerEvent) => {
    if (!event.currentTarget.hasPointerCapture(event.pointerId) || box.current === null) return
    const { left, right, width } = box.current.getBoundingClientRect()
    setShare(inRange((rightToLeft() ? right - event.clientX : event.clientX - left) / width))
  }
  const step = (event: KeyboardEvent) => {
    const sign = { ArrowLeft: -1, ArrowRight: 1 }[event.code]
    if (sign === undefined) return
    event.preventDefault()
    setShare((current) => inRange(current + (rightToLeft() ? -sign : sign) * 0.03))
  }
  return (
    <div ref={box} className={css['split']} style={{ '--share': `${share * 100}%` }}>
      <div className={css['pane']}>{start}</div>
      <div
        role="separator"
        aria-orientation="vertical"
        aria-label={`${words.text.resize}: ${label}`}
        aria-valuenow={Math.round(share * 100)}
        aria-valuemin={20}
        aria-valuemax={80}
        tabIndex={0}
        className={css['border']}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={drag}
        onKeyDown={step}
      />
      <div className={css['pane']}>{end}</div>
    </div>
  )
}
