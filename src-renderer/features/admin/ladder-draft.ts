import type { Ladder, Rung } from '#shared/domain/lists/ladder.ts'

/** A level being typed; the number is null while it is missing. */
export interface RungDraft extends Pick<Rung, 'rung' | 'unit' | 'groups'> {
  readonly kind: Rung['moment']['kind']
  readonly number: number | null
}

export const draftOf = ({ rungs }: Ladder): readonly RungDraft[] =>
  rungs.map(({ rung, moment, unit, groups }) => ({
    rung,
    unit,
    groups,
    kind: moment.kind,
    number: moment.kind === 'share' ? moment.percent : moment.workingDays,
  }))

/** Out: the ladder, its levels numbered as they stand; null while one lacks something. */
export function ladderOf(draft: readonly RungDraft[]): Ladder | null {
  const rungs = draft.flatMap(({ kind, number, unit, groups }, index): readonly Rung[] => {
    if (number === null || groups.length === 0) return []
    const moment = kind === 'share' ? { kind, percent: number } : { kind, workingDays: number }
    return [{ rung: index + 1, moment, unit, groups }]
  })
  return rungs.length === draft.length ? { rungs } : null
}

export const mostRungs = 9

export const nextRung = (draft: readonly RungDraft[]): RungDraft => ({
  rung: draft.length + 1,
  unit: 'central',
  groups: [],
  kind: 'due',
  number: null,
})
