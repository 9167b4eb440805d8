import { countRevocations, isRevoked } from '#server/devices/revocations.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { EngineCalls } from './engine-calls.ts'
import type { LiveSource } from './live-channels.ts'

/** Entries that one live page may hold; its bytes are bounded besides (SYNC-LINK-6). */
const liveEntries = 200

export function liveSource({ db, ports }: OpenServer, engine: EngineCalls): LiveSource {
  return {
    readPage: (feed, after) => engine.readPage({ feed, after, limit: liveEntries }),
    feedsOf: (device) => engine.feedsOf(device),
    revocations: () => countRevocations(db),
    refusalOf: async (device) =>
      (await isRevoked(db, device.id)) ? { code: 'sync-device-revoked', params: {} } : null,
    journal: ports.journal,
  }
}
