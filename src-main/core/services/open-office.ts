import { createHash, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import { allProjections } from '#core/projections/all-projections.ts'
import { appendCommit } from '#core/store/append-commit.ts'
import { attempt } from '#core/store/attempt.ts'
import { openChain } from '#core/store/chain.ts'
import type { Chain } from '#core/store/chain.ts'
import { openStore, removeStore } from '#core/store/open-store.ts'
import type { Store } from '#core/store/open-store.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { projectEvents } from '#core/store/tables.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { stopIdleWorkers } from '#core/workers/run-task.ts'
import { keepKeysToJoin } from '#core/vault/keys-file.ts'
import type { Vault } from '#core/vault/vault.ts'
import { z } from 'zod'
import { startBackground } from './background.ts'
import { createChanges } from './changes.ts'
import { credentials } from './credentials.ts'
import type { HostOptions, NewOfficeInput } from './host.ts'
import { keepHome } from './home-mark.ts'
import { pagesOf } from './intake-files.ts'
import { createJobs } from './jobs.ts'
import { keptUploads } from './kept-uploads.ts'
import type { Office } from './office.ts'
import { readReferenceData } from './reference-data.ts'
import type { BareFolder } from './sync-handle.ts'
import { createSessions } from './sessions.ts'
import { SignInGuard } from './sign-in-guard.ts'
import { shippedOffice } from '#shared/domain/case/shipped-office.ts'
import { noteOwnCodes } from './tracking-code.ts'
import { createTickets } from './tickets.ts'
import { createUploads } from './uploads.ts'
import { newEvent } from './write.ts'

const automationKey = 'automation'

/** Opens the store of a folder whose key is in hand, and joins what its services share. */
export function openOffice(options: HostOptions, vault: Vault): Result<Office> {
  const opened = openStore({ ...storeOptions(options, vault) })
  if (!opened.ok) return opened
  const reference = readReferenceData(opened.value.db)
  if (reference === null) return withoutOffice(options, opened.value)
  noteOwnCodes(opened.value.db)
  const office = joinOffice(options, { store: opened.value, chain: chainOf(opened.value, vault), reference })
  const home = options.sync.membership(opened.value.db) === null ? keepHome(office) : ok(null)
  if (!home.ok) {
    opened.value.close()
    return home
  }
  if (options.background) startBackground(office, vault)
  startExchange(options, office, vault)
  return ok(office)
}

/** From now on what is written here goes to the server, when this machine has joined one. */
export function startExchange({ sync, background }: HostOptions, office: Office, vault: Vault): void {
  if (sync.membership(office.store.db) === null) return
  const handle = sync.start(office, vault, background)
  office.sync = handle
  office.onClose.push(handle.end)
}

/** Opens a store that has no office yet, for as long as `work` takes: one that joins a server, or is still being filled. */
export async function withBareStore(
  options: HostOptions,
  vault: Vault,
  { create, work }: { readonly create: boolean; readonly work: (folder: BareFolder) => Promise<Result<null>> },
): Promise<Result<null>> {
  const opened = openStore({ ...storeOptions(options, vault), ...(create ? { create } : {}) })
  if (!opened.ok) return opened
  try {
    return await work({ store: opened.value, vault, ports: options.ports })
  } finally {
    opened.value.close()
  }
}

/** A folder that joined a server and was never filled is gone on with; one cut off before its first commit is begun again. */
function withoutOffice(options: HostOptions, store: Store): Result<never> {
  if (options.sync.membership(store.db) === null) return discardEmpty(options, store)
  store.close()
  return refuse('sync-fill-unfinished')
}

/**
 * A set-up or a joining was cut off before its first commit: nothing is lost with such a store, and the keys are kept for a
 * server that may know them already (SYNC-ENROL-3). One that has a history is never touched.
 */
function discardEmpty({ ports }: HostOptions, store: Store): Result<never> {
  const isEmpty = lastSeq(store.db) === 0
  store.close()
  if (!isEmpty) return refuse('not-set-up')
  removeStore(ports.folder)
  keepKeysToJoin(ports.folder)
  return refuse('store-missing', { folder: ports.folder })
}

const storeOptions = ({ ports, socketPath }: HostOptions, vault: Vault) => ({
  folder: ports.folder,
  key: vault.key,
  projections: allProjections,
  log: ports.log,
  socketPath,
})

type FirstInput = NewOfficeInput & { readonly verifier: string }

/** Makes the store of a new office; what fails half-way leaves no store behind. */
export function createOffice(options: HostOptions, vault: Vault, input: FirstInput): Result<Office> {
  const opened = openStore({ ...storeOptions(options, vault), create: true })
  if (!opened.ok) return opened
  const store = opened.value
  const chain = chainOf(store, vault)
  noteOwnCodes(store.db)
  const written = writeFirstCommit({ store, chain, ports: options.ports }, input)
  if (!written.ok) {
    store.close()
    removeStore(options.ports.folder)
    return written
  }
  const reference = must(readReferenceData(store.db), 'the office was just written')
  const office = joinOffice(options, { store, chain, reference })
  keepHome(office)
  if (options.background) startBackground(office, vault)
  return ok(office)
}

/** The one commit that no office writes: it makes the office, its reference data and its first user. */
function writeFirstCommit(
  { store, chain, ports }: Pick<Office, 'store' | 'chain' | 'ports'>,
  input: FirstInput,
): Result<null> {
  const { db, projections } = store
  const id = ports.ids.uuid()
  const author = { actor: id, session: null, via: input.automation ? ('cli' as const) : ('window' as const) }
  const now = ports.clock.now()
  return attempt(db, () => {
    credentials.set(db, id, input.verifier)
    writeSetting(db, automationKey, input.automation)
    const fresh = shippedOffice({ ...input, admin: { id, ...input.admin } })
    const events = fresh.map((event) => newEvent({ ids: ports.ids, author, now, rights: '' }, event))
    projectEvents(db, projections, appendCommit(db, chain, { commit: ports.ids.uuid(), events }))
    return ok(null)
  })
}

const chainOf = ({ db }: Store, vault: Vault): Chain =>
  openChain(db, must(vault.signer, 'an opened folder has a device'))

type Opened = Pick<Office, 'store' | 'chain' | 'reference'>

const randomName = (): string => randomBytes(24).toString('base64url')

function joinOffice({ ports, logFault }: HostOptions, { store, chain, reference }: Opened): Office {
  const { db } = store
  const files = createAttachmentStore(join(ports.folder, 'files'))
  return {
    store,
    reference,
    ports,
    files,
    chain,
    changes: createChanges(),
    jobs: createJobs(
      () => ports.ids.uuid(),
      (error) => logFault('job', error),
    ),
    sessions: createSessions(() => ports.ids.uuid(), randomName, kept(db, 'sessions')),
    guard: new SignInGuard(),
    credentials,
    tickets: createTickets(() => performance.now(), randomName),
    uploads: createUploads({
      files,
      kept: keptUploads(db),
      now: () => ports.clock.now(),
      pagesOf: (info, signal) => pagesOf({ files, store }, info, signal),
    }),
    automation: readSetting(db, automationKey, z.boolean()) ?? false,
    zoneVersion: zoneVersion(),
    onClose: [],
    sync: null,
  }
}

/** The version of the time-zone data that due dates are computed with (W11). */
function zoneVersion(): string {
  return process.versions['tz'] ?? `node-${createHash('sha256').update(process.version).digest('hex').slice(0, 6)}`
}

/** A small table kept as one value in the machine's own settings. */
const kept = <T>(db: WritableDb, key: string) => ({
  read: (): Readonly<Record<string, T>> =>
    (readSetting(db, key, z.record(z.string(), z.unknown())) ?? {}) as Record<string, T>,
  write: (values: Readonly<Record<string, T>>): void => {
    if (db.inTransaction) writeSetting(db, key, values)
    else db.transaction(() => writeSetting(db, key, values))
  },
})

export async function closeOffice(office: Office): Promise<void> {
  for (const stop of office.onClose) stop()
  office.jobs.stopAll()
  await stopIdleWorkers()
  office.store.close()
}
