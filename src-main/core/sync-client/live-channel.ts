import WebSocket from 'ws'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { type LiveFollow, LiveNotice, livePath, type LivePushAnswer } from '#shared/contract/wire/live.ts'
import type { LivePushes } from './live-pushes.ts'
import type { Line } from './network-wire.ts'
import { unpackedNow } from './pack.ts'

/** What a live channel tells; `opened` comes once, `lost` at most once and last, `broken` right before it. */
export interface LiveEars {
  readonly opened: () => void
  readonly lost: () => void
  /** Something came that nobody can unpack: the channel ends with it. */
  readonly broken: () => void
  readonly page: (bytes: Uint8Array) => void
  readonly notice: (notice: Exclude<LiveNotice, LivePushAnswer>) => void
}

export interface LiveChannel {
  /** Says where this machine stands in each feed. */
  readonly follow: (feeds: LiveFollow['feeds']) => void
  readonly close: () => void
}

export type OpenLive = (ears: LiveEars) => LiveChannel

/** The server pings every twenty seconds: silence longer than this is a line that is dead without a word. */
const deadAfterMs = 50_000

/** A channel that ends sooner was none: something between lets them open and cuts them. */
const lastsMs = 10_000
const pause = { firstMs: 1_000, mostMs: 10_000 } as const

/**
 * A live channel over WebSocket (SYNC-LINK-6). After one that did not last the next waits, twice as long each time: whoever
 * asks for another at once would else go round and round with a proxy that cuts them.
 */
export function networkLive(line: Line, pushes: LivePushes): OpenLive {
  let short = 0
  const ended = (lasted: number): void => {
    short = lasted < lastsMs ? short + 1 : 0
    pushes.ended()
  }
  return (ears) => {
    const waits = short === 0 ? 0 : Math.min(pause.mostMs, pause.firstMs * 2 ** (short - 1))
    const open = (): LiveChannel => openNow(line, ears, { pushes, ended })
    return waits === 0 ? open() : openLater(waits, open)
  }
}

function openLater(ms: number, open: () => LiveChannel): LiveChannel {
  let channel: LiveChannel | null = null
  const timer = setTimeout(() => (channel = open()), ms).unref()
  return {
    follow: (feeds) => channel?.follow(feeds),
    close: () => {
      clearTimeout(timer)
      channel?.close()
    },
  }
}

interface Behind {
  readonly pushes: LivePushes
  /** In: how long it was open, in ms. */
  readonly ended: (lasted: number) => void
}

function openNow({ url, credential }: Line, ears: LiveEars, { pushes, ended }: Behind): LiveChannel {
  const socket = new WebSocket(`${url.replace(/\/+$/, '').replace(/^http/, 'ws')}${livePath}`, {
    headers: { authorization: `${deviceScheme} ${credential}` },
    handshakeTimeout: 10_000,
  })
  let isOver = false
  let openedAt: number | null = null
  let silence: NodeJS.Timeout | undefined
  const end = (): void => {
    if (isOver) return
    isOver = true
    clearTimeout(silence)
    socket.terminate()
    ended(openedAt === null ? 0 : performance.now() - openedAt)
    ears.lost()
  }
  const heard = (): void => {
    clearTimeout(silence)
    silence = setTimeout(end, deadAfterMs)
    silence.unref()
  }
  socket.on('open', () => {
    openedAt = performance.now()
    heard()
    pushes.opened((frame) => isSent(socket, frame))
    ears.opened()
  })
  socket.on('ping', heard)
  socket.on('message', (data: Buffer, isBinary) => {
    if (isOver) return
    heard()
    if (!isBinary) return hearNotice({ ears, pushes }, data)
    const page = unpackedFrame(data)
    if (page !== null) return ears.page(page)
    ears.broken()
    end()
  })
  socket.on('close', end)
  socket.on('error', end)
  return {
    follow: (feeds) => void isSent(socket, JSON.stringify({ kind: 'follow', feeds } satisfies LiveFollow)),
    close: () => {
      if (isOver) return
      isOver = true
      clearTimeout(silence)
      socket.terminate()
      pushes.ended()
    },
  }
}

function isSent(socket: WebSocket, frame: string | Uint8Array): boolean {
  if (socket.readyState !== WebSocket.OPEN) return false
  socket.send(frame)
  return true
}

/** What a line brings is anything: only what the server packed unpacks (S10). */
function unpackedFrame(data: Buffer): Uint8Array | null {
  try {
    return unpackedNow(data)
  } catch {
    return null
  }
}

function hearNotice({ ears, pushes }: { readonly ears: LiveEars; readonly pushes: LivePushes }, data: Buffer): void {
  const notice = LiveNotice.safeParse(parsed(data.toString('utf8'))).data
  if (notice === undefined) return
  if (notice.kind === 'pushed' || notice.kind === 'not_pushed') pushes.heard(notice)
  else ears.notice(notice)
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
