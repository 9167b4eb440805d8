import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { admit } from '#shared/domain/case/admit.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { statuses } from '#shared/domain/case/codes.ts'
import type { RecordedCaseEvent } from '#shared/domain/case/events.ts'
import { evolve, foldCase } from '#shared/domain/case/evolve.ts'
import { openReferrals, runningPause } from '#shared/domain/case/reading.ts'
import { standingRefusals } from '#shared/domain/case/standing-refusals.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import { stageOf, statusOf } from '#shared/domain/case/status.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import { must } from '#shared/lib/assert.ts'
import { attemptDeed, deeds } from '#test/support/case-commands.ts'
import type { Deed } from '#test/support/case-commands.ts'
import { answered, classified } from '#test/support/case-steps.ts'
import { CaseWorld, loneStaff, shippedStaff } from '#test/support/case-world.ts'
import { runs } from '#test/support/effort.ts'
import { namedEntries } from '#test/support/named-entries.ts'

const correcting = [
  'submit_draft',
  'return_draft',
  'approve_draft',
  'send_correction',
  'rate',
  'close',
  'reopen',
] as const

/** Every entry that a command drawn at random may name. */
const namedAtRandom = Object.entries(shippedLists).flatMap(([list, entries]) =>
  entries.map(({ code }) => `${list}/${code}`),
)

/** A correction by random deeds alone is seldom come to. */
const deedsOfCorrecting = fc
  .tuple(deeds(60), fc.infiniteStream(fc.constantFrom(...correcting)))
  .map(([all, kinds]) => all.map((deed) => ({ ...deed, kind: must(kinds.next().value, 'an endless stream') })))

const staffs = fc.constantFrom(shippedStaff, loneStaff)
const work = fc.record({ staff: staffs, deeds: deeds(60) })

describe('the rulebook under random work', () => {
  test('decide never throws; what it yields is applied, and breaks no invariant', () => {
    let closings = 0
    fc.assert(
      fc.property(work, ({ staff, deeds: all }) => {
        const world = begun(staff)
        for (const deed of all) {
          const before = world.state
          const { ok } = attemptDeed(world, deed)
          if (!ok) expect(world.state).toBe(before)
          assertInvariants(world.case, before)
        }
        if (world.case.cycles.some(({ closing }) => closing !== null)) closings++
      }),
      runs(100),
    )
    // Without closings among the runs the property would say little.
    expect(closings).toBeGreaterThan(0)
  })

  test('every event that decide yields, admit takes at the same state, with the stamps its author had', () => {
    fc.assert(
      fc.property(work, ({ staff, deeds: all }) => {
        const world = begun(staff)
        const policy = {
          rightsOf: (user: string) => world.actor(user).rights,
          unitOf: (user: string) => world.actor(user).unit,
          staffIdOf: (user: string) => world.actor(user).staffId,
          settings: world.settings,
        }
        for (const deed of all) {
          let state = world.state
          const from = world.events.length
          const { user } = attemptDeed(world, deed)
          const commit = world.events.slice(from)
          const expects = state.kind === 'case' ? state.setBy : {}
          const sameCommit: string[] = []
          for (const event of commit) {
            const submitted = {
              event,
              at: event.at,
              via: event.via,
              actor: user as never,
              expects,
              sameCommit: [...sameCommit],
            }
            expect(admit(state, submitted as never, policy).kind, event.type).toBe('accepted')
            state = evolve(state, event, world.id)
            sameCommit.push(event.id)
          }
        }
      }),
      runs(60),
    )
  })

  test('the window offers every command that decide takes, and says of none beforehand that it would be refused', () => {
    fc.assert(
      fc.property(work, ({ staff, deeds: all }) => {
        const world = begun(staff)
        for (const deed of all) {
          const before = world.state
          const { now } = world
          const { ok, kind, user } = attemptDeed(world, deed)
          if (!ok || before.kind !== 'case') continue
          const actor = { ...world.actor(user), settings: world.settings }
          expect(allowedCommands(before, actor)).toContain(kind)
          const refused = standingRefusals(before, actor, { ...world.context(user), now })
          expect(refused.map(({ command }) => command)).not.toContain(kind)
        }
      }),
      runs(60),
    )
  })

  test('C-01 T-07 T-08 no command takes an entry that its office uses no more; what names none is never refused for its lists', () => {
    const refused = new Set<string>()
    fc.assert(
      fc.property(work, fc.subarray([...namedAtRandom]), ({ staff, deeds: all }, retired) => {
        const world = begun(staff)
        world.retired = new Set(retired)
        for (const deed of all) {
          const { ok, kind, input, refusal } = attemptDeed(world, deed)
          const named = namedEntries(kind, input).filter((entry) => world.retired.has(entry))
          if (ok) expect([kind, named]).toEqual([kind, []])
          if (refusal?.code !== 'list-entry-unknown') continue
          expect(named).toContain(`${refusal.params['list']}/${refusal.params['code']}`)
          refused.add(kind)
        }
      }),
      runs(80),
    )
    // Of the commands that name an entry some wait for states that are seldom reached.
    expect(refused.size).toBeGreaterThan(5)
  })

  test('A-01 A-02 no correction leaves but one that another than its author approved, or whose exception is on the case', () => {
    let sent = 0
    fc.assert(
      fc.property(deedsOfCorrecting, (all) => {
        const world = answered(classified())
        for (const deed of all) attemptDeed(world, deed)
        const drafts = world.case.cycles.flatMap((cycle) => cycle.drafts)
        for (const event of world.events) {
          if (event.type !== 'correction_sent') continue
          sent++
          const draft = drafts.find(({ id }) => id === event.facts.of?.draft)
          expect(draft?.correction).toBe(true)
          expect(draft?.approved).not.toBeNull()
          if (draft?.approved?.by === draft?.author)
            expect(world.case.exceptions.map(({ rule }) => rule)).toContain('author_approver')
        }
      }),
      runs(100),
    )
    expect(sent).toBeGreaterThan(0)
  })

  test('S6 folding is deterministic and does not depend on how it is cut', () => {
    fc.assert(
      fc.property(work, fc.nat(), ({ staff, deeds: all }, cut) => {
        const world = worked(staff, all)
        const at = cut % (world.events.length + 1)
        let state: CaseState = foldCase(world.id, world.events.slice(0, at))
        for (const event of world.events.slice(at)) state = evolve(state, event, world.id)
        expect(state).toEqual(foldCase(world.id, world.events))
        expect(state).toEqual(world.state)
      }),
      runs(40),
    )
  })

  test('evolve is total: any events in any order, with any verdicts, give a state', () => {
    const disorder = fc.array(
      fc.record({ place: fc.nat(), verdict: fc.constantFrom('pending', 'accepted', 'conflict', 'void') }),
      { maxLength: 80 },
    )
    fc.assert(
      fc.property(work, disorder, ({ staff, deeds: all }, picks) => {
        const { events, id } = worked(staff, all)
        let state: CaseState = noCase
        const opening = events.slice(0, 2)
        for (const event of [...opening, ...picks.map((pick) => disordered(events, pick))]) {
          const before = state
          state = evolve(state, event, id)
          if (event.verdict === 'conflict' || event.verdict === 'void')
            expect(state).toEqual({ ...before, unapplied: [...before.unapplied, event.id] })
          if (state.kind === 'case') assertInvariants(state, before)
        }
      }),
      runs(80),
    )
  })

  test('an event of an unknown type is kept, not thrown', () => {
    const world = begun(shippedStaff)
    const newer = {
      type: 'teleported',
      facts: {},
      id: 'x',
      at: world.now,
      actor: 'rana',
      via: 'window',
      verdict: 'accepted',
    } as unknown as RecordedCaseEvent
    expect(evolve(world.state, newer, world.id).unapplied).toEqual(['x'])
    expect(evolve(noCase, newer, world.id).unapplied).toEqual(['x'])
  })
})

