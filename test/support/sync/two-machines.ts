import { expect } from 'vitest'
import type { Projection } from '#core/store/projection.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

/* Two machines of one plain server, and what their tables and folds say. */

/** The order of a stream's events is its fold. */
export const orders: Projection = {
  name: 'orders',
  version: 1,
  create: ['CREATE TABLE orders (stream TEXT PRIMARY KEY, told TEXT NOT NULL)'],
  apply: (db, recorded, anew) => {
    const write = (stream: string, told: string) =>
      db.run('INSERT INTO orders VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET told = excluded.told', stream, told)
    for (const { stream, facts, verdict } of recorded) {
      const before = db.value<string>('SELECT told FROM orders WHERE stream = ?', stream) ?? ''
      write(stream, before + told({ facts, verdict }))
    }
    for (const [stream, events] of anew) {
      if (events.length === 0) db.run('DELETE FROM orders WHERE stream = ?', stream)
      else write(stream, events.map(told).join(''))
    }
  },
}

export const told = ({ facts, verdict }: { facts: Readonly<Record<string, unknown>>; verdict: string }): string =>
  `${verdict === 'conflict' || verdict === 'void' ? '!' : ''}${String(facts['n'])} `

export const one = 'case:018f0000-0000-7000-8000-000000000001'
export const two = 'case:018f0000-0000-7000-8000-000000000002'

export const tablesOf = ({ store }: TestReplica) =>
  Object.fromEntries(
    store.db
      .all<{ stream: string; told: string }>('SELECT stream, told FROM orders ORDER BY stream')
      .map((row) => [row.stream, row.told]),
  )

export const foldedIn = ({ store }: TestReplica, streams: readonly string[]) =>
  Object.fromEntries(
    streams
      .map((stream): [string, string] => [stream, readStream(store.db, stream).map(told).join('')])
      .filter(([, text]) => text !== ''),
  )

export function twoMachines() {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [orders] })
  const b = testReplica(server, { device: 'machine-b', projections: [orders] })
  return { server, a, b }
}

export async function settled(...replicas: readonly TestReplica[]) {
  for (const replica of [...replicas, ...replicas])
    expect(await exchange(replica.client, 'all')).toMatchObject({ ok: true })
}

export const proven = ({ store }: TestReplica, server: PlainServer) => {
  expect(verifyStore(store.db).findings).toEqual([])
  expect(verifyFeeds(store.db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}
