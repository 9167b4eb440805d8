import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { removeStore } from '#core/store/open-store.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { hasKeysToJoin, keepKeysToJoin, putKeysAside, takeKeysToJoin } from '#core/vault/keys-file.ts'
import { isChainAnew } from '#core/vault/slots.ts'
import { createVault, openVault } from '#core/vault/vault.ts'
import type { Vault } from '#core/vault/vault.ts'
import { countCases } from './backups.ts'
import type { HostOptions } from './host.ts'
import { numbersGiven, shareNumbers } from './numbers.ts'
import type { Office } from './office.ts'
import { openOffice, startExchange, withBareStore } from './open-office.ts'
import { keepOwnProofs } from './server-proof.ts'
import { readReferenceData } from './reference-data.ts'
import type { BareFolder } from './sync-handle.ts'

export interface JoinAsked {
  readonly url: string
  readonly code: string
}

/**
 * A new folder becomes a replica of the code's unit; refused, nothing of it is left; not answered, who it is, until it is in
 * (SYNC-ENROL-3). It is filled while it is open: where that is cut off, opening it goes on and tells why.
 */
export async function joinEmptyFolder(options: HostOptions, asked: JoinAsked): Promise<Result<Vault>> {
  const joined = await joinOnce(options, asked)
  // An earlier try that was given up came after this one, and what this one was told is void: it is told anew.
  return isUnknown(joined) ? joinOnce(options, asked) : joined
}

async function joinOnce(options: HostOptions, asked: JoinAsked): Promise<Result<Vault>> {
  const { ports, sync } = options
  const wasKept = hasKeysToJoin(ports.folder)
  const vault = await vaultToJoin(options)
  if (!vault.ok) return vault
  const joined = await withBareStore(options, vault.value, {
    create: true,
    work: async (folder) => {
      const enrolled = await sync.enrol({ ...folder, url: asked.url, code: asked.code, standAlone: null })
      if (!enrolled.ok) return enrolled
      const filled = await sync.fill(folder)
      return isNeverHeard(folder, filled) ? filled : enrolled
    },
  })
  if (joined.ok) return vault
  leaveJoining(ports.folder, { code: joined.refusal.code, wasKept })
  return joined
}

const isUnknown = (result: Result<unknown>): boolean => !result.ok && result.refusal.code === 'sync-unknown-device'

/**
 * What a joining that was refused leaves. Where it may have been enrolled and the answer lost, by this try or one before: who it
 * is, but for one that the server knows as another, and always will. What another process made meanwhile is left alone.
 */
function leaveJoining(folder: string, { code, wasKept }: { readonly code: string; readonly wasKept: boolean }): void {
  if (code === 'store-exists' || code === 'folder-in-use') return
  removeStore(folder)
  if (code === 'sync-device-known') putKeysAside(folder)
  else if (wasKept || !notEnrolled.includes(code)) keepKeysToJoin(folder)
  else for (const name of ['keys.json', 'file.key']) rmSync(join(folder, name), { force: true })
}

/** What a server says before it spends the code. Any other word may be a proxy's, or come behind that. */
const notEnrolled: readonly string[] = [
  'sync-code-wrong',
  'sync-code-of-other-unit',
  'sync-office-has-cases',
  'sync-client-older',
  'sync-client-newer',
  'sync-too-many-requests',
]

/** Nothing is left but who it is: the server may know that. */
function dropJoining(folder: string): void {
  removeStore(folder)
  keepKeysToJoin(folder)
}

/** The server knows no such machine, and nothing has come from it yet: the folder has joined nobody. */
const isNeverHeard = ({ store }: BareFolder, filled: Result<null>): boolean =>
  isUnknown(filled) && lastSeq(store.db) === 0

async function vaultToJoin({ ports }: HostOptions): Promise<Result<Vault>> {
  const { folder, ids, secrets } = ports
  if (takeKeysToJoin(folder)) {
    const kept = await openVault(folder, { ids, secrets })
    if (kept.ok && kept.value.signer !== null) return kept
    // The key chain is shut for now: who the machine is waits for it.
    if (!kept.ok && kept.refusal.code === 'no-key-slot' && !(await isChainAnew(folder, secrets))) {
      keepKeysToJoin(folder)
      return kept
    }
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

/**
 * Opens a folder; one that joined a server and has not got its unit's data yet gets it first. One that turns out to have
 * joined nobody is empty the next time.
 */
export async function openFilled(options: HostOptions, vault: Vault): Promise<Result<Office>> {
  const office = openOffice(options, vault)
  if (office.ok || office.refusal.code !== 'sync-fill-unfinished') return office
  let hasJoinedNobody = false
  const filled = await withBareStore(options, vault, {
    create: false,
    work: async (folder) => {
      const done = await options.sync.fill(folder)
      hasJoinedNobody = isNeverHeard(folder, done)
      return done
    },
  })
  if (hasJoinedNobody) dropJoining(options.ports.folder)
  return filled.ok ? openOffice(options, vault) : filled
}
