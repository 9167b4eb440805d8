import { z } from 'zod'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, writeSetting } from './settings.ts'

const key = 'known-time'
/** Made once: it is read at every registration. */
const Milliseconds = z.int()

/** The last time that this machine knew to be right: a person said so, a server agreed, or it went on from one that was. */
export function readKnownTime(db: ReadableDb): Instant | null {
  const ms = readSetting(db, key, Milliseconds)
  return ms === null ? null : instantFromMs(ms)
}

/** In a write transaction. */
export const noteKnownTime = (db: WritableDb, now: Instant): void => writeSetting(db, key, msOf(now))
