/** Times of one measure in milliseconds, and what they should be. */
export interface Measure {
  readonly name: string
  readonly times: readonly number[]
  /** At most, in milliseconds: of the median, or of the 95th percentile. */
  readonly target?: { readonly of: 'median' | 'p95'; readonly ms: number }
  readonly note?: string
}

/** In: a list of numbers. Out: the smallest that so large a share of them does not exceed. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((left, right) => left - right)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

export const median = (values: readonly number[]): number => percentile(values, 0.5)

export async function timed<T>(times: number[], work: () => Promise<T>): Promise<T> {
  const start = performance.now()
  const result = await work()
  times.push(performance.now() - start)
  return result
}

const shown = (ms: number): string => (ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`)

/** One line of the table; a measure without times says why. */
export function printMeasure({ name, times, target, note }: Measure): void {
  if (times.length === 0) return console.log(`  ${name.padEnd(44)} skipped: ${note ?? ''}`)
  const values = { median: median(times), p95: percentile(times, 0.95) }
  const verdict =
    target === undefined ? '' : `${target.of} ≤ ${shown(target.ms)} ${values[target.of] <= target.ms ? 'pass' : 'MISS'}`
  console.log(
    `  ${name.padEnd(44)} median ${shown(values.median).padStart(9)}  p95 ${shown(values.p95).padStart(9)}  n ${String(times.length).padStart(4)}  ${[verdict, note].filter(Boolean).join('  ')}`,
  )
}

/** A figure that is no time. */
export function printFigure(name: string, value: string, verdict = ''): void {
  console.log(`  ${name.padEnd(44)} ${value}  ${verdict}`)
}
