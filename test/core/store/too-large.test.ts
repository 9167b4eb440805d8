import { expect, it } from 'vitest'
import { appendCommit } from '#core/store/append-commit.ts'
import { attempt } from '#core/store/attempt.ts'
import { readEventBytes } from '#core/store/own-commits.ts'
import { sha256 } from '#core/store/hash.ts'
import { systemIds } from '#core/system-ports.ts'
import { readEvent } from '#server/engine/read-event.ts'
import { ok, type Result, refuse } from '#shared/lib/result.ts'
import { commitBounds, eventBounds } from '#shared/sync/event-bounds.ts'
import { newEvent, temporaryStore } from '#test/support/temporary-store.ts'

/** An Arabic letter has two bytes; `{"text":""}` has eleven more. */
const textOf = (bytes: number): string => `${'ع'.repeat(Math.floor((bytes - 11) / 2))}${'x'.repeat((bytes - 11) % 2)}`

it('SYNC-ENV-3 S5 facts of as many bytes as a server takes are saved and taken; of one more nothing is saved, and it is said why', () => {
  const made = temporaryStore()
  const { db } = made.store
  const write = (...texts: readonly string[]): Result<number> =>
    attempt(db, () => {
      const events = texts.map((text) => newEvent({ facts: { text } }))
      return ok(appendCommit(db, made.chain, { commit: systemIds.uuid(), events }).length)
    })
  expect(write(textOf(eventBounds.facts))).toEqual(ok(1))
  expect(write(textOf(eventBounds.facts + 1))).toEqual(
    refuse('too-large-to-save', { kilobytes: eventBounds.facts / 1024 }),
  )
  const [event] = readEventBytes(db, 1, 1)
  expect(event?.facts).toHaveLength(eventBounds.facts)
  expect(event === undefined || readEvent(sha256, event).ok).toBe(true)
  // Each may be saved, all at once may not: a commit is never cut, and goes with one push.
  const share = textOf(Math.floor(commitBounds.bytes / 8))
  expect(write(...Array.from({ length: 7 }, () => share))).toEqual(ok(7))
  expect(write(...Array.from({ length: 8 }, () => share))).toEqual(
    refuse('too-large-to-save', { kilobytes: commitBounds.bytes / 1024 }),
  )
  expect(db.value('SELECT count(*) FROM events')).toBe(8)
  const many = Array.from({ length: commitBounds.events + 1 }, () => '')
  expect(write(...many)).toEqual(refuse('too-many-to-save', { most: 2000 }))
  expect(db.value('SELECT count(*) FROM events')).toBe(8)
  expect(write('قصير')).toEqual(ok(1))
})

it('SYNC-ENV-3 S5 a private part of as many bytes as a server takes is saved and taken, of more it is refused', () => {
  const made = temporaryStore()
  const { db } = made.store
  const salt = new Uint8Array(16)
  const write = (text: string): Result<number> =>
    attempt(db, () =>
      ok(
        appendCommit(db, made.chain, {
          commit: systemIds.uuid(),
          events: [newEvent({ private: { text }, salt })],
        }).length,
      ),
    )
  expect(write('x')).toEqual(ok(1))
  const around = (readEventBytes(db, 1, 1)[0]?.private?.length ?? 0) - 1
  expect(write('x'.repeat(eventBounds.private - around))).toEqual(ok(1))
  expect(write('x'.repeat(eventBounds.private - around + 1))).toEqual(
    refuse('too-large-to-save', { kilobytes: eventBounds.private / 1024 }),
  )
  const [event] = readEventBytes(db, 2, 2)
  expect(event?.private).toHaveLength(eventBounds.private)
  expect(event === undefined || readEvent(sha256, event).ok).toBe(true)
})
