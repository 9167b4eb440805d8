/** What becomes of a call, for whoever looks after the server: routes, codes, times and numbers of faults, never content. */
import { ORPCError } from '@orpc/server'
import { faultText } from '#server/fault-text.ts'
import type { WireHost } from './context.ts'

interface Answer {
  readonly route: string
  readonly status: string
  readonly ms: number
}

/** Counts an answer by its route; a slow or failed one is a line in the journal. */
export function noteAnswer({ server, metrics }: WireHost, { route, status, ms }: Answer): void {
  metrics.add('insaf_requests_total', { route, status })
  metrics.add('insaf_request_milliseconds_total', { route }, ms)
  if (Number(status) >= 500 || ms > 2000) server.ports.journal.warn('slow or failed', { route, status, ms })
}

/** What went wrong inside a call gets its line in the journal. A refusal is no fault. */
export function noteFault({ server: { ports } }: WireHost, call: string, error: unknown): void {
  if (error instanceof ORPCError && error.status < 500) return
  ports.journal.error('fault', { id: ports.ids.uuid(), call, error: faultText(error) })
}
