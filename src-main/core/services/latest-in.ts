import type { z } from 'zod'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { referenceFacts } from './reference-facts.ts'

interface Asked<T> {
  readonly type: string
  readonly schema: z.ZodType<T>
  readonly keyOf: (facts: T, stream: string) => string
  /** Where the last does not say all: what stands after it. */
  readonly after?: (before: T | undefined, facts: T) => T
}

interface Latest<T> {
  readonly values: ReadonlyMap<string, T>
  /** Id of the last event; empty where there is none. */
  readonly last: string
}

/** In: events in the order of their fold. Out: what the last of a type sets, by its key. */
export const latestIn =
  (events: readonly RecordedEvent[]) =>
  <T>({ type, schema, keyOf, after = (_before, facts) => facts }: Asked<T>): Latest<T> => {
    const values = new Map<string, T>()
    let last = ''
    for (const event of events) {
      if (event.type !== type || !doesStand(event)) continue
      const facts = referenceFacts(schema, event)
      if (facts === null) continue
      const key = keyOf(facts, event.stream)
      values.set(key, after(values.get(key), facts))
      last = event.id
    }
    return { values, last }
  }
