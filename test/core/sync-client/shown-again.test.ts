import { describe, expect, it } from 'vitest'
import type { Projection } from '#core/store/projection.ts'
import { findBlob, noteDone } from '#core/store/blob-queue.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'
import type { TestReplica } from '#test/support/sync/test-replica.ts'

/* A case is withdrawn from a machine and shown to it again before it has taken it away: only what is shown now stays. */

const one = 'case:018f0000-0000-7000-8000-000000000001'
const said = (count: number): string => `${count} `
const last: Projection = {
  name: 'last',
  version: 1,
  create: ['CREATE TABLE last (stream TEXT PRIMARY KEY, told TEXT NOT NULL)'],
  apply: (db, recorded, anew) => {
    const write = (stream: string, told: string) =>
      db.run('INSERT INTO last VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET told = excluded.told', stream, told)
    const before = (stream: string) => db.value<string>('SELECT told FROM last WHERE stream = ?', stream) ?? ''
    for (const { stream, facts } of recorded) write(stream, before(stream) + said(Number(facts['n'])))
    for (const [stream, events] of anew) write(stream, events.map(({ facts }) => said(Number(facts['n']))).join(''))
  },
}

const foldOf = ({ store: { db } }: TestReplica): string =>
  readStream(db, one)
    .map(({ facts }) => said(Number(facts['n'])))
    .join('')

const tableOf = ({ store: { db } }: TestReplica): string =>
  db.value<string>('SELECT told FROM last WHERE stream = ?', one) ?? ''

async function settled(...replicas: readonly TestReplica[]): Promise<void> {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}

/** Machine a wrote the second referral after the first was taken back; machine b holds what the first showed. */
async function withdrawnOnce() {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [last] }))
  if (a === undefined || b === undefined) throw new Error('two machines')
  a.append({ stream: one, facts: { n: 1 } })
  a.append({ stream: one, facts: { n: 2 }, private: { text: 'words of the first referral' } })
  await settled(a, b)
  return { server, a, b, withdraw: () => server.append(plainFeed, { kind: 'withdrawn', stream: one, at: moment }, []) }
}

const moment = '2026-01-04T07:00:00.000Z'

const proven = ({ store: { db } }: TestReplica, server: PlainServer): void => {
  expect(verifyStore(db).findings).toEqual([])
  expect(verifyFeeds(db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

describe('a case that is withdrawn and shown again before it is taken away', () => {
  it('SYNC-MERGE-6 S7 keeps what is shown now, not what its first showing had besides', async () => {
    const { server, a, b, withdraw } = await withdrawnOnce()
    withdraw()
    server.showFirstAgain()
    a.append({ stream: one, facts: { n: 3 } })
    await settled(a, b, a)
    for (const replica of [a, b]) {
      expect(foldOf(replica)).toBe('1 3 ')
      expect(tableOf(replica)).toBe('1 3 ')
      const bytes = replica.store.db.all<{ private: Uint8Array | null }>('SELECT private FROM events')
      expect(bytes.map(({ private: secret }) => Buffer.from(secret ?? []).toString()).join()).not.toContain('words')
      expect(replica.renewedBackups).toBe(1)
      proven(replica, server)
    }
  })

  it('SYNC-PULL-4 gives the same however the pages were cut', async () => {
    const { server, a, b, withdraw } = await withdrawnOnce()
    withdraw()
    server.showFirstAgain()
    a.append({ stream: one, facts: { n: 3 } })
    server.pageSize = 1
    await settled(a, b, a)
    expect([foldOf(a), foldOf(b)]).toEqual(['1 3 ', '1 3 '])
  })

  it('SYNC-MERGE-2 an event that the second showing lacks comes back with a third', async () => {
    const { server, a, b, withdraw } = await withdrawnOnce()
    const entry = server.feeds.get(plainFeed)?.[1]
    withdraw()
    server.showFirstAgain()
    await settled(a, b)
    expect(foldOf(b)).toBe('1 ')
    if (entry === undefined) throw new Error('an entry')
    server.append(plainFeed, { ...entry.header, kind: 'earlier' } as typeof entry.header, entry.events)
    await settled(a, b)
    expect([foldOf(a), foldOf(b)]).toEqual(['1 2 ', '1 2 '])
    proven(a, server)
  })

  it('SYNC-BLOB-2 a file goes with the only event that names it; one that a shown event names as well stays', async () => {
    const server = new PlainServer()
    const a = testReplica(server, { device: 'machine-a', projections: [last] })
    const b = testReplica(server, { device: 'machine-b', projections: [last] })
    const [kept, gone] = ['ab'.repeat(32), 'cd'.repeat(32)]
    const file = (name: string, n: number) =>
      a.append({
        stream: one,
        type: 'file_added',
        facts: { n, file: name, size: 5 },
        private: { name: 'n', key: 'k' },
      })
    file(kept, 1)
    file(gone, 2)
    file(kept, 3)
    await settled(a, b)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: moment }, [])
    server.showFirstAgain()
    await settled(a, b)
    expect([foldOf(b), b.removedFiles, findBlob(b.store.db, kept)?.stream]).toEqual(['1 ', [gone], one])
    // Its author waits until the server holds its file durably (SYNC-RECOVER-3).
    expect([foldOf(a), a.removedFiles]).toEqual(['1 2 3 ', []])
    for (const address of [kept, gone]) noteDone(a.store.db, address)
    await settled(a)
    expect([foldOf(a), a.removedFiles]).toEqual(['1 ', [gone]])
  })

  it('SYNC-RECOVER-3 nothing goes for that while a server that was restored may lack it', async () => {
    const { server, b, withdraw } = await withdrawnOnce()
    withdraw()
    server.showFirstAgain()
    changeMembership(b.store.db, { recovering: true })
    expect(await exchange(b.client, 'pull')).toMatchObject({ ok: true })
    expect(foldOf(b)).toBe('1 2 ')
    await settled(b)
    expect(foldOf(b)).toBe('1 ')
  })
})