function begun(staff: typeof shippedStaff | typeof loneStaff): CaseWorld {
  const world = new CaseWorld({ staff })
  world.register({}, staff === loneStaff ? 'nadia' : 'rana')
  return world
}

function worked(staff: typeof shippedStaff | typeof loneStaff, all: readonly Deed[]): CaseWorld {
  const world = begun(staff)
  for (const deed of all) attemptDeed(world, deed)
  return world
}

function disordered(
  events: readonly RecordedCaseEvent[],
  { place, verdict }: { readonly place: number; readonly verdict: string },
): RecordedCaseEvent {
  return { ...events[place % events.length], verdict } as RecordedCaseEvent
}

function assertInvariants(state: Case, before: CaseState): void {
  expect(statuses).toContain(statusOf(state))
  stageOf(state)
  for (const cycle of state.cycles) {
    if (cycle.resolution !== null || cycle.closing !== null) expect(runningPause(cycle)).toBeNull()
    if (cycle.clock.pauses.filter(({ until }) => until === null).length > 1) throw new Error('two pauses run at once')
    for (const pause of cycle.clock.pauses) if (pause.until !== null) expect(pause.until >= pause.from).toBe(true)
    for (const draft of cycle.drafts) expect(draft.approved !== null && draft.returned !== null).toBe(false)
  }
  if (state.exit !== null) expect(runningPause(state.cycles.at(-1) as Case['cycles'][number])).toBeNull()
  expect(state.cycles.slice(0, -1).every(({ endedAt }) => endedAt !== null)).toBe(true)
  if (before.kind === 'case') {
    // Earlier cycles are read-only (Z-08): the very same objects.
    before.cycles.slice(0, -1).forEach((cycle, place) => expect(state.cycles[place]).toBe(cycle))
    expect(state.reference).toBe(before.reference)
    expect(state.receivedAt).toBe(before.receivedAt)
  }
  if (statusOf(state) === 'approved') expect(openReferrals(state.cycles.at(-1) as Case['cycles'][number])).toEqual([])
}
