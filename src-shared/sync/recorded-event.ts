import type { Envelope } from './envelope.ts'

/** Given once, by the server; a stand-alone machine's events stay pending. */
export type Verdict = 'pending' | 'accepted' | 'conflict' | 'void'

/** An event as it stands in this machine's log. `private` is null where the event has none, or it is withheld or forgotten. */
export interface RecordedEvent extends Readonly<Envelope> {
  /** Place in this log: grows by one, never reused. */
  readonly seq: number
  readonly facts: Readonly<Record<string, unknown>>
  readonly private: Readonly<Record<string, unknown>> | null
  readonly verdict: Verdict
}
