import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { removeStore } from '#core/store/open-store.ts'
import { keepKeysToJoin, takeKeysToJoin } from '#core/vault/keys-file.ts'
import { createVault, openVault } from '#core/vault/vault.ts'
import type { Vault } from '#core/vault/vault.ts'
import { countCases } from './backups.ts'
import type { HostOptions } from './host.ts'
import { numbersGiven, shareNumbers } from './numbers.ts'
import type { Office } from './office.ts'
import { openOffice, startExchange, withBareStore } from './open-office.ts'
import { keepOwnProofs } from './server-proof.ts'
import { readReferenceData } from './reference-data.ts'

export interface JoinAsked {
  readonly url: string
  readonly code: string
}

/**
 * A new folder becomes a replica of the code's unit; refused, nothing of it is left;
 * not answered, who it is (SYNC-ENROL-3). It is filled while it is
 * open: where that is cut off, opening it goes on and tells why.
 */
export async function joinEmptyFolder(options: HostOptions, asked: JoinAsked): Promise<Result<Vault>> {
  const { ports, sync } = options
  const vault = await vaultToJoin(options)
  if (!vault.ok) return vault
  const joined = await withBareStore(options, vault.value, {
    create: true,
    work: async (folder) => {
      const enrolled = await sync.enrol({ ...folder, url: asked.url, code: asked.code, standAlone: null })
      if (enrolled.ok) await sync.fill(folder)
      return enrolled
    },
  })
  if (joined.ok) return vault
  removeStore(ports.folder)
  // It may have been enrolled, and the answer lost.
  if (joined.refusal.code === 'sync-unreachable') keepKeysToJoin(ports.folder)
  else for (const name of ['keys.json', 'file.key']) rmSync(join(ports.folder, name), { force: true })
  return joined
}

async function vaultToJoin({ ports }: HostOptions): Promise<Result<Vault>> {
  const { folder, ids, secrets } = ports
  if (takeKeysToJoin(folder)) {
    const kept = await openVault(folder, { ids, secrets })
    if (kept.ok && kept.value.signer !== null) return kept
  }
  return createVault(folder, { ids, file: secrets === null, secrets })
}

/** A stand-alone office goes up as it is: log, numbers, keys, users. */
export async function joinOfficeTo(
  options: HostOptions,
  { office, vault }: { readonly office: Office; readonly vault: Vault },
  { url, code }: JoinAsked,
): Promise<Result<null>> {
  const { ports, sync } = options
  if (office.sync !== null) return refuse('sync-joined-already', { url: sync.membership(office.store.db)?.url ?? '' })
  const { office: unit, code: officeCode } = office.reference.settings
  const standAlone = {
    office: unit,
    code: officeCode,
    cases: countCases(office),
    numbers: numbersGiven(office.store.db),
  }
  const enrolled = await sync.enrol({ store: office.store, vault, ports, url, code, standAlone })
  if (!enrolled.ok) return enrolled
  office.store.db.transaction(() => {
    shareNumbers(office.store.db)
    keepOwnProofs(office)
  })
  office.reference = readReferenceData(office.store.db) ?? office.reference
  startExchange(options, office, vault)
  return ok(null)
}

/** Opens a folder; one that joined a server and has not got its unit's data yet gets it first. */
export async function openFilled(options: HostOptions, vault: Vault): Promise<Result<Office>> {
  const office = openOffice(options, vault)
  if (office.ok || office.refusal.code !== 'sync-fill-unfinished') return office
  const filled = await withBareStore(options, vault, { create: false, work: (folder) => options.sync.fill(folder) })
  return filled.ok ? openOffice(options, vault) : filled
}
