import type { ServerResponse } from 'node:http'
import type { TroubleAnswer } from '#shared/contract/desktop/trouble.ts'

/** How long the host stays for a window that waits, once it knows that no core will come. */
const patienceMs = 3000
/** And once it was read, until the picture on the page that says it was fetched too. */
const lingerMs = 500

export interface TroubleBoard {
  /** Null, as soon as there is trouble. */
  readonly told: Promise<null>
  /** A window was opened: it will want to know. */
  readonly opened: () => void
  /** Resolves when a window has read it; at once where none was ever opened. */
  readonly tell: (reason: TroubleAnswer) => Promise<void>
  readonly answer: (response: ServerResponse, headers: Readonly<Record<string, string>>) => void
}

/** Where a window that waits for its core reads why it does not come: the process that could have told it is gone. */
export function createTroubleBoard(): TroubleBoard {
  const { promise: told, resolve } = Promise.withResolvers<null>()
  const { promise: read, resolve: wasRead } = Promise.withResolvers<void>()
  let reason: TroubleAnswer | null = null
  let isOpened = false
  return {
    told,
    opened: () => (isOpened = true),
    tell: async (why) => {
      reason = why
      resolve(null)
      if (isOpened) await Promise.race([read, new Promise<void>((late) => void setTimeout(late, patienceMs))])
    },
    answer: (response, headers) => {
      response.writeHead(reason === null ? 204 : 200, {
        ...headers,
        'content-type': 'application/json',
        'cache-control': 'no-store',
      })
      if (reason !== null) response.once('close', () => setTimeout(wasRead, lingerMs))
      response.end(reason === null ? undefined : JSON.stringify({ ar: reason.ar, en: reason.en }))
    },
  }
}
