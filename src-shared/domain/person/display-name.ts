import type { PersonDetails } from './person-details.ts'
import { fullName } from './person-name.ts'

/** In: a person's record. Out: the name as lists and letters show it. */
export function displayName(details: PersonDetails): string {
  return details.kind === 'individual' ? fullName(details.name) : details.institutionName
}
