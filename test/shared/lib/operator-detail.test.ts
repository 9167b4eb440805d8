import { expect, test } from 'vitest'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { operatorDetail } from '#shared/lib/refusals/operator-detail.ts'

test('S10 an outage is told in plain words; its code is kept for whoever maintains the machine', () => {
  const params = { detail: 'ECONNREFUSED' }
  for (const language of ['ar', 'en'] as const)
    expect(refusalSentence('sync-unreachable', params, language)).not.toMatch(/ECONN|[(){}]/)
  expect(operatorDetail({ code: 'sync-unreachable', params })).toBe('sync-unreachable: ECONNREFUSED')
  for (const other of [{ code: 'sync-unreachable' }, { code: 'not-found', params }])
    expect(operatorDetail(other)).toBeNull()
})
