import { expect, it } from 'vitest'
import { previewReport } from '#core/reports/task.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { at, caseOf } from '#test/shared/domain/indicators/hand-built-case.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

/** Answered and rated in March, reopened in May and kept with the same staff, solved in July. */
const record = factsOf(
  caseOf({
    id: 'E1',
    channel: 'phone',
    cycles: [
      {
        start: '01 Mar 09:00',
        accepted: '01 Mar 09:05',
        resolved: '03 Mar 10:00',
        rating: ['not_satisfied', '04 Mar 10:00'],
        handler: 'u1',
      },
      {
        start: '05 May 09:00',
        accepted: '05 May 09:05',
        resolved: '05 Jul 13:00',
        rating: ['satisfied', '06 Jul 10:00'],
        closed: ['06 Jul 10:00', 'rated'],
        handler: 'u1',
        cause: 'dissatisfied',
      },
    ],
    change: {
      exceptions: [
        { rule: 'author_approver', way: 'head', at: at('03 Mar 09:00'), cycle: 1 },
        { rule: 'new_staff', way: 'head', at: at('05 May 10:00'), cycle: 2 },
        { rule: 'recorder_handler', way: 'head', at: at('06 Jul 09:00'), cycle: 2 },
      ],
    },
  }),
)

async function exceptionsOf(quarter: number) {
  const input = { ...reportInput, quarter, asOf: at('30 Nov 09:00') }
  const { model, figures } = await previewReport(input, control([record]))
  const rows = model.sections
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'table' && block.id === 'quality' ? block.rows : []))
  const count = (text: string) => rows.find(([name]) => name?.text === text)?.[1]?.value
  return {
    approver: count('استثناء: المعتمِد هو كاتب الرد'),
    recorder: count('استثناء: مسجل الرضا هو المعالج'),
    sameStaff: count('استثناء: إعادة النظر من الموظف نفسه'),
    excused: figures.find(({ code }) => code === 'K9.excused')?.value,
  }
}

it('K-09 annex B an exception stands in the report of the quarter in which it happened and in no other, as in K9', async () => {
  expect(await Promise.all([1, 2, 3].map(exceptionsOf))).toEqual([
    { approver: 1, recorder: 0, sameStaff: 0, excused: 0 },
    { approver: 0, recorder: 0, sameStaff: 1, excused: 1 },
    { approver: 0, recorder: 1, sameStaff: 0, excused: 0 },
  ])
})
