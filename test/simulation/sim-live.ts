import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { LiveChannel, LiveEars } from '#core/sync-client/live-channel.ts'
import { feedsOfDevice } from '#server/engine/feeds-of-device.ts'
import { readLivePage } from '#server/engine/read-feed.ts'
import type { Network } from './network.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimServer } from './sim-server.ts'
import { Crash } from './sim-store.ts'

/* The live channel between one machine and the server: what comes after the places it follows is sent, in order. */

const entriesAPage = 40
const delayMs = 30

export interface LiveLine {
  readonly name: string
  readonly device: string
  readonly server: SimServer
  readonly network: Network
  readonly scheduler: Scheduler
  readonly ears: LiveEars
}

interface Followed {
  cursor: number
  busy: boolean
  again: boolean
}

export interface SimLive extends LiveChannel {
  /** A feed got entries. */
  wake(feed: FeedName): void
  /** The line is dead: the machine hears so. */
  readonly lose: () => void
}

export function openSimLive(line: LiveLine): SimLive {
  const { name, device, network, scheduler, server, ears } = line
  let [isOpen, isOver] = [false, false]
  let followed = new Map<FeedName, Followed>()
  const end = (): void => {
    isOver = true
    server.lives.delete(live)
  }
  const lose = (): void => {
    if (isOver) return
    end()
    scheduler.after(delayMs, `${name} live lost`, ears.lost)
  }
  const serve = async (feed: FeedName, place: Followed): Promise<void> => {
    place.busy = true
    while (place.again && !isOver && followed.get(feed) === place) {
      place.again = false
      const page = await pageAfter(line, feed, place.cursor)
      if (page === null || page.sequence <= place.cursor || followed.get(feed) !== place) continue
      const { bytes } = page
      if (bytes === null) {
        // It rests until the machine, having pulled, follows anew.
        followed.delete(feed)
        scheduler.after(delayMs, `${name} live more`, () => {
          if (!isOver && !network.isCut(name)) ears.notice({ kind: 'more', feed, end: page.end })
        })
        continue
      }
      place.cursor = page.sequence
      place.again ||= page.end > page.sequence
      scheduler.after(delayMs, `${name} live page`, () => {
        if (!isOver && !network.isCut(name)) ears.page(bytes)
      })
    }
    place.busy = false
  }
  const live: SimLive = {
    wake: (feed) => {
      const place = followed.get(feed)
      if (place === undefined || isOver) return
      place.again = true
      if (!place.busy)
        void serve(feed, place).catch((error: unknown) => {
          if (!(error instanceof Crash)) throw error
        })
    },
    follow: (feeds) => {
      followed = new Map(feeds.map(({ feed, sequence }) => [feed, { cursor: sequence, busy: false, again: false }]))
      for (const { feed } of feeds) live.wake(feed)
    },
    close: end,
    lose,
  }
  server.lives.add(live)
  scheduler.after(delayMs, `${name} live`, () => {
    if (isOver || isOpen) return
    if (network.isCut(name) || server.revoked.has(device)) return lose()
    isOpen = true
    ears.opened()
  })
  return live
}

/** Null: not this device's any more. */
async function pageAfter({ server, device }: LiveLine, feed: FeedName, after: number) {
  const { engine, devices, revoked } = server
  const known = devices.get(device)
  if (known === undefined || revoked.has(device)) return null
  const feeds = await engine.log.read((log) => feedsOfDevice(engine, log, known))
  return feeds.includes(feed) ? readLivePage(engine, { feed, after, limit: entriesAPage }) : null
}

/** A channel speaks to the life that opened it. */
export const earsWhile = (isNow: () => boolean, ears: LiveEars): LiveEars => ({
  opened: () => isNow() && ears.opened(),
  lost: () => isNow() && ears.lost(),
  broken: () => isNow() && ears.broken(),
  page: (bytes) => isNow() && ears.page(bytes),
  notice: (notice) => isNow() && ears.notice(notice),
})
