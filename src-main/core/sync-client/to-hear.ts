import { z } from 'zod'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'
import { readSetting, removeSetting, writeSetting } from '#core/store/settings.ts'

const key = 'sync-hear-first'

/** Inside a write transaction: this machine, or its server, stands on an older copy of itself, or beside one. */
export const markToHear = (db: WritableDb): void => writeSetting(db, key, true)

/** Whether `hearFirst` is due. */
export const isToHear = (db: ReadableDb): boolean => readSetting(db, key, z.boolean()) === true

export const noteAllHeard = (db: WritableDb): void => db.transaction(() => removeSetting(db, key))
