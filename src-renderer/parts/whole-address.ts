const onThisMachine = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])(:|\/|$)/i

/**
 * In: a server's address as it was typed. Out: with its scheme, that of this very machine unencrypted; null where it is
 * none.
 */
export function wholeAddress(typed: string): string | null {
  const text = typed.trim()
  if (text === '' || /\s/.test(text)) return null
  const whole = /^[a-z]+:\/\//i.test(text) ? text : `${onThisMachine.test(text) ? 'http' : 'https'}://${text}`
  return /^https?:/i.test(whole) && URL.canParse(whole) ? whole : null
}
