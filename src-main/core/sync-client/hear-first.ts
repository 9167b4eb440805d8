import { z } from 'zod'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { readSetting, removeSetting, writeSetting } from '#core/store/settings.ts'
import type { SyncClient } from './client.ts'
import { pullFeeds } from './pull-feeds.ts'

const key = 'sync-hear-first'

/** Inside a write transaction: this machine, or its server, stands on an older copy of itself, or beside one. */
export const markToHear = (db: WritableDb): void => writeSetting(db, key, true)

/** Whether `hearFirst` is due. */
export const isToHear = (db: ReadableDb): boolean => readSetting(db, key, z.boolean()) === true

/**
 * Nothing of whoever was forgotten meanwhile is sent: what its feeds hold for such a machine is taken before. With it may
 * come whom this machine itself had forgotten, having told nobody: he is forgotten again first (SYNC-RECOVER-4, S19).
 */
export async function hearFirst(client: SyncClient): Promise<Result<null>> {
  const { db } = client.store
  if (!isToHear(db)) return ok(null)
  const heard = await pullFeeds(client)
  if (!heard.ok) return heard
  client.effects.forgetHeard()
  db.transaction(() => removeSetting(db, key))
  return ok(null)
}
