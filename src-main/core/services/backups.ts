import { existsSync, mkdirSync, realpathSync, readdirSync, renameSync, rmSync, rmdirSync } from 'node:fs'
import { isAbsolute, join, relative, resolve } from 'node:path'
import { z } from 'zod'
import type { BackupView } from '#shared/contract/desktop/system.ts'
import { Instant, msOf } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ParsedReference } from '#shared/domain/numbering/parse-reference.ts'
import { restoreBackup } from '#core/backup/restore-backup.ts'
import type { RestoreControl } from '#core/backup/restore-backup.ts'
import { dropOtherBackups, listRollingBackups } from '#core/backup/rolling-backups.ts'
import { refuseCancelled, runTask } from '#core/workers/run-task.ts'
import { readCase } from '#core/projections/case-store.ts'
import { dropKeptCopies } from '#core/store/kept-copies.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import type { CorePorts } from '#core/ports.ts'
import { applyLedger } from './forget-again.ts'
import { toldWork } from './long-work.ts'
import type { Office } from './office.ts'
import { restartNumbers } from './restart-numbers.ts'
import { hasKeys } from '#core/vault/keys-file.ts'
import { missingPart, restoringFolder } from '#core/vault/missing-part.ts'
import type { Vault } from '#core/vault/vault.ts'

export const countCases = (office: Office): number =>
  office.store.db.value<number>('SELECT count(*) FROM case_rows') ?? 0

const about = (office: Office, vault: Vault) => ({
  keys: vault.portable(),
  at: office.ports.clock.now(),
})

/** Whether a path lies in a folder, links followed. */
export const isInside = (folder: string, path: string): boolean => {
  const real = (place: string): string => (existsSync(place) ? realpathSync(place) : resolve(place))
  const way = relative(real(folder), real(path))
  return way === '' || (!way.startsWith('..') && !isAbsolute(way))
}

interface BackupAsked {
  readonly path: string
  readonly signal?: AbortSignal | undefined
}

const stoppedBy = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal, endsItself: true })

/** An encrypted copy in one new file: store, ways in, attachments. Never over a file that is there, never among the data. */
export async function backupTo(
  office: Office,
  vault: Vault,
  { path, signal }: BackupAsked,
): Promise<Result<BackupView & { path: string }>> {
  // Relative to what? The core's own folder of work is no place that a person knows.
  if (!isAbsolute(path)) return refuse('backup-path-relative', { path })
  if (isInside(office.store.folder, path)) return refuse('backup-inside-data', { folder: office.store.folder })
  if (existsSync(path)) return refuse('backup-file-exists', { file: path })
  const input = { ...about(office, vault), file: path }
  const made = await toldWork(office, 'backup', (onProgress) =>
    runTask(office.store, 'backUp', { input, onProgress, ...stoppedBy(signal) })
      .then((copy) => noteFullCopy(office, copy))
      .catch(refuseCancelled),
  )
  return made.ok
    ? ok({ name: path.split(/[\\/]/).at(-1) ?? path, at: office.ports.clock.now(), size: made.value.size, path })
    : made
}

const fullCopyKey = 'last-full-copy'

/** Before the windows hear that the work is done: they ask at once. */
function noteFullCopy<T extends Result<unknown>>({ store: { db }, ports }: Office, copy: T): T {
  if (copy.ok) db.transaction(() => writeSetting(db, fullCopyKey, ports.clock.now()))
  return copy
}

/** When the whole office was last copied to a file of a person's choice; no one knows whether that still lies there. */
export function lastFullCopy({ store: { db } }: Office): Instant | null {
  const at = readSetting(db, fullCopyKey, storedMoment)
  return at === null ? null : Instant.parse(at)
}

const storedMoment = z.string()

const turns = new WeakMap<Office['store'], Promise<unknown>>()

/** Copies beside the data are made one after another: two of one second have one name. */
function inTurn<T>(office: Office, work: () => Promise<T>): Promise<T> {
  const turn = (turns.get(office.store) ?? Promise.resolve()).then(work)
  turns.set(
    office.store,
    turn.catch(() => null),
  )
  return turn
}

/** The copy that the core makes by itself, beside the data. */
export const makeRollingBackup = (office: Office, vault: Vault, signal?: AbortSignal): Promise<Result<BackupView>> =>
  inTurn(office, () => rollNow(office, vault, signal))

