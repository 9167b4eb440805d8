import { shippedBranch } from '#shared/domain/case/shipped-office.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { WireHost } from './context.ts'

/**
 * An office that is joined by an empty folder before it has settings gets those of its country, the central unit's; a
 * stand-alone office brings its own (G-03, SYNC-ENROL-3).
 */
export async function furnishOffice({ server, writeOwn }: WireHost, unit: UnitSet): Promise<Result<null>> {
  const own = `settings:${unit.id}`
  const events = await server.log.read((log) => log.readEvents([own, 'settings:central']))
  if (unit.kind !== 'office' || events.some(({ stream }) => stream === own)) return ok(null)
  const central = must(events.at(-1), 'the central unit has settings')
  const { country } = OfficeSettings.parse(parseCanonical(central.facts))
  return writeOwn(shippedBranch(unit, country))
}
