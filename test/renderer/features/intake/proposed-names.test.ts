import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import { proposedNames } from '#renderer/features/intake/proposed-names.ts'

const user = (id: string, unit: string): UserSet =>
  ({
    id,
    unit,
    username: id,
    name: { ar: id, en: id },
    groups: [],
    active: true,
    staffId: null,
    language: 'ar',
  }) as never

test('R-08 of those who may be named for a strictly confidential case only the own office’s are proposed', () => {
  const [head, clerk, central] = [user('head', 'office-ryd'), user('clerk', 'office-ryd'), user('central', 'central')]
  const triage = [central, head, clerk]
  expect(proposedNames({ triage, confidential: [central, head] }, 'office-ryd')).toEqual(['head'])
  expect(proposedNames({ triage, confidential: [central] }, 'office-ryd')).toEqual(['head', 'clerk'])
})
