import { z } from 'zod'
import { readFeeds } from '#core/store/feeds.ts'
import { changeFold } from '#core/store/change-fold.ts'
import { markLeftovers } from '#core/store/leftovers.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import type { SyncClient } from './client.ts'

const key = 'disclosures-cleaned'

/**
 * Earlier programs showed a department why a complainant was disclosed, and whose record that is. A machine that still has it
 * lets it go, once; the hash stays, so both chains still verify. What is left of it on the disk goes with the next sweep
 * (R-09, B-17, SYNC-FEED-3).
 */
export function cleanDisclosures({ store: { db, projections } }: SyncClient): void {
  const isDepartment = readFeeds(db).some(({ feed }) => feed.startsWith('department:'))
  if (!isDepartment || readSetting(db, key, z.literal(true)) !== null) return
  db.transaction(() => {
    const told = db.all<{ seq: number; stream: string }>(
      "SELECT seq, stream FROM events WHERE type = 'disclosed' AND private IS NOT NULL",
    )
    changeFold(db, projections, () => {
      for (const { seq } of told) db.run('UPDATE events SET private = NULL WHERE seq = ?', seq)
      return told.map(({ stream }) => stream)
    })
    if (told.length > 0) markLeftovers(db)
    writeSetting(db, key, true)
  })
}
