import { sweepIndex } from '#core/search/sweep-index.ts'
import { addToLedger } from '#core/store/forgotten-ledger.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import type { Sweeping } from '#core/store/sweep-leftovers.ts'
import type { Vault } from '#core/vault/vault.ts'
import { renewRollingBackups } from './backups.ts'
import type { Office } from './office.ts'

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** What an office sweeps beside its store: files, words of the index, backups (SYNC-MERGE-6, S19). */
export const sweepingOf = (office: Office, vault: Vault): Sweeping => ({
  noteForgotten: (people) => addToLedger(office.store.folder, people),
  removeFiles: async (addresses) => {
    for (const address of addresses) await office.files.remove(address)
  },
  sweepIndex: () => sweepIndex(office.store.db, breathe),
  renewBackups: () => renewRollingBackups(office, vault),
})

/** Takes what a withdrawal or a forgetting left on this machine. Out: whether nothing is left. */
export const sweepOffice = (office: Office, vault: Vault): Promise<boolean> =>
  sweepLeftovers(office.store.db, sweepingOf(office, vault))

/** After a forgetting, which stands whatever becomes of the sweep: what fails is logged and tried again later. */
export const sweepSafely = (office: Office, vault: Vault): Promise<boolean> =>
  sweepOffice(office, vault).catch((error: unknown) => {
    office.ports.log.error('sweep of what was forgotten failed', { error: String(error) })
    return false
  })
