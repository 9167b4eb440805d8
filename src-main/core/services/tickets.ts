import type { ServedFile } from './served-file.ts'

/**
 * What the file route may serve: a ticket is an unguessable name for one file or page, given by a procedure that checked
 * the right, and good for some minutes. Keys of files never leave the core.
 */
export interface Tickets {
  readonly issue: (open: () => Promise<ServedFile | null>) => string
  readonly redeem: (ticket: string) => Promise<ServedFile | null>
}

const lifeMs = 30 * 60 * 1000
const mostTickets = 5000

export function createTickets(nowMs: () => number, randomName: () => string): Tickets {
  const issued = new Map<string, { readonly until: number; readonly open: () => Promise<ServedFile | null> }>()
  const dropOld = (): void => {
    const now = nowMs()
    for (const [name, ticket] of issued) {
      if (ticket.until > now && issued.size <= mostTickets) return
      issued.delete(name)
    }
  }
  return {
    issue: (open) => {
      const name = randomName()
      issued.set(name, { until: nowMs() + lifeMs, open })
      dropOld()
      return name
    },
    redeem: async (name) => {
      const ticket = issued.get(name)
      return ticket === undefined || ticket.until < nowMs() ? null : ticket.open()
    },
  }
}
