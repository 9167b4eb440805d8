import { z } from 'zod'
import { must } from '#shared/lib/assert.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { readSetting, removeSetting, writeSetting } from '#core/store/settings.ts'

/** What this machine knows of the server it joined; kept in the encrypted store beside the log. */
export const Membership = z.object({
  url: z.string(),
  credential: z.string(),
  server: z.object({ id: z.string(), logEpoch: z.int().positive(), publicKey: z.string() }),
  unit: z.object({ id: z.string(), kind: z.string(), code: z.string(), office: z.string().nullable() }),
  /** The device epoch that the server knows; a later one of this machine is told first (SYNC-RECOVER-4). */
  epoch: z.int().positive(),
  joinedAt: z.string(),
  lastContact: z.string().nullable(),
  /** A person allowed the hiding of many cases, once (S18). */
  mayHide: z.boolean(),
  /** Set while a restored server's history is read anew (SYNC-RECOVER-2). */
  recovering: z.boolean(),
  /** A stand-alone office went up: its users' verifiers are brought once (SYNC-ENROL-3). */
  verifiersDue: z.boolean(),
  /** The server sees a copy of this folder at work beside it (S12). */
  copied: z.boolean().optional(),
})
export type Membership = z.infer<typeof Membership>

const key = 'sync-membership'

export const readMembership = (db: ReadableDb): Membership | null => readSetting(db, key, Membership)

export const writeMembership = (db: WritableDb, membership: Membership): void => writeSetting(db, key, membership)

/** Inside a write transaction. */
export function changeMembership(db: WritableDb, change: Partial<Membership>): void {
  writeMembership(db, { ...must(readMembership(db), 'a joined machine has a membership'), ...change })
}

export const forgetMembership = (db: WritableDb): void => removeSetting(db, key)
