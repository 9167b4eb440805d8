import { expect, it } from 'vitest'
import { ratedCase } from '#test/support/rated-case.ts'
import { staffed } from '#test/support/staffed-office.ts'

interface View {
  readonly closing: { readonly reasons: readonly string[]; readonly finalFrom: number }
}

const closing = {
  reason: 'final',
  outcome: 'upheld',
  rootCause: 'workload',
  knowledge: false,
  improvement: false,
  analysis: 'بُحثت الشكوى في كل دوراتها.',
}

it('D6 the page offers final closure to whom and from when the core takes it, and says from which cycle on', async () => {
  const { office } = await staffed()
  const of = await ratedCase(office, 'not_satisfied')
  const offered = async (as: string) => (await office.call<View>('cases.get', of, as)).closing
  expect(await offered('nadia')).toEqual({ reasons: ['no_further_review'], finalFrom: 3 })
  expect(await office.refused('closing.close', { ...of, ...closing }, 'nadia')).toBe('close-not-final-yet')

  await office.call('admin.setSettings', { ...(await office.call<object>('admin.settings')), maxCycles: 1 })
  expect(await offered('huda')).toEqual({ reasons: ['no_further_review'], finalFrom: 1 })
  expect(await office.refused('closing.close', { ...of, ...closing }, 'huda')).toBe('not-allowed')
  expect(await offered('nadia')).toEqual({ reasons: ['no_further_review', 'final'], finalFrom: 1 })
  const { status } = await office.call<{ status: string }>('closing.close', { ...of, ...closing }, 'nadia')
  expect(status).toBe('closed')
})
