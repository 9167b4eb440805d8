import { describe, expect, test } from 'vitest'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseReach } from '#shared/domain/case/audience.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { disclosureMark } from '#shared/domain/case/disclosure-mark.ts'
import { must } from '#shared/lib/assert.ts'
import type { RequestId } from '#shared/domain/case/event-parts.ts'
import type { Referral } from '#shared/domain/case/state.ts'
import { classified, referTo, routine } from '#test/support/case-steps.ts'
import { runDuties, takes } from '#test/support/duty-world.ts'
import { CaseWorld, departmentA, departmentB, directorateOfA } from '#test/support/case-world.ts'

function referred(): { readonly world: CaseWorld; readonly referral: Referral['id'] } {
  const world = classified()
  return { world, referral: referTo(world) as Referral['id'] }
}

const lastRequest = (world: CaseWorld): RequestId => world.cycle.referrals.at(-1)?.requests.at(-1)?.id as RequestId

const offers = (world: CaseWorld, user: string) =>
  allowedCommands(world.state, { ...world.actor(user), settings: world.settings })

describe('directorates inside a department', () => {
  test('F-05 what is asked of a directorate and what it needs is recorded; the clock of the referral goes on', () => {
    const { world, referral } = referred()
    const [before] = world.cycle.referrals
    world.do('ask_directorate', { referral, directorate: directorateOfA, text: 'كم تحتاجون؟' }, 'ali')
    world.at('2026-01-06 10:00')
    const request = lastRequest(world)
    const neededUntil = world.local('2026-01-08 12:00')
    world.do('answer_for_directorate', { referral, request, neededUntil, text: 'ثلاثة أيام' }, 'ali')
    const [after] = world.cycle.referrals
    expect(after?.requests).toMatchObject([{ directorate: directorateOfA, answered: { at: world.now, neededUntil } }])
    expect({ ...after, requests: [] }).toEqual(before)
  })

  test('F-05 only a directorate of that department, asked by that department or the team', () => {
    const { world, referral } = referred()
    const asked = { referral, text: '؟' }
    expect(world.refusal('ask_directorate', { ...asked, directorate: departmentB }, 'ali')).toBe('directorate-unknown')
    expect(world.refusal('ask_directorate', { ...asked, directorate: directorateOfA }, 'badr')).toBe(
      'referral-of-other-department',
    )
    expect(offers(world, 'ali')).not.toContain('answer_for_directorate')
    world.do('ask_directorate', { ...asked, directorate: directorateOfA }, 'salma')
    expect(offers(world, 'ali')).toContain('answer_for_directorate')
  })

  test('F-05 a request is answered once', () => {
    const { world, referral } = referred()
    world.do('ask_directorate', { referral, directorate: directorateOfA, text: '؟' }, 'ali')
    const request = lastRequest(world)
    const answer = { referral, request, neededUntil: null, text: 'لا شيء' }
    world.do('answer_for_directorate', answer, 'ali')
    expect(world.refusal('answer_for_directorate', answer, 'ali')).toBe('directorate-not-asked')
    expect(offers(world, 'ali')).not.toContain('answer_for_directorate')
  })
})

test('F-07 a question is offered to be answered to the side that was asked, not to the department that asked it', () => {
  const own = referred()
  own.world.do('ask_clarification', { referral: own.referral, by: 'department', text: '؟' }, 'ali')
  expect(offers(own.world, 'ali')).not.toContain('answer_clarification')
  expect(offers(own.world, 'salma')).toContain('answer_clarification')
  const teams = referred()
  teams.world.do('ask_clarification', { referral: teams.referral, by: 'team', text: '؟' }, 'salma')
  expect(offers(teams.world, 'ali')).toContain('answer_clarification')
})

describe('disclosure of the complainant to the department of one referral', () => {
  test('B-17 R-09 it says to which referral, why and until when, and ends by a person’s word', () => {
    const { world, referral } = referred()
    const until = world.local('2026-01-12 15:00')
    const events = world.do('disclose', { referral, until, note: 'زيارة لمنزله' }, 'salma')
    const person = world.case.complainant?.person
    const mark = disclosureMark(world.context('salma').hash, referral, must(person, 'a known complainant'))
    expect(events).toEqual([{ type: 'disclosed', facts: { referral, until, mark }, private: { text: 'زيارة لمنزله' } }])
    expect(JSON.stringify(events)).not.toContain(person)
    expect([...caseReach(world.case).disclosed]).toEqual([[departmentA, until]])
    world.do('end_disclosure', { referral }, 'nadia')
    expect(caseReach(world.case).disclosed.size).toBe(0)
    expect(world.refusal('end_disclosure', { referral }, 'nadia')).toBe('disclosure-ended')
  })

  test('B-17 it needs a reason, a time to come, and the rights to refer and to know', () => {
    const { world, referral } = referred()
    const until = world.local('2026-01-12 15:00')
    expect(() => world.try('disclose', { referral, until, note: ' ' }, 'salma')).toThrow()
    expect(world.refusal('disclose', { referral, until: world.now, note: 'سبب' }, 'salma')).toBe('time-not-later')
    expect(world.refusal('disclose', { referral, until, note: 'سبب' }, 'rana')).toBe('not-allowed')
    expect(world.refusal('disclose', { referral, until, note: 'سبب' }, 'ali')).toBe('not-allowed')
  })

  test('B-17 a case without a name has nobody to disclose', () => {
    const world = new CaseWorld()
    const nobody = { person: null, anonymous: true, contactableBy: [], preferred: null, language: 'ar' as const }
    world.register({ type: 'report', complainant: { ...nobody, governorate: null } })
    world.do('accept', {}, 'salma')
    world.do('classify', routine, 'salma')
    const referral = referTo(world) as Referral['id']
    expect(offers(world, 'salma')).not.toContain('disclose')
    const until = world.local('2026-01-12 15:00')
    expect(world.refusal('disclose', { referral, until, note: 'سبب' }, 'salma')).toBe('disclosure-of-nobody')
  })

  test('B-17 a disclosure ends by itself at its time, not before it', () => {
    const { world, referral } = referred()
    const until = world.local('2026-01-07 15:00')
    world.do('disclose', { referral, until, note: 'زيارة لمنزله' }, 'salma')
    const ended = { type: 'disclosure_ended', facts: { referral }, private: null } as CaseEvent
    expect(takes(world, ended)).toBe('void')
    world.at('2026-01-07 15:01')
    expect(runDuties(world).map(({ type }) => type)).toContain('disclosure_ended')
    expect(world.cycle.referrals[0]?.disclosedUntil).toBeNull()
  })
})
