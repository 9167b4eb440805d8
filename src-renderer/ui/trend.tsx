import { ChartFrame } from './chart-frame.tsx'
import css from './charts.module.css'

export interface TrendPoint {
  readonly label: string
  /** null where there is no figure: the line breaks. */
  readonly value: number | null
  /** Opens what is counted there; left out where there is nothing to open. */
  readonly open?: () => void
  /** What opening it does. */
  readonly opens?: string
}

export interface TrendProps {
  readonly label: string
  readonly points: readonly TrendPoint[]
  readonly format: (value: number) => string
  readonly target?: number
  readonly height?: number
}

const width = 240

/** A line of time with its last value marked; readable as a table and in black and white. */
export function Trend({ label, points, format, target, height = 56 }: TrendProps) {
  const values = [
    ...points.flatMap((point) => (point.value === null ? [] : [point.value])),
    ...(target === undefined ? [] : [target]),
  ]
  const low = Math.min(0, ...values)
  const high = Math.max(...values, low + 1e-9)
  const x = (index: number) => (points.length < 2 ? width / 2 : 4 + (index * (width - 8)) / (points.length - 1))
  const y = (value: number) => height - 5 - ((value - low) / (high - low)) * (height - 10)
  const last = points.findLastIndex((point) => point.value !== null)
  const lastValue = points[last]?.value
  return (
    <ChartFrame
      label={label}
      rows={points.map((point, index) => ({
        key: `${index}`,
        label: point.label,
        text: point.value === null ? '–' : format(point.value),
        ...(point.open !== undefined && { open: point.open, opens: point.opens }),
      }))}
    >
      <div className={css['around']}>
        <svg
          className={css['trend']}
          viewBox={`0 0 ${width} ${height}`}
          role="img"
          aria-label={label}
          preserveAspectRatio="none"
        >
          <line className={css['ground']} x1={0} x2={width} y1={y(low)} y2={y(low)} />
          {target !== undefined && <line className={css['target']} x1={0} x2={width} y1={y(target)} y2={y(target)} />}
          <path className={css['line']} d={linePath(points, x, y)} />
          {lastValue !== null && lastValue !== undefined && (
            <path className={css['point']} d={`M${x(last)} ${y(lastValue)}h0.01`} />
          )}
        </svg>
        <Months points={points} format={format} />
      </div>
    </ChartFrame>
  )
}

/** A place to press above each point; whoever has no mouse opens them from the table beside. */
function Months({ points, format }: Pick<TrendProps, 'points' | 'format'>) {
  if (points.every(({ open }) => open === undefined)) return null
  return (
    <div className={css['months']} aria-hidden>
      {points.map(({ label, value, open, opens }, place) => (
        <button
          key={place}
          type="button"
          tabIndex={-1}
          className={css['month']}
          aria-label={opens ?? label}
          title={`${label}: ${value === null ? '–' : format(value)}`}
          disabled={open === undefined}
          onClick={open}
        />
      ))}
    </div>
  )
}

function linePath(points: readonly TrendPoint[], x: (index: number) => number, y: (value: number) => number): string {
  let open = false
  const steps = points.map((point, index) => {
    if (point.value === null) {
      open = false
      return ''
    }
    const step = `${open ? 'L' : 'M'}${x(index).toFixed(1)} ${y(point.value).toFixed(1)}`
    open = true
    return step
  })
  return steps.join('')
}
