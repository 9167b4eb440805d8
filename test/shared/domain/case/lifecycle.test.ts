import { describe, expect, test } from 'vitest'
import { admission } from '#shared/domain/case/admission.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { statuses } from '#shared/domain/case/codes.ts'
import { caseCommands } from '#shared/domain/case/commands.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import { lifecycle, lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import { noCase } from '#shared/domain/case/state.ts'
import { flagsOf } from '#shared/domain/case/status.ts'
import { refusalCatalogue } from '#shared/lib/refusals/catalogue.ts'
import { answered, classified, closedCase, drafted, referTo, resolvedCase } from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, departmentB } from '#test/support/case-world.ts'

const offers = (world: CaseWorld, user: string) =>
  allowedCommands(world.state, { ...world.actor(user), settings: world.settings })

describe('the table', () => {
  test('every command has a row, every event a way in', () => {
    expect(Object.keys(lifecycle).sort()).toEqual(Object.keys(caseCommands).sort())
    expect([...Object.keys(admission), 'received', 'registered'].sort()).toEqual(Object.keys(caseEvents).sort())
  })

  test('L-02 no status but a resolved one leads to closing, and every status takes a note', () => {
    const closing = statuses.filter((status) => lifecycleRow('close').statuses.includes(status))
    expect(closing).toEqual(['resolved', 'unreachable'])
    expect(lifecycleRow('add_note').statuses).toEqual(statuses)
  })

  test('Z-08 a case that ended offers no step of its cycle', () => {
    const steps = Object.values(lifecycle).filter(({ kind }) => kind === 'step')
    const inClosed = steps.filter(({ statuses: allowed }) => (allowed as readonly string[]).includes('closed'))
    expect(inClosed).toEqual([
      lifecycle.settle_conflict,
      lifecycle.link,
      lifecycle.unlink,
      lifecycle.submit_draft,
      lifecycle.return_draft,
      lifecycle.approve_draft,
      lifecycle.send_correction,
      lifecycle.reopen,
    ])
  })

  test('refusals speak both languages and name the same values', () => {
    for (const [code, { ar, en }] of Object.entries(refusalCatalogue)) {
      expect(ar, code).toMatch(/[\u0600-\u06FF]/)
      expect(placesOf(ar), code).toEqual(placesOf(en))
    }
  })
})

describe('status', () => {
  test('the status follows the work', () => {
    const world = new CaseWorld()
    world.register()
    expect(world.status).toBe('registered')
    world.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
      'salma',
    )
    expect(world.status).toBe('triage')
    world.do('accept', {}, 'salma')
    expect(world.status).toBe('accepted')
    world.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'third_party', priority: null },
      'salma',
    )
    expect(world.status).toBe('third_party')
  })

  test('B-04 of several departments the worst state shows', () => {
    const world = classified()
    world.do(
      'refer',
      {
        referrals: [
          { department: departmentA, text: 'أ' },
          { department: departmentB, text: 'ب' },
        ],
      },
      'salma',
    )
    const [a, b] = world.cycle.referrals.map(({ id }) => id)
    world.do('acknowledge_referral', { referral: a ?? '', statedAt: world.local('2026-01-06 12:00') }, 'ali')
    expect(world.status).toBe('referred')
    world.do('acknowledge_referral', { referral: b ?? '', statedAt: world.local('2026-01-06 12:00') }, 'badr')
    expect(world.status).toBe('in_progress')
    world.do('return_referral', { referral: b ?? '', reason: 'not_in_remit', proposedDepartment: null }, 'badr')
    expect(world.status).toBe('returned')
  })
})

describe('flags', () => {
  const boundaries = (world: CaseWorld) => ({
    soon: world.local('2026-01-07 15:00'),
    stale: world.local('2026-01-01 15:00'),
  })

  test('W8 a case is overdue after its due minute, and due soon before', () => {
    const world = classified({}, { complexity: 'critical' })
    const due = world.cycle.clock.dueNow.at
    expect(flagsOf(world.case, due, boundaries(world))).toMatchObject({ overdue: false, dueSoon: true })
    expect(flagsOf(world.case, world.local('2026-01-06 15:01'), boundaries(world))).toMatchObject({
      overdue: true,
      dueSoon: false,
    })
  })

  test('W4 a paused case does not become overdue; past the cap of its question it does', () => {
    const world = classified()
    world.do('request_info', { channel: 'phone', text: '؟' }, 'salma')
    expect(flagsOf(world.case, world.local('2026-01-18 09:00'), boundaries(world)).overdue).toBe(false)
    expect(flagsOf(world.case, world.local('2026-02-18 09:00'), boundaries(world)).overdue).toBe(true)
  })

  test('bug 5 followers and ended cases are in no late list', () => {
    const world = classified()
    world.do('link', { lead: [...world.links.known][0] as never, kind: 'duplicate' }, 'salma')
    const later = world.local('2026-05-05 09:00')
    expect(flagsOf(world.case, later, boundaries(world))).toEqual({
      overdue: false,
      dueSoon: false,
      escalation: 0,
      stale: false,
    })
    const done = resolvedCase()
    expect(flagsOf(done.case, later, boundaries(done))).toMatchObject({ overdue: false, stale: false })
  })

  test('E-03 F-10 the highest rung climbed shows, and a case without entries is stale', () => {
    const world = classified()
    const referral = referTo(world)
    world.do('escalate', { referral: referral as never, rung: 2 }, 'salma')
    world.do('escalate', { referral: null, rung: 1 }, 'salma')
    const flags = flagsOf(world.case, world.now, { soon: world.now, stale: world.now })
    expect(flags).toMatchObject({ escalation: 2, stale: true })
  })
})

describe('what the window offers', () => {
  test('each actor sees his own next steps', () => {
    const world = classified()
    expect(allowedCommands(noCase, { ...world.actor('rana'), settings: world.settings })).toEqual(['register'])
    expect(offers(world, 'salma')).toEqual(expect.arrayContaining(['refer', 'submit_draft', 'classify']))
    expect(offers(world, 'rana')).not.toContain('refer')
    referTo(world)
    expect(offers(world, 'salma')).not.toContain('submit_draft')
    expect(offers(world, 'ali')).toEqual(
      expect.arrayContaining(['acknowledge_referral', 'return_referral', 'reply_to_referral']),
    )
  })

  test('draft, approval, satisfaction, closing, reopening come one after the other', () => {
    const world = classified()
    drafted(world)
    expect(offers(world, 'omar')).toContain('approve_draft')
    expect(offers(answered(classified()), 'huda')).toEqual(
      expect.arrayContaining(['rate', 'decline_rating', 'declare_unreachable']),
    )
    expect(offers(answered(classified()), 'huda')).not.toContain('close')
    expect(offers(closedCase(), 'huda')).toContain('reopen')
  })
})

function placesOf(sentence: string): readonly string[] {
  return [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '').sort()
}
