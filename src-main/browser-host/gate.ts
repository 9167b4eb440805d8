import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/*
 * Who may talk to the browser host. The token in the printed address works once and is exchanged for a cookie; every
 * request must name this host, and one that comes from a page must come from this page (Host and Origin checks keep
 * other web pages out, also by DNS rebinding).
 */
export type Verdict =
  | { readonly kind: 'known' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'welcome'; readonly cookie: string }

export interface Gate {
  readonly token: string
  readonly judge: (request: IncomingMessage) => Verdict
}

const equal = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export function createGate(port: number): Gate {
  const token = randomBytes(24).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const cookieName = `insaf-${port}`
  const cookiePattern = new RegExp(`(?:^|; )${cookieName}=([A-Za-z0-9_-]+)`)
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  const origins = hosts.map((host) => `http://${host}`)
  let spent = false
  const fromElsewhere = ({ headers }: IncomingMessage): boolean =>
    !hosts.includes(headers.host ?? '') || (headers.origin !== undefined && !origins.includes(headers.origin))
  return {
    token,
    judge: (request) => {
      if (fromElsewhere(request)) return { kind: 'refused' }
      if (equal(cookiePattern.exec(request.headers.cookie ?? '')?.[1] ?? '', secret)) return { kind: 'known' }
      if (spent || request.method !== 'GET' || !equal(tokenOf(request), token)) return { kind: 'refused' }
      spent = true
      return { kind: 'welcome', cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` }
    },
  }
}

function tokenOf({ url = '/' }: IncomingMessage): string {
  const query = url.indexOf('?')
  return query === -1 ? '' : (new URLSearchParams(url.slice(query)).get('t') ?? '')
}
