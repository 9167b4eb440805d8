import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { removeSetting, writeSetting } from '#core/store/settings.ts'
import type { Upload } from './uploads.ts'

const prefix = 'upload:'

/** Uploads as the machine's own settings keep them, a row each: taking in one of thousands writes one. */
export const keptUploads = (db: WritableDb) => ({
  all: (): readonly Upload[] => allOf(db),
  keep: (upload: Upload): void => db.transaction(() => writeSetting(db, prefix + upload.upload, upload)),
  drop: (uploads: readonly Upload[]): void =>
    db.transaction(() => {
      for (const { upload } of uploads) removeSetting(db, prefix + upload)
    }),
})

const allOf = (db: ReadableDb): readonly Upload[] =>
  db
    .all<{ value: string }>(
      'SELECT value FROM settings WHERE key >= ? AND key < ? ORDER BY key',
      prefix,
      `${prefix}\u{10FFFF}`,
    )
    .map(({ value }) => JSON.parse(value) as Upload)
