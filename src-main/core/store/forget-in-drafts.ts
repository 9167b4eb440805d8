import { z } from 'zod'
import { formWithout } from '#shared/domain/person/form-without.ts'
import { PersonDetails } from '#shared/domain/person/person-details.ts'
import { openPrivatePart } from '#shared/sync/private-part.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { readSettings, writeSetting } from './settings.ts'

const Kept = z.looseObject({ form: z.unknown() })

/** Half-filled forms of this machine lose who is being forgotten (S19), by what his private parts say: they go afterwards. Out: how many did. */
export function forgetInDrafts(db: WritableDb, stream: string): number {
  const drafts = [...readSettings(db, 'draft:', Kept)]
  if (drafts.length === 0) return 0
  const person = { id: stream.slice('person:'.length), details: detailsIn(db, stream) }
  const named = drafts
    .map(([rest, kept]) => ({ rest, kept, form: formWithout(kept.form, person) }))
    .filter(({ form }) => form !== null)
  for (const { rest, kept, form } of named) writeSetting(db, `draft:${rest}`, { ...kept, form })
  return named.length
}

/** Also of what is held or was refused. */
const detailsIn = (db: ReadableDb, stream: string): readonly PersonDetails[] =>
  db
    .all<{ private: Uint8Array }>('SELECT private FROM events WHERE stream = ? AND private IS NOT NULL', stream)
    .flatMap((row) => PersonDetails.safeParse(openPrivatePart(row.private)['details']).data ?? [])
