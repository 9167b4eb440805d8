import type { PriorityMatrix } from '#shared/domain/case/priority.ts'
import { prioritiesSet, settingsSet } from '#shared/domain/case/shipped-office.ts'
import { isKnownZone } from '#shared/domain/clock/zone.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { z } from 'zod'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { mayChange } from './own-units.ts'
import { writeAs } from './write-as.ts'

/** Priority by importance and complexity (L-09); cases keep the priority they were given. */
export function setPriorities(office: Office, caller: Caller, matrix: PriorityMatrix): Result<PriorityMatrix> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  const written = writeAs(office, caller, [prioritiesSet(office.reference.settings.office, matrix)])
  return written.ok ? ok(office.reference.priorities) : written
}

type SettingsInput = Omit<OfficeSettings, 'office' | 'code' | 'practice'>

export function setSettings(
  office: Office,
  caller: Caller,
  input: SettingsInput,
): Result<z.infer<typeof OfficeSettings>> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  if (!isKnownZone(input.zone)) return refuse('calendar-unknown-zone', { zone: input.zone })
  const { logo } = input.letterhead
  const picture = logo === undefined || logo === null ? ok(null) : readLogo(Buffer.from(logo, 'base64'))
  if (!picture.ok) return picture
  const { office: unit, code, practice } = office.reference.settings
  const written = writeAs(office, caller, [settingsSet({ ...input, office: unit, code, practice })])
  return written.ok ? ok(office.reference.settings) : written
}
