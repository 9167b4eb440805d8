import type { Audience } from '#shared/domain/access/audience.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { trailFor, trailOf } from '#shared/domain/case/trail.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { readNames } from '#core/store/names-elsewhere.ts'
import { readStream, readStreams } from '#core/store/read-stream.ts'
import { ownFeed } from './sim-server.ts'
import { units, usersOf } from './sim-tree.ts'
import type { SimMachine } from './sim-machine.ts'

const tree = new Map<string, (typeof units)[keyof typeof units]>(Object.entries(units))

/** SYNC-FEED-12: whoever acted on a moved case, and each unit that had it, has a name where the case is held. */
export function brokenNames(
  { name, options: { unit }, state, store: { db } }: SimMachine,
  cases: ReadonlyMap<string, { readonly feeds: readonly string[]; readonly state: CaseState }>,
): readonly string[] {
  if (state.kind === 'stopped') return []
  const known = new Set(readNames(db).keys())
  for (const kind of ['user:', 'unit:'])
    for (const { stream } of readStreams(db, kind)) known.add(stream.slice(kind.length))
  return [...cases].flatMap(([stream, { feeds, state: of }]) => {
    if (of.kind === 'none' || of.moves.length === 0 || !feeds.includes(ownFeed(unit))) return []
    const actors = readStream(db, stream).map(({ actor }) => actor)
    const named = [...actors.filter((actor) => staff.has(actor)), ...of.moves.flatMap(({ from, to }) => [from, to])]
    const unknown = [...new Set(named)].filter((id) => !known.has(id))
    return unknown.map((id) => `G-07 ${name} has no name of ${id} on ${stream}`)
  })
}

const staff = new Set<string>(Object.keys(units).flatMap(usersOf))

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
