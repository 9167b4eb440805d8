import { z } from 'zod'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { UnitId } from '#shared/domain/access/events.ts'

/** When a rung falls due, in the working time of the department's office: a share of the referral's time, or days after its due. */
export const RungMoment = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('share'), percent: z.int().min(1).max(99) }),
  z.object({ kind: z.literal('due'), workingDays: z.int().min(0).max(250) }),
])
export type RungMoment = z.infer<typeof RungMoment>

/** Where its recipients are looked for: the department of the referral, the office of the case, the units above that. */
export const rungUnits = ['department', 'office', 'central'] as const
export type RungUnit = (typeof rungUnits)[number]

export const Rung = z.object({
  rung: z.int().min(1).max(9),
  moment: RungMoment,
  unit: z.enum(rungUnits),
  /** Permission groups whose holders are told (G-01). */
  groups: z.array(z.string().min(1).max(64)).min(1).max(10),
})
export type Rung = z.infer<typeof Rung>

/** How a late referral rises: its levels, delays and recipients, edited by the office (E-03). */
export const Ladder = z.object({ rungs: z.array(Rung).max(9) })
export type Ladder = z.infer<typeof Ladder>

export const LadderSet = z.object({ office: UnitId, ladder: Ladder })

/** E-03 as shipped: 80 % of the time, the due date, and 2, 5 and 10 working days after it. */
export const shippedLadder: Ladder = {
  rungs: [
    { rung: 1, moment: { kind: 'share', percent: 80 }, unit: 'department', groups: ['liaison'] },
    { rung: 2, moment: { kind: 'due', workingDays: 0 }, unit: 'department', groups: ['complaint_officer'] },
    { rung: 3, moment: { kind: 'due', workingDays: 2 }, unit: 'department', groups: ['department_head'] },
    { rung: 4, moment: { kind: 'due', workingDays: 5 }, unit: 'central', groups: ['team_head', 'complaint_team'] },
    { rung: 5, moment: { kind: 'due', workingDays: 10 }, unit: 'central', groups: ['senior_management'] },
  ],
}

const place = ({ moment }: Rung): number => (moment.kind === 'share' ? moment.percent - 100 : moment.workingDays)

/** In: a ladder as a person typed it. Out: the same, its rungs in the order of their numbers. Refuses `ladder-order`. */
export function checkLadder({ rungs }: Ladder): Result<Ladder> {
  const inOrder = rungs.toSorted((left, right) => left.rung - right.rung)
  const isRising = inOrder.every((rung, index) => {
    const before = inOrder[index - 1]
    return before === undefined || (before.rung < rung.rung && place(before) <= place(rung))
  })
  return isRising ? ok({ rungs: inOrder }) : refuse('ladder-order')
}
