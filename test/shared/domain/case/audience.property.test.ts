import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { audienceName } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import { caseMembers, caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import type { ReferralId } from '#shared/domain/case/event-parts.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { attemptDeed, deeds } from '#test/support/case-commands.ts'
import { CaseWorld, centralUnit, departmentA, departmentB } from '#test/support/case-world.ts'
import { classified, referTo } from '#test/support/case-steps.ts'
import { runs } from '#test/support/effort.ts'

const departments: readonly Audience[] = [departmentA, departmentB].map((unit) => ({ kind: 'department', unit }))
const units = new Map()
/** Ids of people in the random work. */
const person = '0190a000'

function worked(all: Parameters<typeof attemptDeed>[1][]): CaseWorld {
  const world = new CaseWorld()
  world.register()
  for (const deed of all) attemptDeed(world, deed)
  return world
}

describe('the audience of a case under random work', () => {
  test('R-09 SYNC-FEED-3 a department holds facts of shared events and all of its own live referrals, nothing else', () => {
    let held = 0
    fc.assert(
      fc.property(deeds(60), (all) => {
        const world = worked(all)
        const reach = caseReach(world.case)
        for (const audience of departments)
          for (const { type, facts } of world.events) {
            const share = shareOfCaseEvent({ type, referral: referralNamed(facts) }, audience, reach)
            const { audience: audienceClass } = caseEvents[type]
            if (share === 'none') continue
            held++
            expect(['shared', 'referral']).toContain(audienceClass)
            expect(share).toBe(audienceClass === 'referral' ? 'all' : 'facts')
            const referral = referralNamed(facts)
            if (referral !== null) expect(audienceName(audience)).toBe(`department:${reach.referrals.get(referral)}`)
            expect(JSON.stringify(facts)).not.toContain(person)
          }
      }),
      runs(60),
    )
    expect(held).toBeGreaterThan(0)
  })

  test('SYNC-FEED-4 SYNC-FEED-5 SYNC-FEED-6 members are office, central and departments with a live referral; of a strict case its own feed', () => {
    fc.assert(
      fc.property(deeds(60), (all) => {
        const world = worked(all)
        const members = caseMembers(caseReach(world.case), units).map(audienceName)
        if (world.case.confidentiality === 'strict') {
          expect(members).toEqual([`case:${world.id}`])
          return
        }
        const live = world.case.cycles
          .flatMap(({ referrals }) => referrals)
          .filter(({ status }) => !['returned', 'cancelled', 'waived'].includes(status))
          .filter(({ department }) => world.case.complainedAbout.every(({ unit }) => unit !== department))
        const owner = world.case.office
        const expected = [
          'central',
          ...(owner === centralUnit ? [] : [`office:${owner}`]),
          ...live.map(({ department }) => `department:${department}`),
        ]
        expect(new Set(members)).toEqual(new Set(expected))
      }),
      runs(60),
    )
  })

  test('R-09 a disclosure lasts as long as its referral is live, and to its own end', () => {
    const world = classified()
    const referral = referTo(world) as ReferralId
    const until = instantFromMs(msOf(world.now) + 86_400_000)
    expect(caseReach(world.case).disclosed.size).toBe(0)
    world.append({ type: 'disclosed', facts: { referral, until }, private: { text: 'للتواصل' } }, 'nadia')
    expect([...caseReach(world.case).disclosed]).toEqual([[departmentA, until]])
    const returned = worldAfter(world)
    returned.do('return_referral', { referral, reason: 'not_in_remit', note: '', proposedDepartment: null }, 'ali')
    expect(caseReach(returned.case).disclosed.size).toBe(0)
    world.append({ type: 'disclosure_ended', facts: { referral }, private: null }, 'nadia')
    expect(caseReach(world.case).disclosed.size).toBe(0)
  })
})

/** The same case, to be led elsewhere. */
function worldAfter(world: CaseWorld): CaseWorld {
  const other = new CaseWorld()
  other.now = world.now
  other.state = world.state
  return other
}
