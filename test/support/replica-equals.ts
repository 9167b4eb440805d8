/*
 * After each test every machine that is still joined to a running server, and has nothing under way, holds what the server
 * holds for its audience (S8, "state-hash of every replica equals the server's").
 */
import { expect } from 'vitest'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { stateHashOf } from './running-servers.ts'

/** In: a core that a test is done with. Whatever keeps it from its server is that test's own matter. */
export async function expectEqualToServer(core: CoreApi): Promise<void> {
  const asked = async <T>(path: string): Promise<T | null> => {
    const answer = await core.call(path, {}, newConnection('cli')).catch(() => null)
    return answer?.ok === true ? (answer.value as T) : null
  }
  const before = await asked<SyncStatus>('sync.status')
  if (before === null || before.server === null || before.unit === null) return
  const { url } = before.server
  if (stateHashOf(url) === null) return
  // Twice: whether a feed of a single case came into being is known behind the first.
  await asked('sync.now')
  const status = await asked<SyncStatus>('sync.now')
  if (status === null || !isAtRest(status)) return
  const own = await asked<object>('system.stateHash')
  const { kind, code } = before.unit
  const server = await stateHashOf(url)?.({ kind, code })
  expect(own, `${code} holds what its server holds`).toEqual(server)
}

/** A machine of named users holds feeds of single cases too, which are no unit's audience. */
const isAtRest = ({ link, counts, feeds }: SyncStatus): boolean =>
  link.kind === 'online' &&
  counts.pending + counts.sent + counts.held + counts.refused === 0 &&
  feeds.every(({ feed, cursor, end }) => cursor === end && !feed.startsWith('case:'))
