import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import { staffed } from '#test/support/staffed-office.ts'
import { registerCase } from '#test/support/strict-case.ts'
import { addUser } from '#test/support/test-office.ts'

/* Who is to be told that a new referral is there stands in the referral itself: no event more, nothing personal (F-03). */

const classes = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

test('F-03 a referral keeps the liaison officers who are to be told of it, once, and the case shows their names', async () => {
  const { office, a, b, ids } = await staffed()
  const dana = await addUser(office, { username: 'dana', groups: ['liaison'], unit: a })
  const of = { case: (await registerCase(office)).reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...classes }, 'salma')
  const before = (await office.call<CaseView>('cases.get', of)).timeline.length
  const referrals = [a, b].map((department) => ({ department, text: 'للإفادة عن الموعد' }))
  await office.call('referral.refer', { ...of, referrals }, 'salma')
  const { timeline, referrals: sent, users } = await office.call<CaseView>('cases.get', of)
  const referred = timeline.filter(({ type }) => type === 'referred')
  expect(timeline).toHaveLength(before + referrals.length)
  const liaisons = [must(ids['ali'], 'a liaison of A'), dana]
  expect(referred.map(({ facts }) => facts['users'])).toEqual([liaisons.toSorted(), []])
  expect(referred.map(({ facts }) => facts['recipients'])).toEqual([2, 0])
  expect(JSON.stringify(referred.map(({ facts }) => facts))).not.toMatch(/أحمد|الموعد/)
  const names = sent.map(({ told }) => told?.map(({ name }) => name.en).toSorted())
  expect(names).toEqual([['ali', 'dana'], []])
  expect(users.map(({ id }) => id)).toEqual(expect.arrayContaining(liaisons))
})
