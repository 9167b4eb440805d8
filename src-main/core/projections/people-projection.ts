import type { PersonDetails } from '#shared/domain/person/person-details.ts'
import { displayName } from '#shared/domain/person/display-name.ts'
import { nameKey } from '#shared/text/name-key.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { WritableDb } from '#core/store/driver.ts'
import type { Projection } from '#core/store/projection.ts'
import { indexPeople } from '#core/search/index-people.ts'
import { markCasesOf, markPerson, unmarkPerson } from '#core/search/search-marks.ts'

/*
 * People as the front desk finds them: by phone, document number, or a key of the name that forgives spelling. The
 * index of names takes more pages than all else of a registration's person: it comes behind (`index-people.ts`), but for
 * slices of a log that is read through, where nobody waits.
 */
const manyEvents = 100

export const peopleProjection: Projection = {
  name: 'people',
  version: 7,
  create: [
    `CREATE TABLE people (key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, name TEXT NOT NULL, name_key TEXT NOT NULL, document TEXT, mobile TEXT, phone TEXT, email TEXT,
      details TEXT NOT NULL) STRICT`,
    'CREATE INDEX people_by_document ON people (document) WHERE document IS NOT NULL',
    'CREATE INDEX people_by_mobile ON people (mobile) WHERE mobile IS NOT NULL',
    'CREATE INDEX people_by_phone ON people (phone) WHERE phone IS NOT NULL',
    'CREATE INDEX people_by_email ON people (email) WHERE email IS NOT NULL',
    "CREATE VIRTUAL TABLE people_names USING fts5 (name_key, content = '', contentless_delete = 1, tokenize = 'unicode61', prefix = '2 3')",
    "INSERT INTO people_names (people_names, rank) VALUES ('secure-delete', 1)",
    // What was said last on the stream of a record: whether the other one is the same human (L-16), by which event, and what its author had seen said last on the other's stream.
    'CREATE TABLE people_links (person TEXT NOT NULL, other TEXT NOT NULL, joined INTEGER NOT NULL, at TEXT NOT NULL, event TEXT NOT NULL, seen TEXT, PRIMARY KEY (person, other)) STRICT, WITHOUT ROWID',
    'CREATE INDEX people_links_by_other ON people_links (other)',
  ],
  apply: (db, recorded, anew) => {
    for (const event of recorded) {
      if (event.stream.startsWith('person:')) projectPerson(db, event)
    }
    for (const [stream, events] of anew) {
      if (!stream.startsWith('person:')) continue
      removePerson(db, stream)
      db.run('DELETE FROM people_links WHERE person = ?', idOf(stream))
      for (const event of events) projectPerson(db, event)
    }
    if (recorded.length > manyEvents) indexPeople(db, recorded.length)
  },
}

const idOf = (stream: string): string => stream.slice('person:'.length)

function removePerson(db: WritableDb, stream: string): void {
  const id = idOf(stream)
  const known = db.value<number>('SELECT key FROM people WHERE id = ?', id)
  if (known === undefined) return
  // The index knows the words of the person's cases by the old details: they go at once, the cases come again behind.
  db.run('DELETE FROM search_index WHERE rowid IN (SELECT key FROM case_rows WHERE person = ?)', id)
  markCasesOf(db, id)
  db.run('DELETE FROM people_names WHERE rowid = ?', known)
  unmarkPerson(db, known)
  db.run('DELETE FROM people WHERE key = ?', known)
}

function projectPerson(db: WritableDb, event: RecordedEvent): void {
  if (event.type === 'person.linked' || event.type === 'person.unlinked') return projectLink(db, event)
  if (event.type !== 'person.recorded' && event.type !== 'person.forgotten') return
  const id = idOf(event.stream)
  removePerson(db, event.stream)
  if (event.type === 'person.forgotten' || event.private === null) return
  const details = event.private['details'] as PersonDetails
  const name = displayName(details)
  const { lastId } = db.run(
    'INSERT INTO people (id, name, name_key, document, mobile, phone, email, details) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    id,
    name,
    nameKey(name),
    details.document?.number ?? null,
    details.mobile ?? null,
    details.phone ?? null,
    details.email?.toLowerCase() ?? null,
    JSON.stringify(details),
  )
  markPerson(db, lastId)
}

/** The stamp of whoever says that two records are one human, or two: the event that said it last on the other's stream. */
export const linkStamp = 'link'

function projectLink(db: WritableDb, { id, type, stream, facts, at, expects }: RecordedEvent): void {
  db.run(
    `INSERT INTO people_links (person, other, joined, at, event, seen) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (person, other) DO UPDATE SET joined = excluded.joined, at = excluded.at, event = excluded.event, seen = excluded.seen`,
    idOf(stream),
    String(facts['other']),
    type === 'person.linked' ? 1 : 0,
    at,
    id,
    expects[linkStamp] ?? null,
  )
}
