import { sql } from 'drizzle-orm'
import { onceFor } from '#shared/lib/once-for.ts'
import type { Tables } from '#server/log/tables.ts'
import { deviceUsers, devices } from '#server/log/schema/device-tables.ts'
import { streams } from '#server/log/schema/log-tables.ts'
import { logEpochNow } from './log-epoch.ts'
import { referenceMarker } from '#server/engine/reference.ts'
import { namedRow } from '#server/engine/notes.ts'

/** The first name after those of all rows of named users, in the order of bytes. */
const afterNamed = namedRow('').replace(':', ';')

/**
 * Another text after every change of what a device's feeds follow from: revocations, who has signed in where, units
 * and users, whom strict cases name; and in every log epoch. One question, cheap enough to go before every page of the
 * live channel.
 */
export async function readStanding(db: Tables): Promise<string> {
  const [row] = await questionOf(db).execute()
  return row?.standing ?? ''
}

const questionOf = onceFor((db: Tables) =>
  db
    .select({
      standing: sql<string>`concat_ws('/',
        (SELECT count(*) FROM ${devices} WHERE ${devices.revokedAt} IS NOT NULL),
        (SELECT count(*) FROM ${deviceUsers}),
        (SELECT ${streams.length} FROM ${streams} WHERE ${streams.stream} = ${referenceMarker}),
        (SELECT sum(${streams.length}) FROM ${streams}
          WHERE ${streams.stream} > ${namedRow('')} AND ${streams.stream} < ${afterNamed}),
        ${logEpochNow})`,
    })
    .from(sql`(SELECT 1) AS one`)
    .prepare(''),
)
