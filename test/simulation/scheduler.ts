/*
 * One virtual clock and one order of everything that happens: the next thing due runs, all that follows from it at once
 * runs to its end, then the next. Nothing waits for real time, so a seed always tells the same story.
 */
export interface Scheduler {
  /** Milliseconds of the world's own clock, from 0. */
  readonly now: () => number
  /** The same as calendars show it: a night or a holiday in which nothing moves is leapt over. */
  readonly time: () => number
  readonly leap: (ms: number) => void
  /** Runs `what` after `delay`. Out: takes it back. */
  readonly after: (delay: number, name: string, what: () => void) => () => void
  /** A promise that is kept after `delay`. */
  readonly wait: (delay: number, name: string) => Promise<void>
  /** Lets the world go on until nothing is due, or until `until`. Out: how many things happened. */
  readonly run: (until?: number) => Promise<number>
  readonly trace: readonly string[]
  readonly note: (line: string) => void
}

interface Due {
  readonly at: number
  readonly order: number
  readonly name: string
  readonly what: () => void
}

/** All promises that can be kept now are kept, and what follows from them: nothing in a story waits for a turn of the loop. */
const settled = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve))
/** Beside a real database it does. */
const turned = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
const soon = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1))

/**
 * In: how much may happen at most; whether something outside runs (a real database): then the clock stands still until it
 * is done, while all that is due now begins.
 */
export function createScheduler(most = 200_000, isBusy: (() => boolean) | null = null): Scheduler {
  const follow = isBusy === null ? settled : turned
  const queue: Due[] = []
  const trace: string[] = []
  let [now, order, leapt] = [0, 0, 0]
  const after = (delay: number, name: string, what: () => void): (() => void) => {
    const due: Due = { at: now + Math.max(0, Math.round(delay)), order, name, what }
    order += 1
    queue.splice(placeOf(queue, due), 0, due)
    return () => {
      const place = queue.indexOf(due)
      if (place >= 0) queue.splice(place, 1)
    }
  }
  return {
    now: () => now,
    time: () => now + leapt,
    leap: (ms) => void (leapt += ms),
    after,
    wait: (delay, name) => new Promise((resolve) => after(delay, name, resolve)),
    run: async (until = Infinity) => {
      let happened = 0
      await follow()
      for (;;) {
        while (isBusy?.() === true && (queue[0]?.at ?? Infinity) > now) await soon()
        const due = queue[0]
        if (due === undefined || due.at > until) break
        queue.shift()
        now = due.at
        trace.push(`${now} ${due.name}`)
        due.what()
        await follow()
        happened += 1
        if (happened > most) throw new Error(`the world does not come to rest: ${due.name} at ${now}`)
      }
      if (until !== Infinity) now = Math.max(now, until)
      return happened
    },
    trace,
    note: (line) => trace.push(`${now} ${line}`),
  }
}

/** The queue is kept in order: later things behind, equals in the order they were asked for. */
function placeOf(queue: readonly Due[], due: Due): number {
  let [low, high] = [0, queue.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const at = queue[middle]
    if (at !== undefined && (at.at < due.at || (at.at === due.at && at.order < due.order))) low = middle + 1
    else high = middle
  }
  return low
}
