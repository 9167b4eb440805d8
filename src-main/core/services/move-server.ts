/** A server that is reached by another address now: it proves itself by its key before it is greeted there (SYNC-ENROL-6). */
import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Vault } from '#core/vault/vault.ts'
import type { HostOptions } from './host.ts'
import type { Office } from './office.ts'
import { startExchange } from './open-office.ts'

interface Joined {
  readonly options: HostOptions
  readonly office: Office
  readonly vault: Vault
}

/**
 * Whoever proved himself by the key is greeted, and his address is kept whatever the first round there says: what it may
 * hide, or finds broken, is decided on there. Only where he takes no greeting of this machine's the old address holds.
 * Refuses sync-not-joined, sync-unreachable, sync-other-server, sync-server-unproven, and as the first round does.
 */
export async function moveServer({ options, office, vault }: Joined, url: string): Promise<Result<null>> {
  const isJoined = (): boolean => office.sync !== null
  if (!isJoined()) return refuse('sync-not-joined')
  const proven = await options.sync.proveServer(office, url)
  if (!proven.ok) return proven
  await office.sync?.settled()
  // It may have been left meanwhile.
  const before = options.sync.membership(office.store.db)
  if (!isJoined() || before === null) return refuse('sync-not-joined')
  const reach = (address: string): void => {
    office.sync?.end()
    options.sync.move(office, address)
    startExchange(options, office, vault)
  }
  reach(url)
  const answered = await must(office.sync as Office['sync'], 'started again').now()
  // Another window may have moved it on meanwhile.
  const isHere = (): boolean => isJoined() && options.sync.membership(office.store.db)?.url === url
  if (!answered.ok && notGreeted.has(answered.refusal.code) && isHere()) reach(before.url)
  office.changes.publish(['sync'])
  return answered
}

/** It knows no such machine, or speaks another wire: perhaps the server's copy, or one that is not updated yet. */
const notGreeted: ReadonlySet<string> = new Set([
  'sync-unknown-device',
  'sync-other-server',
  'sync-client-newer',
  'sync-client-older',
])
