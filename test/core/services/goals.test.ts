import { expect, test } from 'vitest'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'

interface Cell {
  readonly text: string
}
interface Preview {
  readonly model: {
    readonly sections: readonly {
      readonly blocks: readonly { readonly kind: string; readonly id?: string; readonly rows?: readonly Cell[][] }[]
    }[]
  }
}

const approved = { approvedBy: 'المدير العام', approvedAt: '2026-01-02' }
const year = { year: 2026, quarter: null, ...approved }

/** What the summary prints as target, by the code that its row begins with. */
async function printed(office: Awaited<ReturnType<typeof testOffice>>, quarter: number) {
  const request = { kind: 'quarterly', year: 2026, quarter, language: 'en' }
  const { model } = await office.call<Preview>('reports.preview', request)
  const table = model.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'headline')
  return Object.fromEntries((table?.rows ?? []).map(([name, target]) => [name?.text.split(' ')[0], target?.text]))
}

test('K-07 a goal of a year or a quarter stands beside its figure in the report, with who approved it when', async () => {
  const office = await testOffice()
  await addUser(office, { username: 'omar', groups: ['complaint_team'] })
  const values = [
    { code: 'K5a', value: 8500 },
    { code: 'K15.cycle1.median', value: 420 },
  ]
  expect(await office.refused('admin.setGoals', { ...year, values }, 'omar')).toBe('not-allowed')
  expect(await office.refused('admin.setGoals', { ...year, values: [{ code: 'K99', value: 1 }] })).toBe('bad-input')
  await office.call('admin.setGoals', { ...year, values })
  const later = { approvedBy: 'الوزير', approvedAt: '2026-04-01' }
  await office.call('admin.setGoals', { year: 2026, quarter: 2, ...later, values: [{ code: 'K5a', value: 9000 }] })
  await office.reopen()
  expect(await office.call<readonly Goal[]>('admin.goals')).toHaveLength(3)
  expect(await printed(office, 1)).toMatchObject({ K5a: '85%', K15: '1 working day', K9: '–' })
  expect(await printed(office, 2)).toMatchObject({ K5a: '90%', K15: '1 working day' })
})

test('K-07 what keeps its value keeps its approval, what is left out is no goal any more', async () => {
  const office = await testOffice()
  const satisfied = { code: 'K5a', value: 8500 }
  await office.call('admin.setGoals', { ...year, values: [satisfied, { code: 'K9', value: 1000 }] })
  const goals = await office.call<readonly Goal[]>('admin.setGoals', {
    ...year,
    approvedBy: 'الوزير',
    approvedAt: '2026-05-01',
    values: [satisfied, { code: 'K7a', value: 20 }],
  })
  expect(goals.map(({ code, approvedBy }) => [code, approvedBy])).toEqual([
    ['K5a', 'المدير العام'],
    ['K7a', 'الوزير'],
  ])
})
