import { z } from 'zod'

const part = z.string().max(200)

/** The parts of a name as they stand in a civil ID. R-05. */
export const PersonName = z
  .strictObject({ given: part.min(1), father: part.optional(), grandfather: part.optional(), family: part.optional() })
  .readonly()
export type PersonName = z.infer<typeof PersonName>

/** The whole name in reading order, one space between its parts. R-05. */
export function fullName(name: PersonName): string {
  const parts = [name.given, name.father, name.grandfather, name.family]
  return parts
    .flatMap((text) => text?.trim().split(/\s+/) ?? [])
    .filter((text) => text !== '')
    .join(' ')
}
