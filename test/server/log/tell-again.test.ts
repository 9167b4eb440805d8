import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Pool, PoolClient } from 'pg'
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import type { Database } from '#server/log/open-database.ts'
import { startAnnouncer } from '#server/log/postgres/announce.ts'
import type { Announcer } from '#server/log/postgres/announce.ts'
import { createPostgresPool } from '#server/log/postgres/create-pool.ts'
import { createPostgresLog } from '#server/log/postgres-log.ts'
import type { PostgresLogOptions } from '#server/log/postgres-log.ts'
import { opened } from '#test/support/opened.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { appendAll, makeCommit, newFeed, newStream } from './log-fixture.ts'

const postgres = await realPostgres()
const urlOf = (): string => must(postgres, 'skipped without').url
/** Another server process on the same database. */
let other: Database | null = null

beforeAll(async () => {
  if (postgres !== null) other = opened(await openDatabase({ kind: 'postgres', url: postgres.url }))
})
afterAll(async () => {
  await other?.close()
  await postgres?.stop()
})

interface Process {
  readonly write: (feed: FeedName) => Promise<unknown>
  readonly heard: (feeds: readonly FeedName[] | null) => void
  readonly pool: Pool
  /** What its own followers were told, and what its two kinds of journal lines say. */
  readonly told: FeedName[]
  readonly faults: string[]
  readonly untold: string[]
  readonly close: () => Promise<void>
}

type Announce = PostgresLogOptions['announce']

/** A process whose word to others goes by way of the test. */
async function processWith(wrap: (announce: Announcer['announce']) => Announce): Promise<Process> {
  const [told, faults, untold]: [FeedName[], string[], string[]] = [[], [], []]
  const pool = createPostgresPool(urlOf())
  const announcer = await startAnnouncer({ url: urlOf(), heard: () => {} })
  const { log, lane, heard } = createPostgresLog({
    pool,
    kind: 'postgres',
    announce: wrap(announcer.announce),
    close: async () => {
      await announcer.close()
      await pool.end()
    },
    onFault: (error) => void faults.push(String(error)),
    onUntold: (error) => void untold.push(String(error)),
  })
  log.onAppended((feeds) => void told.push(...feeds))
  const write = (feed: FeedName): Promise<unknown> =>
    lane.write(({ log: writer }) => appendAll(writer, [makeCommit([newStream()])], [feed]))
  let closed: Promise<void> | null = null
  const close = (): Promise<void> => (closed ??= log.close())
  onTestFinished(close)
  return { write, heard, pool, told, faults, untold, close }
}

/** What the other process hears from now on. */
function heardByOther(): FeedName[] {
  const heard: FeedName[] = []
  onTestFinished(must(other, 'opened').log.onAppended((feeds) => void heard.push(...feeds)))
  return heard
}

const entriesIn = async (feed: FeedName): Promise<number> =>
  (await must(other, 'opened').log.read((log) => log.feedEnds([feed])))[0]?.sequence ?? 0

/** Lets the commit before it reach the disk, and none of its answers this process. */
async function loseAnswers(client: PoolClient, feed: FeedName): Promise<never> {
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Socket } }).connection
  stream.pause()
  await expect.poll(() => entriesIn(feed)).toBe(1)
  stream.destroy()
  throw new Error('the connection is gone')
}

const patience = { timeout: 8000 }

