import { z } from 'zod'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSetting, writeSetting } from './settings.ts'

const key = 'known-time'
/** Made once: it is read at every registration. */
const Milliseconds = z.int()

/** What a handle wrote or read last: nothing else writes it, and it is asked for with every registration. */
const known = new WeakMap<ReadableDb, Instant>()

/** The last time that this machine knew to be right: a person said so, a server agreed, or it went on from one that was. */
export function readKnownTime(db: ReadableDb): Instant | null {
  const last = known.get(db)
  if (last !== undefined) return last
  const ms = readSetting(db, key, Milliseconds)
  if (ms === null) return null
  known.set(db, instantFromMs(ms))
  return instantFromMs(ms)
}

/** In a write transaction. */
export function noteKnownTime(db: WritableDb, now: Instant): void {
  writeSetting(db, key, msOf(now))
  known.set(db, now)
}
