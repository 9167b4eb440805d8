import type { CorePorts } from '#core/ports.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { SetupStatus } from '#shared/contract/desktop/session.ts'
import type { WorkDone } from '#shared/contract/desktop/system.ts'
import { hasKeys, keepKeysToJoin, takeKeysToJoin } from '#core/vault/keys-file.ts'
import { missingPart } from '#core/vault/missing-part.ts'
import { createVault, openVault, unlockVault } from '#core/vault/vault.ts'
import type { Vault } from '#core/vault/vault.ts'
import type { Office } from './office.ts'
import { unitLabel } from './reference-data.ts'
import { rebuildAtOpen } from './background.ts'
import { countCases, holdsOffice, restoreInto } from './backups.ts'
import type { RestoreAsked } from './backups.ts'
import { closeOffice, createOffice } from './open-office.ts'
import { joinEmptyFolder, joinOfficeTo, openFilled } from './join-server.ts'
import type { JoinAsked } from './join-server.ts'
import type { SyncParts } from './sync-handle.ts'
import { looksLikeRecoveryCode } from '#core/vault/recovery-code.ts'
import { setPassword } from './session.ts'
import { recoveryTries, waitSeconds } from './sign-in-guard.ts'
import type { NewOffice } from '#shared/domain/case/shipped-office.ts'
import { hashPassword } from '#core/vault/passwords.ts'

/*
 * What state the data folder is in. `empty`: waits for set-up or a restore. `locked`: the store waits for a passphrase or
 * recovery code. `ready`: an office is open. Only `ready` has services.
 */
export type HostState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'locked' }
  | { readonly kind: 'ready'; readonly office: Office; readonly vault: Vault }

export interface HostOptions {
  readonly ports: CorePorts
  /** Long-lived core: brings the index up to date, makes rolling backups, checks the file behind the start. */
  readonly background: boolean
  readonly socketPath: string | null
  /** The exchange with a server. */
  readonly sync: SyncParts
  readonly logFault: (where: string, error: unknown) => string
}

export interface NewOfficeInput extends Omit<NewOffice, 'admin'> {
  readonly admin: Omit<NewOffice['admin'], 'id'>
  readonly password: string
  readonly automation: boolean
}

export class Host {
  readonly options: HostOptions
  /** A restore that is under way, which answers others meanwhile: nothing else may take the folder. */
  restoring: WorkDone | null = null
  #isClosed = false
  #making: Promise<unknown> = Promise.resolve()
  state: HostState = { kind: 'empty' }

  constructor(options: HostOptions) {
    this.options = options
  }

  /** Opens what the folder holds. Refuses a folder in use, newer, damaged or with wrong keys. */
  async open(): Promise<Result<null>> {
    const { ports } = this.options
    // Its keys were moved to where the next joining finds them while its store was away.
    if (missingPart(ports.folder) === 'keys.json') takeKeysToJoin(ports.folder)
    const vault = await openVault(ports.folder, { ids: ports.ids, secrets: ports.secrets })
    if (vault.ok) return this.#openWith(vault.value)
    if (vault.refusal.code === 'store-missing') return this.#emptyOrHalf()
    if (vault.refusal.code !== 'no-key-slot') return vault
    this.state = { kind: 'locked' }
    return ok(null)
  }

  async unlock(secret: string): Promise<Result<null>> {
    const { ports } = this.options
    if (this.state.kind !== 'locked') return ok(null)
    const vault = await unlockVault(ports.folder, secret, ports.ids)
    return vault.ok ? this.#openWith(vault.value) : vault
  }

  create(input: NewOfficeInput): Promise<Result<{ recoveryCode: string }>> {
    return this.#inTurn(() => this.#create(input))
  }

