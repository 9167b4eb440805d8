/** Tells windows what changed, as topics; a slow window gets them joined, never a growing queue. */
export interface Changes {
  readonly publish: (topics: readonly string[]) => void
  readonly subscribe: (signal: AbortSignal) => AsyncGenerator<{ topics: string[] }>
}

export function createChanges(): Changes {
  const waiting = new Set<(topics: readonly string[]) => void>()
  return {
    publish: (topics) => {
      for (const tell of waiting) tell(topics)
    },
    subscribe: (signal) => subscription(waiting, signal),
  }
}

async function* subscription(
  waiting: Set<(topics: readonly string[]) => void>,
  signal: AbortSignal,
): AsyncGenerator<{ topics: string[] }> {
  let pending = new Set<string>()
  let wake = (): void => {}
  const tell = (topics: readonly string[]): void => {
    for (const topic of topics) pending.add(topic)
    wake()
  }
  waiting.add(tell)
  signal.addEventListener('abort', () => wake(), { once: true })
  try {
    while (!signal.aborted) {
      if (pending.size === 0) {
        await new Promise<void>((resolve) => {
          wake = resolve
        })
        continue
      }
      const topics = [...pending]
      pending = new Set()
      yield { topics }
    }
  } finally {
    waiting.delete(tell)
  }
}
