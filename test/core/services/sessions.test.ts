import { expect, test } from 'vitest'
import type { Session } from '#core/services/connection.ts'
import { createSessions } from '#core/services/sessions.ts'
import type { UserId } from '#shared/domain/access/events.ts'

const salma = 'salma' as UserId
const omar = 'omar' as UserId

/** Sessions of a store, which keeps them from one run to the next. */
function aStore() {
  let kept: Readonly<Record<string, Session>> = {}
  let last = 0
  const next = (): string => String((last += 1)).padStart(4, '0')
  const run = () =>
    createSessions(next, () => `token-${next()}`, { read: () => kept, write: (sessions) => (kept = sessions) })
  return { run, size: () => Object.keys(kept).length }
}

test('S14 a store that is signed into every day keeps the latest sessions of each user, and those stay open', () => {
  const { run, size } = aStore()
  const first = run().open(omar)
  const opened = Array.from({ length: 100 }, () => run().open(salma))
  expect(size()).toBe(9)
  const sessions = run()
  expect(sessions.find(first.token)).toEqual(first)
  expect(opened.map(({ token }) => sessions.find(token) !== null)).toEqual(opened.map((_, place) => place >= 92))
})

test('S14 the sessions of a run without a window end with it, and push nobody’s window out', () => {
  const { run, size } = aStore()
  const window = run().open(salma)
  const sessions = run()
  const ofRun = Array.from({ length: 20 }, () => sessions.openForRun(salma))
  expect(ofRun.every(({ id }) => sessions.isOpen(id))).toBe(true)
  sessions.open(salma)
  expect(ofRun.every(({ id }) => sessions.isOpen(id))).toBe(true)
  expect([size(), run().find(window.token)]).toEqual([2, window])
  sessions.endOf(salma)
  expect([size(), ofRun.some(({ id }) => sessions.isOpen(id))]).toEqual([0, false])
})
