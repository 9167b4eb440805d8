import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { Names } from '#shared/wording/names.ts'
import { unitElsewhere } from '#shared/wording/of-elsewhere.ts'
import { entryLabel } from './entry-label.ts'
import type { Office } from './office.ts'
import { unitLabel, userLabel } from './reference-data.ts'

/** Ids and codes of a case, as far as its view shows it, in words of one language. */
export function caseNames({ reference }: Office, { referrals, users }: CaseView, language: 'ar' | 'en'): Names {
  const departments = new Map<string, Label>(referrals.map(({ id, department }) => [id, department.name]))
  const people = new Map<string, Label>(users.map(({ id, name }) => [id, name]))
  return {
    user: (id) => (people.get(id) ?? userLabel(reference, id))[language],
    unit: (id) => unitLabel(reference, id)[language],
    referral: (id) => (departments.get(id) ?? unitElsewhere)[language],
    list: (list, code) => entryLabel(reference, list, code)[language],
  }
}
