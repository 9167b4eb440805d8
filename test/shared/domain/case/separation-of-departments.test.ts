import { describe, expect, test } from 'vitest'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseMembers, caseReach } from '#shared/domain/case/audience.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import { admit } from '#shared/domain/case/admit.ts'
import { policyOf } from '#shared/domain/case/decide.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { mayOpen } from '#shared/domain/case/may-open.ts'
import { approved, classified, lastDraft, referTo } from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, departmentB, office, shippedStaff } from '#test/support/case-world.ts'
import { runDuties, user } from '#test/support/duty-world.ts'

/** The team has two of department A among it, one of them in charge of staff 17. */
const staff = {
  ...shippedStaff,
  amal: { unit: departmentA, groups: ['complaint_team'] },
  omar: { unit: office, groups: ['complaint_team'], staffId: '17' },
} as const

const see = (world: CaseWorld, name: string): boolean => mayOpen(world.case, world.actor(name))

const about = (world: CaseWorld, staffId: string, unit: string) =>
  world.do('set_complained_about', { employees: [{ staffId, unit: unit as never }], note: 'بحسب نص الشكوى' }, 'salma')

const assigned = { type: 'assigned', facts: { user: 'amal', unit: departmentA }, private: null } as unknown as CaseEvent

const judged = (world: CaseWorld, event: CaseEvent, actor: string) =>
  admit(
    world.state,
    { event, actor: actor as never, at: world.now, via: 'window', expects: {}, sameCommit: [] },
    policyOf(world.context(actor)),
  )

describe('who belongs to a department stays out of a complaint against it', () => {
  test('G-04 nobody of an answering department writes or approves the answer', () => {
    const world = classified({ staff })
    const referral = referTo(world)
    world.do('reply_to_referral', { referral: referral as never, text: 'تم' }, 'ali')
    const draft = { text: 'رد', language: 'ar' as const }
    expect(world.refusal('submit_draft', draft, 'amal')).toBe('department-approves-itself')
    world.do('submit_draft', draft, 'salma')
    expect(world.refusal('approve_draft', { draft: lastDraft(world) as never }, 'amal')).toBe(
      'department-approves-itself',
    )
  })

  test('G-04 the case is not given to someone of it, nor referred to the unit of its handler', () => {
    const world = classified({ staff })
    world.append(assigned, 'salma')
    expect(world.refusal('refer', { referrals: [{ department: departmentA, text: 'x' }] }, 'salma')).toBe(
      'department-handles-itself',
    )
    const other = classified({ staff })
    referTo(other)
    expect(judged(other, assigned, 'salma')).toMatchObject({
      kind: 'held',
      refusal: { code: 'department-handles-itself' },
    })
  })

  test('G-04 nobody of it measures how satisfied the client is', () => {
    const world = new CaseWorld({ staff: { ...staff, huda: { unit: departmentA, groups: ['satisfaction_team'] } } })
    world.register()
    world.do('accept', {}, 'salma')
    world.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
      'salma',
    )
    const referral = referTo(world)
    world.do('reply_to_referral', { referral: referral as never, text: 'تم' }, 'ali')
    const draft = approved(world, 'salma', 'omar')
    world.do('record_reply_sent', { draft: draft as never, delivery: 'office_mailbox', sentAt: world.now }, 'omar')
    expect(world.refusal('rate', { rating: 'satisfied', mode: 'phone', ratedAt: world.now }, 'huda')).toBe(
      'department-approves-itself',
    )
    const facts = { attempts: 3, protocolMet: true }
    const unreachable = { type: 'unreachable_declared', facts, private: { text: '' } } as CaseEvent
    expect(judged(world, unreachable, 'huda')).toMatchObject({ refusal: { code: 'department-approves-itself' } })
  })
})

describe('a complaint about an employee', () => {
  test('G-05 neither he nor anyone of his unit opens it, whatever his rights, also as a named user', () => {
    const world = classified({ staff })
    expect([see(world, 'omar'), see(world, 'ali')]).toEqual([true, true])
    about(world, '١٧ ', departmentA)
    expect([see(world, 'omar'), see(world, 'ali'), see(world, 'amal')]).toEqual([false, false, false])
    expect([see(world, 'salma'), see(world, 'badr')]).toEqual([true, true])
    world.do('set_confidentiality', { level: 'strict', users: ['omar', 'salma'] as never }, 'salma')
    expect(see(world, 'omar')).toBe(false)
    expect(allowedCommands(world.state, { ...world.actor('omar'), settings: world.settings })).toEqual([])
    expect(world.refusal('add_note', { text: 'x' }, 'omar')).toBe('case-not-yours-to-open')
  })

  test('G-05 of the office that owns the case only he is kept out: somebody must work it', () => {
    const world = classified({ staff })
    about(world, '17', office)
    expect([see(world, 'omar'), see(world, 'salma')]).toEqual([false, true])
    expect(world.refusal('assign', { user: 'omar' as never }, 'salma')).toBe('handler-complained-about')
  })

  test('G-05 SYNC-FEED-5 his unit is no member, is asked nothing, and is told nothing', () => {
    const world = classified({ staff })
    referTo(world)
    const members = (): readonly string[] => caseMembers(caseReach(world.case), new Map()).map(audienceName)
    expect(members()).toContain(`department:${departmentA}`)
    about(world, '99', departmentA)
    expect(members()).toEqual([`office:${office}`, 'central'])
    const again = { referrals: [{ department: departmentA, text: 'x' }] }
    expect(world.refusal('refer', again, 'salma')).toBe('department-complained-about')
    world.at('2026-03-01 09:00')
    const told = runDuties(world, {
      users: [user('ali', departmentA, ['liaison']), user('nadia', office, ['team_head'])],
    })
    expect(told.flatMap(({ facts }) => ('users' in facts ? (facts.users ?? []) : []))).not.toContain('ali')
  })

  test('G-05 who was named by mistake is let in again', () => {
    const world = classified({ staff })
    about(world, '99', departmentB)
    world.do('set_complained_about', { employees: [], note: 'خطأ' }, 'rana')
    expect(see(world, 'badr')).toBe(true)
    expect(() => about(world, '99', 'nowhere')).toThrow('unit-unknown')
  })
})
