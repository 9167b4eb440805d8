import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommand } from '#shared/domain/case/commands.ts'
import { caseMembers, caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import type { CaseReach } from '#shared/domain/case/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import { decide, idsNeeded } from '#shared/domain/case/decide.ts'
import type { RecordedCaseEvent } from '#shared/domain/case/events.ts'
import { evolve, foldCase } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { viewFor } from '#shared/domain/case/view.ts'
import { attemptDeed, deeds, inputFor } from '#test/support/case-commands.ts'
import { CaseWorld, departmentA, departmentB } from '#test/support/case-world.ts'
import { runs } from '#test/support/effort.ts'

/*
 * A department's feed, played event by event: what it may hold by the reach before or after the event; the earlier ones
 * when it becomes a member; nothing any more when it ceases to be one.
 */
interface Seen {
  readonly events: readonly RecordedCaseEvent[]
  readonly isMember: boolean
}

const isMemberOf = (reach: CaseReach, audience: Audience): boolean =>
  caseMembers(reach, new Map()).some(
    (member) => 'unit' in member && 'unit' in audience && member.unit === audience.unit,
  )

const mayHold = (event: RecordedCaseEvent, audience: Audience, reach: CaseReach): boolean =>
  shareOfCaseEvent({ type: event.type, referral: referralNamed(event.facts) }, audience, reach) !== 'none'

function feedOf(world: CaseWorld, audience: Audience): Seen {
  let state: CaseState = noCase
  let before: CaseReach | null = null
  let seen: Seen = { events: [], isMember: false }
  for (const [index, event] of world.events.entries()) {
    state = evolve(state, event, world.id)
    if (state.kind === 'none') continue
    const after = caseReach(state)
    const reaches = [after, ...(before === null ? [] : [before])]
    const isMember = isMemberOf(after, audience)
    if (!isMember) seen = { events: [], isMember }
    else if (!seen.isMember)
      seen = { events: world.events.slice(0, index + 1).filter((each) => mayHold(each, audience, after)), isMember }
    else if (reaches.some((reach) => mayHold(event, audience, reach)))
      seen = { events: [...seen.events, event], isMember }
    before = after
  }
  return seen
}

const departments = [departmentA, departmentB].map((unit) => ({ kind: 'department', unit }) as const)
const acts = [
  'acknowledge_referral',
  'return_referral',
  'reply_to_referral',
  'ask_clarification',
  'answer_clarification',
  'ask_directorate',
  'answer_for_directorate',
]

describe('what a department folds is its view of the whole', () => {
  test('SYNC-FEED-8 S7 folding what the feed shows gives the view of the whole fold', () => {
    let compared = 0
    fc.assert(
      fc.property(deeds(80), (all) => {
        const world = new CaseWorld()
        world.register()
        for (const deed of all) {
          attemptDeed(world, deed)
          for (const audience of departments) {
            const seen = feedOf(world, audience)
            if (!seen.isMember) continue
            compared++
            expect(viewFor(audience, foldCase(world.id, seen.events))).toEqual(viewFor(audience, world.state))
          }
        }
      }),
      runs(40),
    )
    expect(compared).toBeGreaterThan(0)
  })

  test('SYNC-FEED-8 S7 decide answers a department the same on its own fold as on the whole', () => {
    let [taken, refused] = [0, 0]
    fc.assert(
      fc.property(
        deeds(60),
        fc.array(fc.tuple(fc.nat(6), fc.nat(30), fc.nat(30), fc.nat(30)), { minLength: 5 }),
        (all, tries) => {
          const world = new CaseWorld()
          world.register()
          for (const deed of all) attemptDeed(world, deed)
          for (const [act, ...picks] of tries) {
            const user = picks[0] % 2 === 0 ? 'ali' : 'badr'
            const audience = { kind: 'department', unit: user === 'ali' ? departmentA : departmentB } as const
            const seen = feedOf(world, audience)
            if (!seen.isMember) continue
            const kind = acts[act] as 'return_referral'
            const input = caseCommands[kind].parse(inputFor(world, kind, picks))
            const command = { kind, input } as CaseCommand
            const context = world.context(user, idsNeeded(command))
            const own = decide(viewFor(audience, foldCase(world.id, seen.events)), command, context)
            const whole = decide(world.state, command, context)
            expect(own.ok).toBe(whole.ok)
            if (own.ok && whole.ok) expect(own.value).toEqual(whole.value)
            if (own.ok) taken++
            else refused++
          }
        },
      ),
      runs(60),
    )
    expect(taken).toBeGreaterThan(0)
    expect(refused).toBeGreaterThan(0)
  })
})
