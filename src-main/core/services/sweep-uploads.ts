import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { runTask } from '#core/workers/run-task.ts'
import { draftKey } from './drafts.ts'
import type { Office } from './office.ts'
import type { Upload } from './uploads.ts'

/** A form that lay open longer was given up; a kept draft holds its files as long as it is kept. */
const abandonedAfterMs = 7 * 24 * 60 * 60 * 1000

/** Removes files that were taken in, found no case within a week and stand in no draft (C-10): nobody would ever see them. */
export async function sweepUploads(office: Office): Promise<void> {
  const before = instantFromMs(msOf(office.ports.clock.now()) - abandonedAfterMs)
  await removeWaiting(office, office.uploads.takenBefore(before))
}

/** The files a kept draft holds. */
export function filesOfDraft(office: Office, user: string, id: string): readonly Upload[] {
  const text = office.store.db.value<string>('SELECT value FROM settings WHERE key = ?', draftKey(user, id))
  return text === undefined ? [] : office.uploads.all().filter(({ upload }) => text.includes(upload))
}

/** Removes those of the files that wait for a case and stand in no draft; what an event names is never touched. */
export async function removeWaiting(office: Office, uploads: readonly Upload[]): Promise<void> {
  const isWaiting = (upload: Upload): boolean =>
    office.uploads.find(upload.upload) !== null && !isInDraft(office.store.db, upload)
  const old = uploads.filter(isWaiting)
  if (old.length === 0) return
  const addresses = old.map(({ address }) => address)
  const attached = new Set(await runTask(office.store, 'filesInLog', { input: { addresses } }))
  // Asked again: a form may have been saved while the log was read.
  const gone = old.filter(isWaiting)
  office.uploads.forget(gone)
  for (const { address } of gone) if (!attached.has(address)) await office.files.remove(address)
}

function isInDraft(db: ReadableDb, { upload }: Upload): boolean {
  const sql = "SELECT 1 FROM settings WHERE key >= 'draft:' AND key < 'draft;' AND instr(value, ?) > 0 LIMIT 1"
  return db.value<number>(sql, upload) === 1
}
