import { unitSet } from '#shared/domain/case/shipped-office.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'

/**
 * An office that stood alone knew of no unit above it and says so when it goes up. Its place under the central unit is
 * said again behind its own words, for every machine to read (G-07).
 */
export async function placeOffice({ engine, writeOwn }: WireHost, id: string): Promise<void> {
  const unit = (await engine.access()).units.get(id)
  if (unit === undefined || unit.kind === 'central' || unit.parent !== null) return
  orRefuse(await writeOwn([unitSet({ ...unit, parent: 'central' as typeof unit.id })]))
}
