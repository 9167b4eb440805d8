/** A server that is reached by another address now: it is known by its id, and every page by its key (SYNC-RECOVER-1). */
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

/** Refuses sync-not-joined, sync-unreachable, sync-other-server and whatever else the first round there says: the old address holds then. */
export async function moveServer({ options, office, vault }: Joined, url: string): Promise<Result<null>> {
  const before = options.sync.membership(office.store.db)
  if (office.sync === null || before === null) return refuse('sync-not-joined')
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
