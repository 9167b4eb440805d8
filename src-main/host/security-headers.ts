/**
 * The window's content security policy: its own scripts and nothing else. `style-src 'unsafe-inline'` is for the kit,
 * which writes styles; frames are letters before printing, in a sandbox.
 */
export function securityHeaders(sockets: readonly string[] = []): Readonly<Record<string, string>> {
  const connect = ["'self'", ...sockets].join(' ')
  return {
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; " +
      `media-src 'self'; connect-src ${connect}; frame-src 'self' blob:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`,
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': 'camera=(self), microphone=(), geolocation=()',
  }
}
