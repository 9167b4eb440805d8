import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, removeSetting, writeSetting } from './settings.ts'

/*
 * Something was withdrawn or forgotten, and what it left in the index, the write-ahead logs and the backups is not swept
 * yet. Written with the withdrawal itself: a machine that falls in between sweeps when it is there again.
 */
const key = 'leftovers'
/** Addresses of files that are to go; a mark of an earlier version names none. */
const Leftovers = z.union([z.literal(true), z.array(z.string())])

export const markLeftovers = (db: WritableDb, files: readonly string[] = []): void =>
  writeSetting(db, key, [...new Set([...leftFiles(db), ...files])])

export const hasLeftovers = (db: ReadableDb): boolean => readSetting(db, key, Leftovers) !== null

export function leftFiles(db: ReadableDb): readonly string[] {
  const left = readSetting(db, key, Leftovers)
  return left === null || left === true ? [] : left
}

export const clearLeftovers = (db: WritableDb): void => removeSetting(db, key)
