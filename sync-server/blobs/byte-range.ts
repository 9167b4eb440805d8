/** What a `range` header asks of a file; null when it asks for nothing that is there. */
export function byteRange(header: string | undefined, bytes: number): { start: number; end: number } | null {
  if (header === undefined) return bytes === 0 ? null : { start: 0, end: bytes - 1 }
  const match = /^bytes=(\d*)-(\d*)$/.exec(header)
  if (match === null || (match[1] === '' && match[2] === '')) return null
  const start = match[1] === '' ? Math.max(0, bytes - Number(match[2])) : Number(match[1])
  const end = match[1] === '' || match[2] === '' ? bytes - 1 : Math.min(bytes - 1, Number(match[2]))
  return start <= end && start < bytes ? { start, end } : null
}
