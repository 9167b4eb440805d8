/**
 * One open live channel: what a machine follows, and what it was sent. Invariants: of a feed one page is under way at a
 * time; the cursor moves only when its page was handed to the socket; after `more` a feed rests until it is followed anew.
 */
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { LiveNotice } from '#shared/contract/wire/live.ts'
import { liveMostBytes } from '#shared/contract/wire/live.ts'
import { packPage } from './pack.ts'

/** A page that was read, with what the channel needs of its head. */
export interface ReadPage {
  /** Null: not for whoever follows, but for whom pulls it. */
  readonly bytes: Uint8Array | null
  /** The last entry of the page, and where the feed ends. */
  readonly sequence: number
  readonly end: number
}

/** The socket as a channel sees it. */
export interface LiveSocket {
  send(data: string | Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes that the network has not taken yet. */
  readonly bufferedAmount: number
}

interface Followed {
  cursor: number
  /** A page is being read. */
  busy: boolean
  /** Something came while it was. */
  again: boolean
  /** `more` was said. */
  resting: boolean
}

export type PageReader = (feed: FeedName, after: number) => Promise<ReadPage>

/** Above this the machine is slow: it is told to pull instead. */
const mostBuffered = 1024 * 1024

export class LiveChannel {
  /** Its id: who it is is read anew whenever it matters. */
  readonly device: string
  readonly #socket: LiveSocket
  readonly #readPage: PageReader
  #followed = new Map<FeedName, Followed>()
  /** Feeds that it may hold, and the number of the question that this answers; null before one was answered. */
  #own: { readonly feeds: ReadonlySet<FeedName>; readonly question: number } | null = null

  constructor(device: string, socket: LiveSocket, readPage: PageReader) {
    this.device = device
    this.#socket = socket
    this.#readPage = readPage
  }

  /**
   * Takes which feeds the machine may hold, by an answer to a numbered question; an answer to an older one than is known
   * changes nothing. What it may not hold is followed no more. Out: whether they are others than they were.
   */
  mayHold(feeds: readonly FeedName[], question: number): 'same' | 'others' {
    const before = this.#own
    if (before !== null && before.question > question) return 'same'
    const now = new Set(feeds)
    this.#own = { feeds: now, question }
    for (const feed of this.#followed.keys()) if (!now.has(feed)) this.#followed.delete(feed)
    const isSame = before === null || (before.feeds.size === now.size && feeds.every((feed) => before.feeds.has(feed)))
    return isSame ? 'same' : 'others'
  }

  /** Takes what the machine says it holds, of what it may, and sends what comes after. */
  async follow(feeds: readonly { readonly feed: FeedName; readonly sequence: number }[]): Promise<void> {
    this.#followed = new Map(
      feeds
        .filter(({ feed }) => this.#own?.feeds.has(feed) === true)
        .map(({ feed, sequence }) => [feed, { cursor: sequence, busy: false, again: false, resting: false }]),
    )
    await Promise.all([...this.#followed.keys()].map((feed) => this.wake(feed)))
  }

  /** A feed got entries. */
  async wake(feed: FeedName): Promise<void> {
    const followed = this.#followed.get(feed)
    if (followed === undefined || followed.resting) return
    followed.again = true
    if (followed.busy) return
    followed.busy = true
    try {
      while (followed.again && !followed.resting) {
        followed.again = false
        await this.#sendAfter(feed, followed)
      }
    } finally {
      followed.busy = false
    }
  }

  async #sendAfter(feed: FeedName, followed: Followed): Promise<void> {
    const { bytes, sequence, end } = await this.#readPage(feed, followed.cursor)
    if (sequence <= followed.cursor || this.#followed.get(feed) !== followed) return
    if (bytes === null || bytes.length > liveMostBytes || this.#socket.bufferedAmount > mostBuffered) {
      followed.resting = true
      this.tell({ kind: 'more', feed, end })
      return
    }
    const packed = await packPage(bytes)
    // Followed anew meanwhile: this page belongs to what was followed before.
    if (this.#followed.get(feed) !== followed) return
    followed.cursor = sequence
    followed.again = followed.again || end > sequence
    this.#socket.send(packed)
  }

  tell(notice: LiveNotice): void {
    this.#socket.send(JSON.stringify(notice))
  }

  close(code: number, reason: string): void {
    this.#followed.clear()
    this.#own = null
    this.#socket.close(code, reason)
  }
}
