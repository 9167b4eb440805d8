import { eventLog } from './0001-event-log.ts'
import { sync } from './0002-sync.ts'
import { blobQueue } from './0003-blob-queue.ts'
import { heldActs } from './0004-held-acts.ts'
import { heldFeeds } from './0005-held-feeds.ts'
import { movedCases } from './0006-moved-cases.ts'
import { namesElsewhere } from './0007-names-elsewhere.ts'
import { otherContent } from './0008-other-content.ts'
import type { Migration } from './migration.ts'

/** In order; the store's schema version is the last one's number. */
export const allMigrations: readonly Migration[] = [
  eventLog,
  sync,
  blobQueue,
  heldActs,
  heldFeeds,
  movedCases,
  namesElsewhere,
  otherContent,
]
