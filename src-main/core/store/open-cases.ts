import { z } from 'zod'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, writeSetting } from './settings.ts'

const key = (feed: string): string => `open-cases:${feed}`

/** Whether a feed that is being filled has brought its open cases: people can work with them (SYNC-SNAP-1). */
export const areOpenCasesHere = (db: ReadableDb, feed: string): boolean =>
  readSetting(db, key(feed), z.literal(true)) === true

/** In a write transaction. */
export const noteOpenCases = (db: WritableDb, feed: string): void => writeSetting(db, key(feed), true)
