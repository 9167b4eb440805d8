import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { type Instant, instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { ok, type Result } from '#shared/lib/result.ts'
import { dropCopiesOlderThan } from '#core/store/kept-copies.ts'
import { type BackupControl, type BackupInput, writeBackup } from './write-backup.ts'

export interface RollingBackup {
  readonly name: string
  readonly at: Instant
  readonly size: number
}

const kept = 14
/** Whoever was forgotten is also forgotten by the backups within this time. S19. */
const oldestDays = 30
const pattern = /^insaf-(\d{4}-\d{2}-\d{2})T(\d{2})-(\d{2})-(\d{2})\.insaf-backup$/

/** The backups beside the data, newest first. */
export function listRollingBackups(folder: string): readonly RollingBackup[] {
  const backups = backupsFolder(folder)
  return readdirSync(backups)
    .filter((name) => pattern.test(name))
    .toSorted()
    .toReversed()
    .map((name) => ({ name, at: instantOf(name), size: statSync(join(backups, name)).size }))
}

/** One more, then those beyond the newest 14 or older than 30 days go. The newest one always stays. */
export async function rollBackup(
  input: Omit<BackupInput, 'file' | 'kind'>,
  control: BackupControl = {},
): Promise<Result<RollingBackup>> {
  const name = nameOf(input.at)
  const made = await writeBackup({ ...input, kind: 'rolling', file: join(backupsFolder(input.folder), name) }, control)
  if (!made.ok) return made
  dropOldBackups(input.folder, input.at)
  return ok({ name, at: instantOf(name), size: made.value.size })
}

/** Copies that hold what this machine may no longer hold go, once a new one was made (SYNC-MERGE-6, S19). */
export function dropOtherBackups(folder: string, kept: string): void {
  for (const { name } of listRollingBackups(folder)) if (name !== kept) rmSync(join(backupsFolder(folder), name))
}

function dropOldBackups(folder: string, now: Instant): void {
  const oldest = instantFromMs(msOf(now) - oldestDays * 24 * 60 * 60 * 1000)
  dropCopiesOlderThan(folder, oldest)
  const [, ...others] = listRollingBackups(folder)
  for (const [index, { name, at }] of others.entries()) {
    if (index + 1 >= kept || at < oldest) rmSync(join(backupsFolder(folder), name))
  }
}

function backupsFolder(folder: string): string {
  const backups = join(folder, 'backups')
  mkdirSync(backups, { recursive: true, mode: 0o700 })
  return backups
}

const nameOf = (at: Instant): string => `insaf-${at.slice(0, 19).replaceAll(':', '-')}.insaf-backup`

const instantOf = (name: string): Instant => name.replace(pattern, '$1T$2:$3:$4.000Z') as Instant