  async #create(input: NewOfficeInput): Promise<Result<{ recoveryCode: string }>> {
    if (this.state.kind === 'ready')
      return refuse('already-set-up', { office: this.state.office.reference.settings.code })
    if (this.restoring !== null) return refuse('restore-under-way')
    const { ports } = this.options
    const verifier = await hashPassword(input.password)
    if (!verifier.ok) return verifier
    const vault = await createVault(ports.folder, {
      ids: ports.ids,
      file: ports.secrets === null,
      secrets: ports.secrets,
    })
    if (!vault.ok) return vault
    const recoveryCode = vault.value.newRecoveryCode()
    const office = createOffice(this.options, vault.value, { ...input, verifier: verifier.value })
    if (!office.ok) return office
    this.state = { kind: 'ready', office: office.value, vault: vault.value }
    return ok({ recoveryCode })
  }

  /** Brings a backup into this empty folder, as a new epoch of its device, and opens it. */
  async restore(asked: RestoreAsked, signal?: AbortSignal): Promise<Result<{ cases: number }>> {
    if (this.state.kind === 'ready')
      return refuse('already-set-up', { office: this.state.office.reference.settings.code })
    // A locked or half-made folder holds somebody's office: nothing is put over it.
    if (this.state.kind !== 'empty' || holdsOffice(this.options.ports.folder))
      return refuse('restore-folder-not-empty', { folder: this.options.ports.folder })
    if (this.restoring !== null) return refuse('restore-under-way')
    const restored = await this.#restoreInto(asked, signal)
    if (!restored.ok) return restored
    const opened = await this.open()
    if (!opened.ok) return opened
    const after: HostState = this.state as HostState
    return ok({ cases: after.kind === 'ready' ? countCases(after.office) : 0 })
  }

  async #restoreInto(asked: RestoreAsked, signal: AbortSignal | undefined): Promise<Result<null>> {
    this.restoring = { done: 0, total: 0 }
    try {
      return await restoreInto(this.options.ports, asked, {
        onProgress: (done, total) => (this.restoring = { done, total }),
        isCancelled: () => signal?.aborted === true || this.#isClosed,
      })
    } finally {
      this.restoring = null
    }
  }

  /** Joins a server: an empty folder as a replica, a stand-alone office with all it has (SYNC-ENROL-3). */
  join(asked: JoinAsked): Promise<Result<null>> {
    return this.#inTurn(() => this.#join(asked))
  }

  /** What is made of the folder is made one behind another: the second of two windows finds what the first one made. */
  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const made = this.#making.then(work)
    this.#making = made.catch(() => null)
    return made
  }

  async #join(asked: JoinAsked): Promise<Result<null>> {
    if (this.state.kind === 'ready') return joinOfficeTo(this.options, this.state, asked)
    if (this.state.kind !== 'empty' || holdsOffice(this.options.ports.folder)) return refuse('folder-locked')
    if (this.restoring !== null) return refuse('restore-under-way')
    const vault = await joinEmptyFolder(this.options, asked)
    return vault.ok ? this.#openWith(vault.value) : vault
  }

  /** Sets a user's password by the recovery code or passphrase of the office: the same proof that opens a backup. */
  async resetPassword(asked: {
    readonly username: string
    readonly secret: string
    readonly password: string
  }): Promise<Result<null>> {
    const { ports } = this.options
    if (this.state.kind !== 'ready') return refuse('not-set-up')
    const { office } = this.state
    if (!office.guard.begins(recoveryTries, performance.now()))
      return refuse('too-many-tries', { seconds: waitSeconds })
    const proven = await unlockVault(ports.folder, asked.secret, ports.ids)
    if (!proven.ok) return proven
    office.guard.succeeded(recoveryTries)
    const by = looksLikeRecoveryCode(asked.secret) ? 'recovery_code' : 'passphrase'
    return setPassword(office, { ...asked, by })
  }

  status(): SetupStatus {
    const { state } = this
    if (state.kind !== 'ready') return { kind: state.kind, office: null, practice: false }
    const { reference, store } = state.office
    const { code, name, practice } = reference.settings
    const unit = this.options.sync.membership(store.db)?.unit ?? null
    // A department's machine stands on its office's settings, and is the department's.
    const own = unit === null ? { code, name } : { code: unit.code, name: unitLabel(reference, unit.id) }
    return { kind: 'ready', office: own, practice }
  }

  async close(): Promise<void> {
    this.#isClosed = true
    if (this.state.kind === 'ready') await closeOffice(this.state.office)
    this.state = { kind: 'empty' }
  }

  /** Keys without a store: a set-up or a joining was cut off, and is begun again by who it was (SYNC-ENROL-3). */
  #emptyOrHalf(): Result<null> {
    const { folder } = this.options.ports
    const missing = missingPart(folder)
    if (missing !== null) return refuse('folder-half', { folder, missing })
    if (hasKeys(folder)) keepKeysToJoin(folder)
    this.state = { kind: 'empty' }
    return ok(null)
  }

  async #openWith(vault: Vault): Promise<Result<null>> {
    const office = await openFilled(this.options, vault)
    // One command's core has no time to wait for a worker behind it: its tables are made before it answers.
    if (office.ok && !this.options.background && !office.value.store.tablesReady) await rebuildAtOpen(office.value)
    if (!office.ok) return office.refusal.code === 'store-missing' ? this.#emptyOrHalf() : office
    this.state = { kind: 'ready', office: office.value, vault }
    return ok(null)
  }
}
