import type { Caller } from './caller.ts'
import type { ServedFile } from './served-file.ts'

/**
 * What the file route may serve: a ticket is an unguessable name for one file or page, given by a procedure that checked
 * the right, good for some minutes and for the session it was given to. Keys of files never leave the core.
 */
export interface Ticket {
  readonly caller: Caller
  /** In: the same caller with the rights he has when the ticket is used. */
  readonly open: (caller: Caller) => Promise<ServedFile | null>
}

export interface Tickets {
  /** Out: the route that the ticket opens. */
  readonly issue: (caller: Caller, open: Ticket['open']) => string
  readonly find: (ticket: string) => Ticket | null
  /** Notes once for each name in the life of a ticket: an opening in many pieces is one opening. In: whether it was noted, else it is noted next time. */
  readonly once: (name: string, note: () => boolean) => void
}

const lifeMs = 30 * 60 * 1000
const mostTickets = 5000

export function createTickets(nowMs: () => number, randomName: () => string): Tickets {
  const issued = new Map<string, Ticket & { readonly until: number }>()
  const opened = new Map<string, { readonly until: number }>()
  return {
    issue: (caller, open) => {
      const name = randomName()
      issued.set(name, { caller, open, until: nowMs() + lifeMs })
      dropOld(issued, nowMs())
      return `/files/t/${name}`
    },
    find: (name) => {
      const ticket = issued.get(name)
      return ticket === undefined || ticket.until < nowMs() ? null : ticket
    },
    once: (name, note) => {
      const now = nowMs()
      const isKnown = (opened.get(name)?.until ?? 0) > now
      if (isKnown || !note()) return
      // Set anew at the end: the map stays in the order of its times.
      opened.delete(name)
      opened.set(name, { until: now + lifeMs })
      dropOld(opened, now)
    },
  }
}

function dropOld(kept: Map<string, { readonly until: number }>, now: number): void {
  for (const [name, { until }] of kept) {
    if (until > now && kept.size <= mostTickets) return
    kept.delete(name)
  }
}
