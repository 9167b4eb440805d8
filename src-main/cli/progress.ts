import type { WorkDone } from '#shared/contract/desktop/system.ts'

const askEveryMs = 250

interface Told {
  readonly what: string
  readonly ask: () => Promise<WorkDone | null>
  readonly write?: (line: string) => void
  readonly everyMs?: number
}

/** Says on standard error how far long work is, a line whenever it came further (UI-8); standard output is the answer's alone. */
export async function withProgress<T>(
  { what, ask, write = (line) => process.stderr.write(line), everyMs = askEveryMs }: Told,
  work: () => Promise<T>,
): Promise<T> {
  let last = -1
  let isOver = false
  const hear = (found: WorkDone | null): void => {
    if (isOver || found === null || found.total === 0) return
    const percent = Math.floor((100 * found.done) / found.total)
    if (percent > last) write(`${what}: ${percent}%\n`)
    last = Math.max(last, percent)
  }
  // What cannot be asked now is asked again soon; the work itself says what went wrong.
  const timer = setInterval(() => void ask().then(hear, () => null), everyMs)
  try {
    return await work()
  } finally {
    isOver = true
    clearInterval(timer)
  }
}
