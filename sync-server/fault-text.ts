/**
 * What a fault of our own is in the server's log: kind, code of the database and where it arose. The message stays out: that
 * of a failed query holds its parameters, which may be anybody's data.
 */
export function faultText(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = framesOf(error)
  return [`${error.name} ${codeOf(error)}`.trim(), ...frames].join('\n')
}

/** Behind the message, which may have lines that look like a place. */
function framesOf({ stack = '', message }: Error): readonly string[] {
  const at = stack.indexOf(message)
  const behind = at < 0 ? stack : stack.slice(at + message.length)
  return behind.split('\n').filter((line) => /^\s+at /.test(line))
}

/** Of the error or of what caused it: `23505`, `ECONNREFUSED`. */
function codeOf(error: Error): string {
  const { code, cause } = error as Error & { readonly code?: unknown }
  if (typeof code === 'string' && /^[A-Z0-9_]{2,40}$/.test(code)) return code
  return cause instanceof Error ? codeOf(cause) : ''
}
