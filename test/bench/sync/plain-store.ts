import Database from 'better-sqlite3'

/** A plain file without encryption, as durable as ours. */
export function openPlain(file: string): Database.Database {
  const db = new Database(file)
  db.pragma('journal_mode = WAL')
  db.pragma('synchronous = FULL')
  db.exec('CREATE TABLE IF NOT EXISTS log (seq INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT')
  return db
}

/** Rows in one message: each its length in four bytes, then itself. */
export function frameOf(rows: readonly Uint8Array[], kind = ''): Buffer {
  const parts: Uint8Array[] = [Buffer.from(kind, 'latin1')]
  for (const row of rows) {
    const length = Buffer.alloc(4)
    length.writeUInt32BE(row.byteLength)
    parts.push(length, row)
  }
  return Buffer.concat(parts)
}

export function rowsIn(frame: Buffer): Buffer[] {
  const rows: Buffer[] = []
  for (let at = 0; at < frame.byteLength;) {
    const length = frame.readUInt32BE(at)
    rows.push(frame.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return rows
}