describe.skipIf(postgres === null)('what may not have been told is told again', () => {
  it('SYNC-LINK-6 where NOTIFY fails behind its commit, others hear all the same, and the commit stands', async () => {
    let tries = 0
    const { write, told, faults, untold } = await processWith((announce) => (client, feeds) => {
      tries += 1
      return tries === 1 ? Promise.reject(new Error('no room for notices')) : announce(client, feeds)
    })
    const [feed, heard] = [newFeed(), heardByOther()]
    await write(feed)
    expect(told[0]).toBe(feed)
    await expect.poll(() => heard, patience).toEqual([feed])
    expect([faults, untold]).toEqual([['Error: no room for notices'], []])
    // The writing goes on, and nothing is told a third time.
    const next = newFeed()
    await write(next)
    await expect.poll(() => heard, patience).toEqual([feed, next])
  })

  it('SYNC-LINK-6 where the writing connection ends behind its commit, others hear all the same, and the next is written', async () => {
    let tries = 0
    const { write, faults } = await processWith((announce) => async (client, feeds) => {
      tries += 1
      if (tries === 1) await client.query('SELECT pg_terminate_backend(pg_backend_pid())')
      await announce(client, feeds)
    })
    const [feed, heard] = [newFeed(), heardByOther()]
    await write(feed)
    await expect.poll(() => heard, patience).toEqual([feed])
    expect(faults).toHaveLength(1)
    await write(feed)
    expect(await entriesIn(feed)).toBe(2)
  })

  it('SYNC-LINK-6 SYNC-APPEND-1 a commit whose answer is lost with its connection is not answered, but everyone hears of it; it is no fault after a commit', async () => {
    let tries = 0
    const feed = newFeed()
    const { write, told, faults, untold } = await processWith((announce) => (client, feeds) => {
      tries += 1
      return tries === 1 ? loseAnswers(client, feed) : announce(client, feeds)
    })
    const heard = heardByOther()
    await expect(write(feed)).rejects.toThrow('Connection terminated')
    await expect.poll(() => [told, heard], patience).toEqual([[feed], [feed]])
    expect([faults, untold]).toEqual([[], []])
  })

  it('SYNC-LINK-6 nothing is told again while the line is held: a commit of unknown fate may be on its way to the disk', async () => {
    let letGo = (): void => {}
    const held = new Promise<void>((go) => (letGo = go))
    const holding: Promise<void>[] = []
    const { write, untold } = await processWith((announce) => async (client, feeds) => {
      if (holding.length > 0) return announce(client, feeds)
      await new Promise<void>((begun) => {
        const holds = (): Promise<void> => {
          begun()
          return held
        }
        holding.push(must(other, 'opened').write(holds))
      })
      throw new Error('the connection is gone')
    })
    const [feed, heard] = [newFeed(), heardByOther()]
    await write(feed)
    await expect.poll(() => untold, patience).toEqual(['error: canceling statement due to lock timeout'])
    expect(heard).toEqual([])
    letGo()
    await Promise.all(holding)
    await expect.poll(() => heard, patience).toEqual([feed])
  })

  it('SYNC-LINK-6 it is tried every second, told as a fault once, and works in the end; what came meanwhile goes with it', async () => {
    let fails = true
    let tries = 0
    const { write, told, faults, untold } = await processWith((announce) => (client, feeds) => {
      tries += 1
      return fails ? Promise.reject(new Error('no room for notices')) : announce(client, feeds)
    })
    const [first, second, heard] = [newFeed(), newFeed(), heardByOther()]
    await write(first)
    await write(second)
    await expect.poll(() => tries, patience).toBeGreaterThanOrEqual(5)
    fails = false
    await expect.poll(() => new Set(heard), patience).toEqual(new Set([first, second]))
    expect([faults.length, untold]).toEqual([2, ['Error: no room for notices']])
    expect(new Set(told)).toEqual(new Set([first, second]))
  })

  it('SYNC-LINK-6 a log that is closed tries nothing more, and tells nobody', async () => {
    let tries = 0
    const { write, told, untold, pool, close } = await processWith(() => () => {
      tries += 1
      return Promise.reject(new Error('no room for notices'))
    })
    await write(newFeed())
    await expect.poll(() => tries, patience).toBe(2)
    const before = told.length
    await close()
    const connects = vi.spyOn(pool, 'connect')
    await sleep(1500)
    expect([tries, told.length, connects.mock.calls.length]).toEqual([2, before, 0])
    expect(untold).toEqual(['Error: no room for notices'])
  })

  it('SYNC-LINK-6 where what was missed cannot be read, that is told as a fault and tried again', async () => {
    const { write, heard, told, untold, pool } = await processWith((announce) => announce)
    const feed = newFeed()
    await write(feed)
    told.length = 0
    const { connect: connects } = pool
    pool.connect = () => Promise.reject(new Error('the database system is shutting down'))
    heard(null)
    await expect.poll(() => untold).toEqual(['Error: the database system is shutting down'])
    expect(told).toEqual([])
    pool.connect = connects
    await expect.poll(() => told, patience).toContain(feed)
  })

  it('SYNC-LINK-6 a log that is closed while it listens anew keeps no connection, and reads nothing that was missed', async () => {
    const proxy = await slowProxy(urlOf())
    onTestFinished(proxy.close)
    let missed = 0
    const announcer = await startAnnouncer({ url: proxy.url, heard: () => (missed += 1) })
    proxy.hold()
    proxy.cut()
    await expect.poll(() => proxy.waiting(), patience).toBe(1)
    await announcer.close()
    proxy.letGo()
    await expect.poll(() => proxy.open(), patience).toBe(0)
    expect(missed).toBe(0)
    await sleep(1500)
    expect([proxy.open(), proxy.waiting(), missed]).toEqual([0, 0, 0])
  })
})

/** Between a client and the database: connections can be cut, and new ones kept waiting. */
async function slowProxy(url: string) {
  const target = new URL(url)
  const pairs = new Set<Socket>()
  const waiting: Socket[] = []
  let isHolding = false
  const join = (near: Socket): void => {
    const far = connect(Number(target.port || 5432), target.hostname)
    pairs.add(near)
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      from.on('error', () => to.destroy())
      from.on('close', () => to.destroy())
      from.pipe(to)
    }
    near.on('close', () => pairs.delete(near))
  }
  const server = createServer((near) => {
    if (isHolding) waiting.push(near)
    else join(near)
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const through = new URL(url)
  through.hostname = '127.0.0.1'
  through.port = String((server.address() as AddressInfo).port)
  return {
    url: through.href,
    hold: () => (isHolding = true),
    letGo: () => {
      isHolding = false
      waiting.splice(0).forEach(join)
    },
    cut: () => pairs.forEach((near) => near.destroy()),
    waiting: () => waiting.length,
    open: () => pairs.size,
    close: () => {
      for (const near of [...pairs, ...waiting]) near.destroy()
      server.close()
    },
  }
}
