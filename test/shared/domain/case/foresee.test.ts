import { describe, expect, it } from 'vitest'
import type { AdmitPolicy } from '#shared/domain/case/admit.ts'
import { policyOf } from '#shared/domain/case/decide.ts'
import { foresee } from '#shared/domain/case/foresee.ts'
import type { ForeseenEvent } from '#shared/domain/case/foresee.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'

/** Two machines that stand at the same case, each with ids of its own from here on. */
function twoMachines() {
  const [theirs, mine] = [new CaseWorld(), new CaseWorld()]
  for (const world of [theirs, mine]) {
    world.register()
    world.do('accept', {}, 'salma')
  }
  for (let n = 0; n < 50; n += 1) mine.freshId()
  return { theirs, mine, common: theirs.events.length }
}

const details = (subjects: readonly string[]): InputOf<'change_details'> => ({
  subjects: [...subjects],
  cause: null,
  complainantKind: null,
})

const told = (
  { events }: CaseWorld,
  from: number,
  { verdict, expects = {} }: { verdict: 'accepted' | 'pending'; expects?: Readonly<Record<string, string>> },
): readonly ForeseenEvent[] =>
  events.slice(from).map((event) => ({ event: { ...event, verdict }, commit: `${verdict} of ${event.id}`, expects }))

const foreseenIn = (world: CaseWorld, history: readonly ForeseenEvent[]) =>
  [...foresee(world.id, history, policyFor(world)).values()].map(({ kind }) => kind)

const policyFor = (world: CaseWorld): AdmitPolicy => ({
  ...policyOf(world.context('salma')),
  rightsOf: (user) => world.actor(user).rights,
  unitOf: (user) => world.actor(user).unit,
})

describe('what waits on a machine', () => {
  it('SYNC-MERGE-4 will need a decision when the case went another way meanwhile', () => {
    const { theirs, mine, common } = twoMachines()
    const note = { text: 'اتصل المشتكي' }
    mine.do('suspend', { reason: 'court', note: '' }, 'nadia')
    mine.do('add_note', note, 'salma')
    theirs.do('withdraw', { note: 'سحب' }, 'salma')
    const before = told(theirs, 0, { verdict: 'accepted' }).slice(0, common)
    const waiting = told(mine, common, { verdict: 'pending' })
    expect(foreseenIn(mine, [...before, ...waiting])).toEqual([])
    const after = told(theirs, common, { verdict: 'accepted' })
    // The note commutes; the step waits for a person.
    expect(foreseenIn(mine, [...before, ...after, ...waiting])).toEqual(['held'])
  })

  it('SYNC-MERGE-4 a field that somebody else set unseen will be a conflict', () => {
    const { theirs, mine, common } = twoMachines()
    const expects = mine.stamps('change_details', details(['product']))
    mine.do('change_details', details(['product']), 'salma')
    theirs.do('change_details', details(['procedure']), 'salma')
    const before = told(theirs, 0, { verdict: 'accepted' }).slice(0, common)
    const after = told(theirs, common, { verdict: 'accepted' })
    const waiting = told(mine, common, { verdict: 'pending', expects })
    expect(foreseenIn(mine, [...before, ...waiting])).toEqual([])
    expect(foreseenIn(mine, [...before, ...after, ...waiting])).toEqual(['conflict'])
  })
})
