import { expect, it } from 'vitest'
import { rightsGroups } from '#renderer/features/admin/rights-groups.ts'
import { rights } from '#shared/domain/access/rights.ts'
import { rightDescriptions } from '#shared/i18n/right-descriptions.ts'

it('G-01 every right can be given in the matrix, once, with its plain description', () => {
  const shown = rightsGroups.flatMap((group) => group.rights)
  expect(shown.toSorted()).toEqual([...rights].toSorted())
  expect(Object.keys(rightDescriptions).toSorted()).toEqual([...rights].toSorted())
})
