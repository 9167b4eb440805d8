import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { SyncClient } from './client.ts'
import { pullFeeds } from './pull-feeds.ts'
import { isToHear, noteAllHeard } from './to-hear.ts'

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
  noteAllHeard(db)
  return ok(null)
}
