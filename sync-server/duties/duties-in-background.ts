/** Looks every quarter of a minute what has fallen due, on the one of several servers that holds the lease. */
import { faultText } from '#server/fault-text.ts'
import type { Journal } from '#server/ports.ts'
import type { Tables } from '#server/log/tables.ts'
import { endLease, takeLease } from './lease.ts'

const tickMs = 15_000
const leaseSeconds = 60

export interface DutyHost {
  readonly db: Tables
  readonly journal: Journal
  /** This process, among those of one database. */
  readonly holder: string
  /** Writes what is due. Out: how many. */
  readonly run: () => Promise<number>
}

export function dutiesInBackground({ db, journal, holder, run }: DutyHost): { end(): Promise<void> } {
  const lease = { name: 'duties', holder }
  let isEnding = false
  let timer: NodeJS.Timeout
  const turn = async (): Promise<void> => {
    if (!(await takeLease(db, lease, leaseSeconds))) return
    const taken = await run()
    if (taken > 0) journal.info('duties', { taken })
  }
  const tick = (): Promise<void> =>
    turn()
      .catch((error: unknown) => journal.error('duties', { error: faultText(error) }))
      .then(() => {
        if (!isEnding) timer = setTimeout(again, tickMs).unref()
      })
  const again = (): void => {
    last = tick()
  }
  let last = tick()
  return {
    end: async () => {
      isEnding = true
      clearTimeout(timer)
      await last
      await endLease(db, lease)
    },
  }
}
