import { expect, test } from 'vitest'
import type { UnitId, UserId } from '#shared/domain/access/events.ts'
import type { Case, Cycle } from '#shared/domain/case/state.ts'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { at, caseOf } from './hand-built-case.ts'
import type { CasePlan } from './hand-built-case.ts'
import { fixtureContext } from './worked-fixture.ts'

const cycle = {
  start: '04 Jan 09:00',
  accepted: '04 Jan 09:05',
  resolved: '04 Jan 09:20',
  handler: 'u1',
} as const
const atOnce: CasePlan = { id: 'A', channel: 'phone', procedure: 'fcr', session: true, cycles: [cycle] }

interface Change {
  readonly plan?: Partial<CasePlan>
  readonly state?: Partial<Case>
  readonly first?: Partial<Cycle>
}

const moved = (time: string): Case['moves'][number] => ({ from: 'o1' as UnitId, to: 'o2' as UnitId, at: at(time) })

/** K1 gross of one complaint that was solved in the call in which it came, but for the change. */
function gross({ plan, state, first }: Change): readonly (number | null | undefined)[] {
  const built = { ...caseOf({ ...atOnce, ...plan }), ...state }
  const cycles = built.cycles.map((each) => ({ ...each, ...first }))
  const figure = findFigure(allFigures([factsOf({ ...built, cycles })], fixtureContext), 'K1.gross')
  return [figure?.numerator, figure?.denominator]
}

test.each<[string, Change, number]>([
  ['in one call, by one owner, with an answer', {}, 1],
  ['with an article in place of a text', { first: { drafts: [] }, state: { articlesUsed: 1 } }, 1],
  ['without an answer', { first: { drafts: [] } }, 0],
  ['after it went to a second owner', { first: { handlers: ['u1' as UserId, 'u2' as UserId] } }, 0],
  ['after the complainant had to call again', { state: { inboundContacts: [at('04 Jan 09:15')] } }, 0],
  ['before the complainant called about something else', { state: { inboundContacts: [at('20 Feb 09:00')] } }, 1],
  ['after another office took it over', { state: { moves: [moved('04 Jan 09:10')] } }, 0],
  ['before a later cycle went to another office', { state: { moves: [moved('20 Feb 09:00')] } }, 1],
  ['after a referral', { plan: { cycles: [{ ...cycle, referrals: [{ to: 'A', sent: '04 Jan 09:10' }] }] } }, 0],
  ['in another call', { state: { sessions: [] } }, 0],
  ['by another procedure', { plan: { procedure: 'processing' } }, 0],
])('K1 gross: solved %s', (_, change, met) => {
  expect(gross(change)).toEqual([met, 1])
})

test.each([
  ['stands where what ended the case came after it was reopened', true, [1, 1]],
  ['is not asked of a case that left in its first cycle', false, [0, 0]],
])('K1 gross: what was solved at first contact %s', (_, isReopened, parts) => {
  const exit = { kind: 'withdrawn', at: at('20 Apr 09:00') } as const
  const cycles = isReopened ? [cycle, { start: '10 Apr 09:00', handler: 'u2' } as const] : [cycle]
  const built = { ...caseOf({ ...atOnce, cycles }), exit }
  const figure = findFigure(allFigures([factsOf(built)], fixtureContext), 'K1.gross')
  expect([figure?.numerator, figure?.denominator]).toEqual(parts)
})
