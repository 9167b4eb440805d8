import { randomBytes, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'

/*
 * Who may talk to the browser host. The token in the printed address works once and is exchanged for a cookie; every
 * request must name this host, and one that comes from a page must come from this page (Host and Origin checks keep
 * other web pages out, also by DNS rebinding).
 */
export interface Gate {
  readonly token: string
  readonly securityHeaders: Readonly<Record<string, string>>
  readonly judge: (request: IncomingMessage) => { readonly kind: 'known' } | { readonly kind: 'refused' } | { readonly kind: 'welcome'; readonly cookie: string }
}

const equal = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b))

export function createGate(port: number): Gate {
  const token = randomBytes(24).toString('base64url')
  const secret = randomBytes(32).toString('base64url')
  const cookieName = `insaf-${port}`
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`]
  let spent = false
  const cookieOf = (request: IncomingMessage): string =>
    new RegExp(`(?:^|; )${cookieName}=([A-Za-z0-9_-]+)`).exec(request.headers.cookie ?? '')?.[1] ?? ''
  const fromElsewhere = (request: IncomingMessage): boolean => {
    const origin = request.headers.origin
    return !hosts.includes(request.headers.host ?? '') || (origin !== undefined && !hosts.includes(origin.replace(/^http:\/\//, '')))
  }
  return {
    token,
    securityHeaders: {
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; " +
        `connect-src 'self' ws://127.0.0.1:${port} ws://localhost:${port}; frame-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'same-origin',
      'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
    },
    judge: (request) => {
      if (fromElsewhere(request)) return { kind: 'refused' }
      if (equal(cookieOf(request), secret)) return { kind: 'known' }
      const given = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('t') ?? ''
      if (spent || !equal(given, token)) return { kind: 'refused' }
      spent = true
      return { kind: 'welcome', cookie: `${cookieName}=${secret}; HttpOnly; SameSite=Strict; Path=/` }
    },
  }
}
