import { ok } from '#shared/lib/result.ts'
import { callerOfId } from '#server/devices/find-device.ts'
import type { Caller } from '#server/devices/find-device.ts'
import { faultText } from '#server/fault-text.ts'
import { readStanding } from '#server/devices/standing.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { EngineCalls } from './engine-calls.ts'
import type { LiveSource } from './live-channels.ts'

/** Entries that one live page may hold; its bytes are bounded besides (SYNC-LINK-6). */
const liveEntries = 200

export function liveSource(
  { db, ports }: OpenServer,
  engine: EngineCalls,
  /** Hears in which log a device was found. */
  follow: (caller: Caller) => Promise<void>,
): LiveSource {
  return {
    recentPage: (feed, after) => engine.recentPage({ feed, after, limit: liveEntries }),
    readPage: (feed, after) => engine.readLivePage({ feed, after, limit: liveEntries }),
    feedsOf: async (id) => {
      const caller = await callerOfId(db, id)
      if (!caller.ok) return caller
      await follow(caller.value)
      return ok(await engine.feedsOf(caller.value.device))
    },
    standing: () => readStanding(db),
    onFault: (device, error) => ports.journal.error('live channel', { device, error: faultText(error) }),
  }
}
