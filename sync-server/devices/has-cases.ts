import { FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog } from '#server/log/server-log.ts'

/** Whether the server holds a case of this office (SYNC-ENROL-3). Streams come by name, and `case:` sorts first of what may. */
export async function hasCases(log: ServerLog, office: string): Promise<boolean> {
  const feed = FeedName.parse(`office:${office}`)
  const [first] = await log.read((reader) => reader.readStreamsOf({ feed, note: null, after: 'case:', limit: 1 }))
  return first?.stream.startsWith('case:') ?? false
}
