/**
 * Where a folder lives: on which machine, at which place, in which file. One that is found elsewhere is a copy, and the
 * machine it was copied from goes on giving numbers: without a server nobody else would notice (R-01, decision 13).
 */
import { createHash } from 'node:crypto'
import { realpathSync, statSync } from 'node:fs'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { z } from 'zod'
import { attempt } from '#core/store/attempt.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { storeFile } from '#core/store/store-file.ts'
import { drawPlace } from './draw-place.ts'
import { continueNumbersAfterRestore } from './numbers.ts'
import type { Office } from './office.ts'

const Home = z.object({ machine: z.string().nullable(), place: z.string(), file: z.string() })
type Home = z.infer<typeof Home>
const homeKey = 'home'

/**
 * At each opening of an office that stands alone: a copy draws numbers of its own before it gives any. Refuses `disk-full` and
 * `numbers-exhausted` for a copy that cannot; whoever has not moved is opened all the same.
 */
export function keepHome({ store: { db }, ports, reference }: Office): Result<null> {
  const here = homeOf(ports.folder, ports.machineId())
  const kept = readSetting(db, homeKey, Home)
  const isCopy = kept !== null && hasMoved(kept, here)
  if (!isCopy && kept?.place === here.place && kept.file === here.file) return ok(null)
  const year = Number(localDateOf(reference.settings.zone, ports.clock.now()).slice(0, 4))
  const written = attempt(db, () => {
    writeSetting(db, homeKey, here)
    return isCopy ? continueNumbersAfterRestore(db, { year, lot: drawPlace(ports.ids), highest: null }) : ok(null)
  })
  if (isCopy && written.ok) ports.log.warn('the folder was copied: it goes on with numbers of its own')
  return isCopy ? written : ok(null)
}

/** A restored folder has drawn its numbers already. */
export const forgetHome = (db: WritableDb): void => void db.run('DELETE FROM settings WHERE key = ?', homeKey)

function homeOf(folder: string, machine: string | null): Home {
  return {
    machine: machine === null ? null : hashed(machine),
    place: hashed(realpathSync(folder)),
    file: statSync(storeFile(folder), { bigint: true }).ino.toString(),
  }
}

const hashed = (text: string): string => createHash('sha256').update(`insaf ${text}`).digest('hex').slice(0, 32)

/** Renamed on its disk it keeps its file; written anew at its place (a migration, a new cipher) it keeps its place. */
const hasMoved = (kept: Home, here: Home): boolean =>
  (kept.machine !== null && here.machine !== null && kept.machine !== here.machine) ||
  (kept.place !== here.place && kept.file !== here.file)
