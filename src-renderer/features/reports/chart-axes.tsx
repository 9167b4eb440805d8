import { field, xOf, yOf } from './chart-geometry.ts'
import css from './reports.module.css'

interface AxesProps {
  readonly categories: readonly string[]
  readonly steps: readonly number[]
  readonly top: number
  readonly format: (value: number) => string
  readonly place: (x: number) => number
}

/** Lines of the scale and the names below. `place` turns a distance from the start into one from the left. */
export function ChartAxes({ categories, steps, top, format, place }: AxesProps) {
  const every = Math.max(1, Math.ceil(categories.length / 8))
  return (
    <g className={css['axes']} aria-hidden="true">
      {steps.map((step) => (
        <g key={step}>
          <line x1={place(field.start)} x2={place(field.width)} y1={yOf(step, top)} y2={yOf(step, top)} />
          <text x={place(field.start - 22)} y={yOf(step, top) + 4} textAnchor="middle">
            {format(step)}
          </text>
        </g>
      ))}
      {categories.map(
        (name, index) =>
          index % every === 0 && (
            <text key={index} x={place(xOf(index, categories.length))} y={field.height - 8} textAnchor="middle">
              {name}
            </text>
          ),
      )}
    </g>
  )
}