async function rollNow(office: Office, vault: Vault, signal?: AbortSignal): Promise<Result<BackupView>> {
  const input = about(office, vault)
  const made = await toldWork(office, 'backup', (onProgress) =>
    runTask(office.store, 'rollBackup', { input, onProgress, ...stoppedBy(signal) }).catch(refuseCancelled),
  )
  if (!made.ok && made.refusal.code !== 'cancelled')
    office.ports.log.warn('no rolling backup', { code: made.refusal.code })
  return made
}

/** After a withdrawal or a forgetting: one copy of the present, and none of before, nor one that was begun before. Out: whether it is so. */
export const renewRollingBackups = (office: Office, vault: Vault): Promise<boolean> =>
  inTurn(office, async () => {
    dropKeptCopies(office.store.folder)
    if (backupViews(office).length === 0) return true
    const made = await rollNow(office, vault)
    if (made.ok) dropOtherBackups(office.store.folder, made.value.name)
    return made.ok
  })

export const backupViews = (office: Office): readonly BackupView[] => listRollingBackups(office.store.folder)

const dayMs = 24 * 60 * 60 * 1000

/** Whether the newest copy, or without one the first case, is older than that. */
export function isBackupOlder(office: Office, ms: number): boolean {
  const since = backupViews(office)[0]?.at ?? firstRegistration(office)
  return since !== null && msOf(office.ports.clock.now()) - msOf(since) > ms
}

function firstRegistration({ store: { db } }: Office): Instant | null {
  const first = db.value<string>('SELECT id FROM case_rows ORDER BY key LIMIT 1')
  return first === undefined ? null : (readCase(db, first)?.registeredAt ?? null)
}

/** A copy is made every four hours of work and when the program starts: after a day without one, something keeps it from that (S12). Of practice data nobody needs one. */
export const isBackupLate = (office: Office): boolean =>
  !office.reference.settings.practice && isBackupOlder(office, dayMs)

/** Whether a folder holds a store or the keys of one, whatever state they are in, but for what a cut-off restore left. */
export const holdsOffice = (folder: string): boolean => hasKeys(folder) || missingPart(folder) !== null

/** How the folder opens without a person: the machine's key chain where there is one worth the name, else a key file. */
export async function addUnattendedWay({ secrets }: CorePorts, vault: Vault): Promise<void> {
  if (secrets === null) vault.setFileSlot(true)
  else await vault.setKeychain(secrets)
}

export interface RestoreAsked {
  readonly file: string
  readonly secret: string
  /** The highest reference number that anybody has seen; null when nobody knows. */
  readonly highest: ParsedReference | null
}

/**
 * Restores beside whatever the running core keeps in the folder (its socket), then moves everything up: a restore that
 * fails or is cut off leaves the folder empty as it was.
 */
export async function restoreInto(
  ports: CorePorts,
  asked: RestoreAsked,
  control: RestoreControl = {},
): Promise<Result<null>> {
  const staging = restoringFolder(ports.folder)
  rmSync(staging, { recursive: true, force: true })
  mkdirSync(ports.folder, { recursive: true, mode: 0o700 })
  const numbered = await restoreNumbered(ports, { ...asked, folder: staging }, control)
  const vault = numbered.ok && control.isCancelled?.() === true ? refuse('cancelled') : numbered
  if (!vault.ok) {
    if (existsSync(staging)) rmSync(staging, { recursive: true, force: true })
    return vault
  }
  await addUnattendedWay(ports, vault.value)
  // Keys last: a folder without keys counts as empty, so a cut-off move is begun again.
  const names = readdirSync(staging).toSorted(
    (left, right) => Number(left === 'keys.json') - Number(right === 'keys.json'),
  )
  for (const name of names) {
    rmSync(join(ports.folder, name), { recursive: true, force: true })
    renameSync(join(staging, name), join(ports.folder, name))
  }
  rmdirSync(staging)
  return ok(null)
}

/** The copy as this machine's own: before it stands in its place it has numbers to go on with, and whoever was forgotten here is forgotten in it too (S19). */
async function restoreNumbered(
  ports: CorePorts,
  asked: RestoreAsked & { readonly folder: string },
  control: RestoreControl,
) {
  const { file, folder, secret, highest } = asked
  const now = ports.clock.now()
  const vault = await restoreBackup({ file, folder, secret, now, ids: ports.ids }, control)
  if (!vault.ok) return vault
  const numbered = restartNumbers(vault.value, { now, ids: ports.ids, highest })
  if (!numbered.ok) return numbered
  applyLedger(vault.value, ports.folder, { now, ids: ports.ids })
  return vault
}
