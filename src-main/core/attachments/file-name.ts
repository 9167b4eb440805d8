/** Marks that turn the direction of text around them: `invoice[RLO]fdp.exe` would show as `invoiceexe.pdf`. */
const directionMarks = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const invisible = /[\p{Cc}\u200B\u2028\u2029\u2060\uFEFF]/gu
const notForFiles = /[<>:"|?*]/g
const reservedOnWindows = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i
const longestCharacters = 120
const longestBytes = 240
const longestExtension = 12

/**
 * A file name that is safe to show and to save: no path, no hidden or turning marks, bounded length with its extension kept;
 * Arabic letters and the zero-width non-joiner stay. An empty name becomes `file`.
 */
export function safeFileName(raw: string): string {
  const plain = raw.toWellFormed().replace(directionMarks, '').replace(invisible, '').normalize('NFC')
  const last =
    plain
      .replaceAll('\\', '/')
      .split('/')
      .filter((part) => part.trim() !== '')
      .at(-1) ?? ''
  const cleaned = trimEnds(last.replace(notForFiles, '_'))
  if (cleaned === '') return 'file'
  return shorten(reservedOnWindows.test(cleaned) ? `_${cleaned}` : cleaned)
}

const trimEnds = (name: string): string => name.replace(/^[\s.]+/, '').replace(/[\s.]+$/, '')

function shorten(name: string): string {
  const dot = name.lastIndexOf('.')
  const hasExtension = dot > 0 && name.length - dot <= longestExtension
  const extension = hasExtension ? name.slice(dot) : ''
  const stem = [...(hasExtension ? name.slice(0, dot) : name)].slice(0, longestCharacters)
  while (Buffer.byteLength(stem.join('') + extension) > longestBytes) stem.pop()
  return trimEnds(stem.join('')) + extension
}
