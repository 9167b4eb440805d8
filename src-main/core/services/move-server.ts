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

/** Refuses sync-not-joined, sync-unreachable, sync-other-server, sync-server-unproven and whatever else the first round there says: the old address holds then. */
export async function moveServer({ options, office, vault }: Joined, url: string): Promise<Result<null>> {
  const isJoined = (): boolean => office.sync !== null
  if (!isJoined()) return refuse('sync-not-joined')
  const proven = await options.sync.proveServer(office, url)
  if (!proven.ok) return proven
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
  if (!answered.ok) reach(before.url)
  office.changes.publish(['sync'])
  return answered
}
