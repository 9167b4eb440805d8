import { describe, expect, test } from 'vitest'
import { evolve } from '#shared/domain/case/evolve.ts'
import { CaseWorld } from '#test/support/case-world.ts'

/** A case in which two set the details unseen: the second stands aside as a conflict. */
function withConflict(): { readonly world: CaseWorld; readonly event: string } {
  const world = new CaseWorld()
  world.register()
  const event = world.freshId()
  const facts = { subjects: ['operation'], cause: null, complainantKind: null }
  const recorded = {
    type: 'details_changed',
    facts,
    id: event,
    at: world.now,
    actor: 'omar',
    via: 'window',
    verdict: 'conflict',
  }
  world.events.push(recorded as never)
  world.state = evolve(world.state, recorded as never, world.id)
  return { world, event }
}

describe('a conflict is settled by a person', () => {
  test('N-06 it stands aside unapplied until somebody decides, and no longer', () => {
    const { world, event } = withConflict()
    expect(world.case.unapplied).toEqual([event])
    world.do('settle_conflict', { event, choice: 'keep', note: 'ما ثبت صحيح' }, 'salma')
    expect(world.case.unapplied).toEqual([])
    expect(world.events.at(-1)).toMatchObject({ type: 'conflict_settled', facts: { event, choice: 'keep' } })
  })

  test('N-06 it is settled once, and only what is a conflict', () => {
    const { world, event } = withConflict()
    world.do('settle_conflict', { event, choice: 'apply', note: '' }, 'salma')
    expect(world.refusal('settle_conflict', { event, choice: 'keep', note: '' }, 'nadia')).toBe('conflict-settled')
    expect(world.refusal('settle_conflict', { event: world.freshId(), choice: 'keep', note: '' }, 'nadia')).toBe(
      'conflict-settled',
    )
  })

  test('N-06 the desk does not decide, the team does', () => {
    const { world, event } = withConflict()
    expect(world.refusal('settle_conflict', { event, choice: 'keep', note: '' }, 'rana')).toBe('not-allowed')
  })
})
