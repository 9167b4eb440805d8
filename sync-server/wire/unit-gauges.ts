import { Instant, msOf } from '#shared/domain/clock/instant.ts'
import { unitStatus } from '#server/devices/unit-status.ts'
import type { WireHost } from './context.ts'

/** Whoever asks more often is told the same again. */
const keptMs = 15_000

/**
 * How every unit with machines stands, for the administrator's monitoring: what is held of them, what waited on them when
 * they last said hello, and when that was (N-05). Units by their codes; a unit without machines has nothing to watch.
 */
export function unitGauges({ server, engine, metrics }: Pick<WireHost, 'server' | 'engine' | 'metrics'>) {
  let readAt = Number.NEGATIVE_INFINITY
  return async (): Promise<void> => {
    const now = msOf(server.ports.clock.now())
    if (now - readAt < keptMs) return
    readAt = now
    const { units } = await engine.access()
    for (const { code, devices, held, waiting, lastContact } of await unitStatus(server, { units, asker: 'central' })) {
      if (devices === 0) continue
      metrics.set('insaf_commits_held', { unit: code }, held)
      metrics.set('insaf_commits_waiting', { unit: code }, waiting)
      if (lastContact !== null)
        metrics.set('insaf_last_contact_seconds', { unit: code }, Math.floor(msOf(Instant.parse(lastContact)) / 1000))
    }
  }
}
