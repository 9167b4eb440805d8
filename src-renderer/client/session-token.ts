const key = 'insaf-session'

/** The session outlives a reload of the window and a restart of the core, not the closing of the window. */
export function sessionToken(): string | null {
  return window.sessionStorage.getItem(key)
}

export function keepSessionToken(token: string | null): void {
  if (token === null) window.sessionStorage.removeItem(key)
  else window.sessionStorage.setItem(key, token)
}
