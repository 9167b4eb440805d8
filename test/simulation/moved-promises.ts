import type { Audience } from '#shared/domain/access/audience.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { trailFor, trailOf } from '#shared/domain/case/trail.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { ownFeed } from './sim-server.ts'
import { units } from './sim-tree.ts'
import type { SimMachine } from './sim-machine.ts'

const tree = new Map<string, (typeof units)[keyof typeof units]>(Object.entries(units))

interface Known {
  readonly id: string
  readonly reference: string
  readonly registeredAt: string
  readonly movedAt: string
  readonly unit: string
}

const inWords = ({ id, reference, registeredAt, movedAt, unit }: Known): string =>
  [id, reference, registeredAt, movedAt, unit].join(' ')

/** SYNC-FEED-11: an office that lost a case by a move knows where it is, and nobody is told of others. */
export function brokenTrails(
  { name, options: { unit }, state, store: { db } }: SimMachine,
  cases: ReadonlyMap<string, { readonly state: CaseState }>,
): readonly string[] {
  if (state.kind === 'stopped') return []
  const isOwn = (audience: Audience): boolean => audienceName(audience) === ownFeed(unit)
  const expected = [...cases].flatMap(([stream, { state: of }]) => {
    const trail = of.kind === 'case' && trailFor(of, tree).some(isOwn) ? trailOf(of, tree) : null
    return trail === null ? [] : [inWords({ ...trail, id: stream.slice('case:'.length) })]
  })
  const known = db
    .all<Known>(
      'SELECT case_id AS id, reference, registered_at AS registeredAt, moved_at AS movedAt, unit FROM moved_cases',
    )
    .map(inWords)
  return [
    ...expected.filter((each) => !known.includes(each)).map((each) => `G-07 ${name} does not know where ${each} is`),
    ...known.filter((each) => !expected.includes(each)).map((each) => `G-07 ${name} was told of ${each}`),
  ]
}
