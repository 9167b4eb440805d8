import { LiveFollow } from '#shared/contract/wire/live.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { LiveChannel } from './live-channel.ts'
import type { LiveSocket, PageReader, ReadPage } from './live-channel.ts'

/** What the channels ask of the server. */
export interface LiveSource {
  readonly readPage: PageReader
  /** Feeds that a device may hold now, read anew: it may be revoked, or somebody may have signed in there. */
  readonly feedsOf: (device: string) => Promise<Result<readonly FeedName[]>>
  /** Grows with every revocation on the database, also by another process. */
  readonly revocations: () => Promise<number>
}

const closing = { refused: 4403, unreadable: 4400, goingAway: 1001 } as const

/** All open live channels of this process (SYNC-LINK-6). */
export class LiveChannels {
  readonly #source: LiveSource
  readonly #channels = new Set<LiveChannel>()
  /** Reads under way: a hundred machines behind one feed read it once. */
  readonly #reads = new Map<string, Promise<ReadPage>>()
  #revocations = 0

  constructor(source: LiveSource) {
    this.#source = source
  }

  get size(): number {
    return this.#channels.size
  }

  open(device: string, socket: LiveSocket): LiveChannel {
    const channel = new LiveChannel(device, socket, (feed, after) => this.#readOnce(feed, after))
    this.#channels.add(channel)
    return channel
  }

  forget(channel: LiveChannel): void {
    this.#channels.delete(channel)
  }

  /** A text frame of a machine. What is not one of ours ends the channel. */
  async heard(channel: LiveChannel, text: string): Promise<void> {
    const follow = LiveFollow.safeParse(parsed(text))
    if (!follow.success) return channel.close(closing.unreadable, 'not a live frame')
    const own = await this.#source.feedsOf(channel.device)
    if (!own.ok) return this.#refuse(channel, own.refusal)
    await channel.follow(follow.data.feeds.filter(({ feed }) => own.value.includes(feed)))
  }

  /** Feeds got entries: everyone who follows them is sent what came. */
  async wake(feeds: readonly FeedName[]): Promise<void> {
    if (this.#channels.size === 0) return
    await this.#dropRevoked()
    this.#forgetReads(feeds)
    const woken = [...this.#channels].flatMap((channel) => feeds.map((feed) => channel.wake(feed)))
    await Promise.all(woken)
    await this.#tellNewFeeds(feeds.filter((feed) => feed.startsWith('case:')))
  }

  /** The feeds of a machine are others now: somebody has signed in there. */
  tellFeeds(device: string): void {
    for (const channel of this.#channels) if (channel.device === device) channel.tell({ kind: 'feeds' })
  }

  closeAll(): void {
    for (const channel of this.#channels) channel.close(closing.goingAway, 'the server stops')
    this.#channels.clear()
  }

  /** One question a wake, not one a channel: only when somebody was revoked is each channel looked at (SYNC-ENROL-2). */
  async #dropRevoked(): Promise<void> {
    const revocations = await this.#source.revocations()
    if (revocations === this.#revocations) return
    for (const channel of this.#channels) {
      const own = await this.#source.feedsOf(channel.device)
      if (!own.ok) this.#refuse(channel, own.refusal)
    }
    // Only now: who asks meanwhile waits for his own look.
    this.#revocations = revocations
  }

  #refuse(channel: LiveChannel, { code, params }: Refusal): void {
    if (!this.#channels.has(channel)) return
    channel.tell({ kind: 'refused', reason: { code, params: { ...params } } })
    channel.close(closing.refused, code)
    this.#channels.delete(channel)
  }

  async #tellNewFeeds(feeds: readonly FeedName[]): Promise<void> {
    if (feeds.length === 0) return
    for (const channel of this.#channels) {
      const strange = feeds.filter((feed) => !channel.follows(feed))
      if (strange.length === 0) continue
      const own = await this.#source.feedsOf(channel.device)
      if (own.ok && strange.some((feed) => own.value.includes(feed))) channel.tell({ kind: 'feeds' })
    }
  }

  #readOnce(feed: FeedName, after: number): Promise<ReadPage> {
    const key = `${feed} ${after}`
    const known = this.#reads.get(key)
    if (known !== undefined) return known
    const reading = this.#source.readPage(feed, after).finally(() => {
      if (this.#reads.get(key) === reading) this.#reads.delete(key)
    })
    this.#reads.set(key, reading)
    return reading
  }

  /** A read that began before entries came may not show them: whoever is woken by them does not share it. */
  #forgetReads(feeds: readonly FeedName[]): void {
    for (const key of this.#reads.keys()) if (feeds.some((feed) => key.startsWith(`${feed} `))) this.#reads.delete(key)
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
