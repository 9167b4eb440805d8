import type { ListName } from '#shared/domain/lists/events.ts'
import type { ChangeNames } from '#core/reports/changes/field.ts'
import type { Caller } from './caller.ts'
import { entryLabel } from './entry-label.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'
import { unitLabel, userLabel } from './reference-data.ts'
import { maySeeIdentity, maySeePerson } from './visibility.ts'

/** Ids and codes as this office knows them now; people as far as the reader may know them. */
export const changeNames = (office: Office, caller: Caller): ChangeNames => ({
  unit: (id) => unitLabel(office.reference, id),
  user: (id) => userLabel(office.reference, id),
  group: (code) => office.reference.groups.get(code)?.name ?? { ar: code, en: code },
  list: (list, code) => entryLabel(office.reference, list as ListName, code),
  person: (id) => {
    const isSeen = maySeeIdentity(office, caller) && maySeePerson(office, caller, id)
    const name = isSeen ? (readPersonRow(office.store.db, id)?.displayName ?? id) : null
    return name === null ? null : { ar: name, en: name }
  },
})
