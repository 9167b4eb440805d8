import { expect, it } from 'vitest'
import { registerCase } from '#test/support/strict-case.ts'
import { addDepartment, addUser, testOffice } from '#test/support/test-office.ts'

interface Page {
  readonly total: number
  readonly readOnly: number | null
}

it('L-13 a department whose words stand in more cases than are read is told how many of the newest were', async () => {
  const office = await testOffice()
  const unit = (await addDepartment(office, 'A')).id
  await addUser(office, { username: 'ali', groups: ['liaison'], unit })
  const referred = async (text: string): Promise<void> => {
    const { reference } = await registerCase(office)
    await office.call('triage.accept', { case: reference })
    const classes = {
      service: null,
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      priority: null,
    }
    await office.call('triage.classify', { case: reference, ...classes })
    await office.call('referral.refer', {
      case: reference,
      referrals: [{ department: unit, text, tells: 'confirmed' }],
    })
  }
  const found = async (text: string): Promise<readonly unknown[]> => {
    const { total, readOnly } = await office.call<Page>('cases.search', { text }, 'ali')
    return [total, readOnly]
  }
  await referred('عداد قديم')
  for (let number = 1; number < 500; number += 1) await referred('عداد')
  expect(await found('عداد')).toEqual([500, null])
  await referred('عداد')
  expect(await found('عداد')).toEqual([500, 500])
  expect(await found('عداد قديم')).toEqual([1, null])
})
