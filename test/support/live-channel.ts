import { zstdDecompressSync } from 'node:zlib'
import { WebSocket } from 'ws'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { LiveNotice, livePath } from '#shared/contract/wire/live.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import type { FeedPage } from '#shared/sync/feed-page.ts'
import type { TestServer } from './test-server.ts'

type Frame = { readonly page: FeedPage } | { readonly notice: LiveNotice }

export interface TestChannel {
  readonly follow: (feeds: readonly { feed: FeedName; sequence: number }[]) => void
  /** What a machine sends over it: text, or bytes. */
  readonly send: (frame: string | Uint8Array) => void
  /** The next frame that came, or will come. */
  readonly next: () => Promise<Frame>
  readonly closed: Promise<number>
  readonly close: () => void
}

/** A machine's live channel to a running server. */
export async function openChannel(
  server: Pick<TestServer, 'address'>,
  { credential }: { readonly credential: string },
): Promise<TestChannel> {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}${livePath}`, {
    headers: { authorization: `${deviceScheme} ${credential}` },
  })
  const came: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  socket.on('message', (data: Buffer, isBinary) => {
    const frame = isBinary
      ? { page: must(readFeedPage(zstdDecompressSync(data)), 'a page') }
      : { notice: LiveNotice.parse(JSON.parse(data.toString('utf8'))) }
    const first = waiting.shift()
    if (first === undefined) came.push(frame)
    else first(frame)
  })
  const closed = new Promise<number>((done) => socket.once('close', (code) => done(code)))
  const gone = closed.then((code): never => {
    throw new Error(`closed with ${code}`)
  })
  gone.catch(() => null)
  await new Promise((done) => socket.once('open', done))
  return {
    follow: (feeds) => socket.send(JSON.stringify({ kind: 'follow', feeds })),
    send: (frame) => socket.send(frame),
    next: () => {
      const first = came.shift()
      if (first !== undefined) return Promise.resolve(first)
      return Promise.race([gone, new Promise<Frame>((done) => void waiting.push(done))])
    },
    closed,
    close: () => socket.close(),
  }
}
