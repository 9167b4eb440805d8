import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, removeSetting, writeSetting } from './settings.ts'

/*
 * Something was withdrawn or forgotten, and what it left in the index, the write-ahead logs and the backups is not swept
 * yet. Written with the withdrawal itself: a machine that falls in between sweeps when it is there again.
 */
const key = 'leftovers'

export const markLeftovers = (db: WritableDb): void => writeSetting(db, key, true)

export const hasLeftovers = (db: ReadableDb): boolean => readSetting(db, key, z.boolean()) === true

export const clearLeftovers = (db: WritableDb): void => removeSetting(db, key)
