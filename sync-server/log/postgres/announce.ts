/**
 * How server processes on one database hear of each other's appends: NOTIFY right behind the commit, on its connection, and
 * one connection a process that listens. What was missed while it was down is made up for by telling every feed when it is up
 * again; what could not be told is told again (`tell-again.ts`); of what a process appended that died before it told of it,
 * others hear with the feed's next entry, and machines at their next exchange.
 */
import { randomUUID } from 'node:crypto'
import { Client, type ClientBase } from 'pg'
import { z } from 'zod'
import { FeedName } from '#shared/sync/feed-entry.ts'

const Announcement = z.object({ from: z.string(), feeds: z.array(FeedName) })
/** A payload is below 8,000 bytes; a feed's name is at most 120 characters of up to 4 bytes. */
const feedsEach = 15

export interface Announcer {
  readonly announce: (client: ClientBase, feeds: readonly FeedName[]) => Promise<void>
  close(): Promise<void>
}

export interface AnnouncerOptions {
  readonly url: string
  /** Feeds that another process appended to; null: any may have got entries. */
  readonly heard: (feeds: readonly FeedName[] | null) => void
}

export async function startAnnouncer({ url, heard }: AnnouncerOptions): Promise<Announcer> {
  const from = randomUUID()
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null
  let isClosed = false

  const listen = async (): Promise<void> => {
    const next = new Client({ connectionString: url, keepAlive: true })
    next.on('notification', ({ payload }) => {
      const announced = announcementIn(payload ?? '')
      if (announced !== null && announced.from !== from) heard(announced.feeds)
    })
    next.on('error', () => again(next))
    next.on('end', () => again(next))
    try {
      await next.connect()
      await next.query('LISTEN insaf_feeds')
    } catch (error) {
      void next.end().catch(() => null)
      throw error
    }
    client = next
    if (isClosed) await next.end()
  }
  const again = (lost: Client): void => {
    if (isClosed || client !== lost) return
    client = null
    const relisten = (): void => {
      listen().then(
        () => isClosed || heard(null),
        () => isClosed || (retry = setTimeout(relisten, 1000)),
      )
    }
    retry = setTimeout(relisten, 100)
  }

  await listen()
  return {
    announce: async (writer, feeds) => {
      const payloads: string[] = []
      for (let at = 0; at < feeds.length; at += feedsEach)
        payloads.push(JSON.stringify({ from, feeds: feeds.slice(at, at + feedsEach) }))
      // All are asked before this returns: what the caller asks next comes behind them.
      await Promise.all(payloads.map((payload) => writer.query(`SELECT pg_notify('insaf_feeds', $1)`, [payload])))
    },
    close: async () => {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
      await client?.end()
    },
  }
}

/** Null: anybody on the database may notify this channel, of anything. */
function announcementIn(payload: string): z.infer<typeof Announcement> | null {
  try {
    return Announcement.safeParse(JSON.parse(payload)).data ?? null
  } catch {
    return null
  }
}
