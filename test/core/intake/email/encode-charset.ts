const tables = new Map<string, ReadonlyMap<string, number>>()

/** The decoder is the table, read backwards. */
function tableOf(charset: string): ReadonlyMap<string, number> {
  const known = tables.get(charset)
  if (known) return known
  const decoder = new TextDecoder(charset)
  const table = new Map(
    Array.from({ length: 256 }, (_, index) => 255 - index).map((byte) => [decoder.decode(Uint8Array.of(byte)), byte]),
  )
  tables.set(charset, table)
  return table
}

/** Text as bytes of a one-byte charset; `?` for what it does not hold. */
export const encodeCharset = (text: string, charset: string): Uint8Array => {
  const table = tableOf(charset)
  return Uint8Array.from([...text], (char) => table.get(char) ?? 0x3f)
}

/** True when every character has a byte in the charset. */
export const isEncodable = (text: string, charset: string): boolean =>
  new TextDecoder(charset).decode(encodeCharset(text, charset)) === text
