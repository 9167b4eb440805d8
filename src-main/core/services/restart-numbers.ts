import { localDateOf } from '#shared/domain/clock/working-time.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { givenRanges } from '#shared/domain/numbering/number-blocks.ts'
import type { ParsedReference } from '#shared/domain/numbering/parse-reference.ts'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { attempt } from '#core/store/attempt.ts'
import { openWritable } from '#core/store/driver.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { storeFile } from '#core/store/store-file.ts'
import type { Ids } from '#core/ports.ts'
import type { Vault } from '#core/vault/vault.ts'
import { drawPlace } from './draw-place.ts'
import { forgetHome } from './home-mark.ts'
import { continueNumbersAfterRestore, numbersOfYears } from './numbers.ts'
import type { RestartAsked } from './numbers.ts'
import { readReferenceData } from './reference-data.ts'

interface Asked {
  readonly now: Instant
  readonly ids: Ids
  readonly highest: ParsedReference | null
}

/**
 * Draws where a restored folder goes on numbering, and checks what the person knows against the copy (R-01, bug 20).
 * Refuses `highest-number-other-office`, `highest-number-other-year`, `highest-number-behind`.
 */
export function restartNumbers(vault: Vault, { now, ids, highest }: Asked): Result<null> {
  const db = openWritable({ file: storeFile(vault.folder), key: vault.key })
  try {
    const settings = readReferenceData(db)?.settings
    if (settings === undefined) return ok(null)
    const year = Number(localDateOf(settings.zone, now).slice(0, 4))
    const checked = highest === null ? ok(null) : checkHighest(db, { highest, year, office: settings.code })
    if (!checked.ok) return checked
    const lot = drawPlace(ids)
    const written = attempt(db, () => {
      forgetHome(db)
      return continueNumbersAfterRestore(db, { year, lot, highest: checked.value })
    })
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return written
  } finally {
    db.close()
  }
}

interface Claim {
  readonly highest: ParsedReference
  /** The year it is. */
  readonly year: number
  readonly office: string
}

/** A number that cannot be the highest one of this office is a slip: nothing is built on it. */
function checkHighest(db: ReadableDb, { highest, year, office }: Claim): Result<RestartAsked['highest']> {
  const { reference, serial } = highest
  if (highest.office !== office) return refuse('highest-number-other-office', { reference, office })
  const claimed = 2000 + highest.yearOfCentury
  const given = numbersOfYears(db).map((state) => ({
    year: state.year,
    last: Math.max(0, ...givenRanges(state).map(({ to }) => to)),
  }))
  const from = Math.min(year, Math.max(0, ...given.filter(({ last }) => last > 0).map((each) => each.year)) || year)
  if (claimed < from || claimed > year)
    return refuse('highest-number-other-year', { reference, year: claimed, from, to: year })
  const last = given.find((each) => each.year === claimed)?.last ?? 0
  if (serial < last)
    return refuse('highest-number-behind', { known: formatReference({ office, year: claimed, serial: last }) })
  return ok({ year: claimed, serial })
}
