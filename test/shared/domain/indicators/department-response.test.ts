import { expect, test } from 'vitest'
import type { Referral } from '#shared/domain/case/state.ts'
import { allFigures, findFigure } from '#shared/domain/indicators/all-figures.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { factsAsOf } from '#shared/domain/indicators/facts-as-of.ts'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { must } from '#shared/lib/assert.ts'
import { at, caseOf } from './hand-built-case.ts'
import type { ReferralPlan } from './hand-built-case.ts'
import { fixtureContext } from './worked-fixture.ts'

/** A complaint answered on 8 January whose one referral, sent on the 5th, is due on the 7th at 15:00. */
function referred(id: string, plan: Partial<ReferralPlan>, change: Partial<Referral> = {}): CaseRecord {
  const state = caseOf({
    id,
    channel: 'phone',
    cycles: [
      {
        start: '05 Jan 09:00',
        accepted: '05 Jan 09:00',
        resolved: '08 Jan 10:00',
        handler: 'u1',
        referrals: [{ to: 'A', sent: '05 Jan 09:00', ...plan }],
      },
    ],
  })
  const cycles = state.cycles.map((cycle) => ({
    ...cycle,
    referrals: cycle.referrals.map((referral) => ({ ...referral, ...change })),
  }))
  return factsOf({ ...state, cycles })
}

function figure(records: readonly CaseRecord[], code: string): Figure | null {
  return findFigure(allFigures(records, fixtureContext), code, { department: 'A' })
}

test('K6 K8 a referral that the team waived before it fell due is in no cohort, one waived later is', () => {
  const waived = (time: string): Partial<Referral> => ({ status: 'waived', endedAt: at(time) })
  const records = [
    referred('BEFORE', {}, waived('07 Jan 14:59')),
    referred('AFTER', {}, waived('08 Jan 09:00')),
    referred('REPLIED', { replied: '06 Jan 09:00' }),
  ]
  for (const code of ['K6a', 'K6b', 'K6c', 'K8'])
    expect(figure(records, code), code).toMatchObject({ cases: ['AFTER', 'REPLIED'], denominator: 2 })
})

test('K6d the way to the acknowledgement and from there to the reply, median and 90th percentile each', () => {
  const records = [
    referred('A', { ack: '05 Jan 09:10', replied: '05 Jan 10:10' }),
    referred('B', { ack: '05 Jan 09:20', replied: '05 Jan 11:20' }),
    referred('C', { ack: '05 Jan 11:00', replied: '06 Jan 09:00' }),
  ]
  const codes = ['K6d.ack.median', 'K6d.ack.p90', 'K6d.reply.median', 'K6d.reply.p90']
  expect(codes.map((code) => figure(records, code)?.value)).toEqual([20, 120, 120, 300])
})

test('K6e a reply is good that was approved without a question back and without a returned draft', () => {
  const records = [
    referred('GOOD', { replied: '06 Jan 09:00' }),
    referred('ASKED', { replied: '06 Jan 09:00' }, { clarifications: 1 }),
  ]
  expect(figure(records, 'K6e')).toMatchObject({ cases: ['GOOD', 'ASKED'], counted: ['GOOD'] })
})

test('F-07 P4 a reply that the team asked about leaves its department with an open referral until that is answered, then as now', () => {
  const asked = (answered: string | null): Partial<Referral> => ({
    endedAt: answered === null ? null : at(answered),
    clarifications: 1,
    askedAgain: { at: at('06 Jan 11:00'), answeredAt: answered === null ? null : at(answered) },
  })
  const records = [
    referred('WAITS', { replied: '06 Jan 09:00' }, asked(null)),
    referred('IN_TIME', { replied: '06 Jan 09:00' }, asked('07 Jan 09:00')),
    referred('AFTERWARDS', { replied: '06 Jan 09:00' }, asked('02 Apr 09:00')),
    referred('NEVER', { replied: '06 Jan 09:00' }),
  ]
  for (const code of ['DEPT.open', 'DEPT.overdue'])
    expect(figure(records, code)?.cases, code).toEqual(['WAITS', 'AFTERWARDS'])
  expect(figure(records, 'K6a')?.counted, 'they did reply').toHaveLength(4)
  const record = must(records[2], 'the third')
  const later = { ...record, of: { ...record.of, lastEventAt: at('02 Apr 09:00') } }
  const [referral] = factsAsOf(later, at('06 Jan 10:00'))?.referrals ?? []
  expect(referral).toMatchObject({ askedAgainAt: null, answeredAgainAt: null })
})
