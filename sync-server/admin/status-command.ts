import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { alarmsOf, logPutBack, openAlarms } from '#server/devices/alarms.ts'
import { copiedMachines } from '#server/devices/machine-copies.ts'
import { unitStatus } from '#server/devices/unit-status.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AdminHost } from './admin-host.ts'

/**
 * Offices and departments with last contact, what waits on their machines and what is held (S10); how many copies of a
 * restored server's lost entries wait for a word (SYNC-RECOVER-2); when its database was put back by its own means
 * (SYNC-RECOVER-10); which machines stand twice (S12).
 */
export async function status({ server, access, offers }: AdminHost): Promise<Result<object>> {
  const { identity, log } = server
  const units = await unitStatus(server, { units: (await access()).units, asker: 'central' })
  const [alarms, offered, copied, putBack] = await Promise.all([
    openAlarms(server.db),
    offers(),
    copiedMachines(server.db, server.ports.clock.now()),
    alarmsOf(server.db, logPutBack),
  ])
  return ok({
    server: identity.id,
    logEpoch: identity.logEpoch,
    store: log.kind,
    alarms,
    offers: offered.length,
    /** Machines whose folder was copied, and both are at work. */
    copied: [...copied],
    ...(putBack.length > 0 ? { putBack: { at: putBack, ...wordsOf(logPutBack) } } : {}),
    offices: units,
  })
}

const wordsOf = (code: typeof logPutBack) => ({
  ar: refusalSentence(code, {}, 'ar'),
  en: refusalSentence(code, {}, 'en'),
})
