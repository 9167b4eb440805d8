import { readdirSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import type { FoundBackup } from '#shared/contract/desktop/session.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'

const mostEntries = 500
const mostFound = 20

/**
 * Backup files where a person would have put one: beside the data folder, in the home folder and its usual folders, on
 * disks that were plugged in. Looked for one level deep, newest first; what cannot be read is passed over (S12).
 */
export function foundBackups(dataFolder: string): readonly FoundBackup[] {
  const home = homedir()
  const usual = ['', 'Desktop', 'Documents', 'Downloads'].map((name) => join(home, name))
  const disks = ['/media', '/run/media', '/Volumes', '/mnt'].flatMap(foldersIn)
  const folders = new Set([dirname(dataFolder), ...usual, ...disks, ...disks.flatMap(foldersIn)])
  return [...folders]
    .flatMap(backupsIn)
    .toSorted((left, right) => (left.at < right.at ? 1 : -1))
    .slice(0, mostFound)
}

const entriesOf = (folder: string) => {
  try {
    return readdirSync(folder, { withFileTypes: true }).slice(0, mostEntries)
  } catch {
    // Not there, or not this user's: nothing to offer from it.
    return []
  }
}

const foldersIn = (folder: string): readonly string[] =>
  entriesOf(folder).flatMap((entry) => (entry.isDirectory() ? [join(folder, entry.name)] : []))

const backupsIn = (folder: string): readonly FoundBackup[] =>
  entriesOf(folder).flatMap((entry) => {
    if (!entry.isFile() || !entry.name.endsWith('.insaf-backup')) return []
    const path = join(folder, entry.name)
    const stats = statSync(path, { throwIfNoEntry: false })
    return stats === undefined ? [] : [{ path, at: instantFromMs(Math.trunc(stats.mtimeMs)), size: stats.size }]
  })
