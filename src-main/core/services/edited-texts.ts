import { EditedTexts } from '#shared/contract/desktop/reports.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readSettings, removeSetting, writeSetting } from '#core/store/settings.ts'
import type { Caller } from './caller.ts'
import { mayReport } from './editions.ts'
import type { Office } from './office.ts'

const keyOf = ({ id }: Caller, period: string): string => `report-texts:${id}:${period}`

/** Texts of reports that the caller wrote otherwise and has not issued yet; his own only, and no events. */
export function readEditedTexts(office: Office, caller: Caller): Result<readonly EditedTexts[]> {
  const allowed = mayReport(office, caller)
  return allowed.ok ? ok([...readSettings(office.store.db, keyOf(caller, ''), EditedTexts).values()]) : allowed
}

/** Durable when it answers. */
export function keepEditedTexts(office: Office, caller: Caller, texts: EditedTexts): Result<null> {
  const allowed = mayReport(office, caller)
  if (!allowed.ok) return allowed
  const { db } = office.store
  const key = keyOf(caller, `${texts.year}-${texts.quarter}`)
  db.transaction(() => (texts.edits.length === 0 ? removeSetting(db, key) : writeSetting(db, key, texts)))
  return ok(null)
}
