/**
 * Who is told of units by the probes (N-05): whoever asks on the server's own machine, or shows the token of its monitoring. A
 * request that a proxy passed on comes from wherever it came from, also where the proxy stands on this machine.
 */
import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'

export interface Asker {
  readonly headers: IncomingHttpHeaders
  readonly socket: { readonly remoteAddress?: string | undefined }
}

const ownMachine = /^(?:::1|(?:::ffff:)?127(?:\.\d{1,3}){3})$/
const passedOn = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip', 'via'] as const

export function seesUnits({ headers, socket }: Asker, token: string | null): boolean {
  if (token !== null && isSame(headers.authorization ?? '', `Bearer ${token}`)) return true
  return ownMachine.test(socket.remoteAddress ?? '') && passedOn.every((name) => headers[name] === undefined)
}

const hashOf = (text: string): Buffer => createHash('sha256').update(text).digest()

/** In a time that tells nothing of where they part. */
const isSame = (one: string, other: string): boolean => timingSafeEqual(hashOf(one), hashOf(other))
