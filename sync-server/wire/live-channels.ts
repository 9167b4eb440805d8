import { LiveFollow } from '#shared/contract/wire/live.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { must } from '#shared/lib/assert.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { LiveChannel } from './live-channel.ts'
import type { LiveSocket, PageReader, ReadPage } from './live-channel.ts'

/** What the channels ask of the server. */
export interface LiveSource {
  /** How to write the page of what was appended a moment ago, from memory; null where the log is to be asked. */
  readonly recentPage: (feed: FeedName, after: number) => (() => ReadPage) | null
  readonly readPage: PageReader
  /** Feeds that a device may hold now, read anew: it may be revoked, or somebody may have signed in there. */
  readonly feedsOf: (device: string) => Promise<Result<readonly FeedName[]>>
  /** Another one after every change of what feeds follow from on the database, also by another process. */
  readonly standing: () => Promise<string>
  /** Hears why a device's channel was closed: its page, or what it may hold, could not be read. */
  readonly onFault: (device: string, error: unknown) => void
}

const closing = { refused: 4403, unreadable: 4400, goingAway: 1001, fault: 1011 } as const

/** All open live channels of this process (SYNC-LINK-6). */
export class LiveChannels {
  readonly #source: LiveSource
  readonly #channels = new Set<LiveChannel>()
  /** Reads under way: a hundred machines behind one feed read it once. */
  readonly #reads = new Map<string, Promise<ReadPage>>()
  #standing = ''
  /** Asked behind what wakes in this very turn, and good for what is read in it; null at any other time. */
  #askedBehind: Promise<string> | null = null
  #questions = 0
  #looks = 0

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

  /** Whoever wrote last is sent what came last: he has it. */
  writes(channel: LiveChannel): void {
    if (this.#channels.delete(channel)) this.#channels.add(channel)
  }

  /** A text frame of a machine. What is not one of ours ends the channel. */
  async heard(channel: LiveChannel, text: string): Promise<void> {
    const follow = LiveFollow.safeParse(parsed(text))
    if (!follow.success) return channel.close(closing.unreadable, 'not a live frame')
    await this.#askOwn(channel)
    await channel.follow(follow.data.feeds)
  }

  /**
   * Feeds got entries: everyone who follows them is sent what came. Each page is behind a look of its own; without one, a
   * look is due. `standing`: asked behind these entries already.
   */
  async wake(feeds: readonly FeedName[], standing: Promise<string> | null = null): Promise<void> {
    if (this.#channels.size === 0) return
    const before = this.#looks
    this.#forgetReads(feeds)
    try {
      await this.#wakeAll(feeds, standing)
    } finally {
      if (this.#looks === before) await this.#lookAnew(standing)
    }
  }

  #wakeAll(feeds: readonly FeedName[], standing: Promise<string> | null): Promise<unknown> {
    this.#askedBehind = standing
    try {
      return Promise.all(
        [...this.#channels].flatMap((channel) =>
          feeds.map((feed) => channel.wake(feed).catch((error: unknown) => this.#fail(channel, error))),
        ),
      )
    } finally {
      this.#askedBehind = null
    }
  }

  closeAll(): void {
    const open = [...this.#channels]
    this.#channels.clear()
    for (const channel of open) channel.close(closing.goingAway, 'the server stops')
  }

  /**
   * One question a wake, not one a channel: only when something has changed is each channel looked at. A revoked machine
   * is refused (SYNC-ENROL-2); what a machine may not hold any more is not followed (SYNC-FEED-6).
   */
  async #lookAnew(asked = this.#askedBehind): Promise<void> {
    this.#looks += 1
    // An answer that was lost with its connection is asked for again: what was appended waits for nobody's next word.
    const standing = await (asked?.catch(() => this.#source.standing()) ?? this.#source.standing())
    if (standing === this.#standing) return
    // A copy: whoever writes meanwhile moves to the end, and would be come to again.
    const open = [...this.#channels]
    for (const channel of open) await this.#askOwn(channel).catch((error: unknown) => this.#fail(channel, error))
    // Only now: who asks meanwhile waits for his own look.
    this.#standing = standing
  }

  /** The newest question counts: an answer that was under way before it says what held before. */
  async #askOwn(channel: LiveChannel): Promise<void> {
    const question = ++this.#questions
    const own = await this.#source.feedsOf(channel.device)
    if (!own.ok) this.#refuse(channel, own.refusal)
    else if (channel.mayHold(own.value, question) === 'others') channel.tell({ kind: 'feeds' })
  }

  #refuse(channel: LiveChannel, { code, params }: Refusal): void {
    if (!this.#channels.has(channel)) return
    channel.tell({ kind: 'refused', reason: { code, params: { ...params } } })
    channel.close(closing.refused, code)
    this.#channels.delete(channel)
  }

  /** Of what it missed here it would hear with the next entry alone: its machine connects and follows anew. */
  #fail(channel: LiveChannel, error: unknown): void {
    if (!this.#channels.delete(channel)) return
    this.#source.onFault(channel.device, error)
    channel.close(closing.fault, 'a page could not be read')
  }

  #readOnce(feed: FeedName, after: number): Promise<ReadPage> {
    const key = `${feed} ${after}`
    const known = this.#reads.get(key)
    if (known !== undefined) return known
    const reading = this.#readThenLook(feed, after).finally(() => {
      if (this.#reads.get(key) === reading) this.#reads.delete(key)
    })
    this.#reads.set(key, reading)
    return reading
  }

  /**
   * Not even what was read while a machine was revoked, or somebody ceased to be named, is sent: asked again first (R-08,
   * SYNC-ENROL-2). What is in memory was appended before the look begins: it is written while the look is on its way.
   */
  async #readThenLook(feed: FeedName, after: number): Promise<ReadPage> {
    const recent = this.#source.recentPage(feed, after)
    const page = recent === null ? await this.#source.readPage(feed, after) : null
    const looking = this.#lookAnew()
    try {
      return page ?? must(recent, 'a page is recent or read')()
    } finally {
      await looking
    }
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
