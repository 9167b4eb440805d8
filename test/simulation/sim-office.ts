import { readMembership } from '#core/sync-client/membership.ts'
import { createChanges } from '#core/services/changes.ts'
import type { Office } from '#core/services/office.ts'
import type { Upload } from '#core/services/uploads.ts'
import { silentLog } from '#core/system-ports.ts'
import type { SimMachine } from './sim-machine.ts'

/** What the services of the core work with on a machine of a story: of an office only what they use there, hence the casts. */
export function simOffice(machine: SimMachine, reference: Office['reference']): Office {
  const { store, uploads, ids } = machine
  return {
    store,
    get chain() {
      return machine.chain
    },
    ports: {
      clock: { now: () => machine.now() },
      ids,
      log: silentLog,
      secrets: null,
      machineId: () => null,
      folder: '/nowhere',
    },
    changes: createChanges(),
    uploads: {
      find: () => null,
      at: (address: string) => uploads.get(address) ?? null,
      all: () => [...uploads.values()],
      forget: (gone: readonly Upload[]) => gone.forEach(({ address }) => uploads.delete(address)),
    } as never,
    // What was written is told by the story, when its command is over.
    sync: { written: () => {}, lastContact: () => readMembership(store.db)?.lastContact ?? null } as never,
    automation: true,
    zoneVersion: 'sim',
    onClose: [],
    reference,
  } as unknown as Office
}
