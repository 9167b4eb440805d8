import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import { must } from '#shared/lib/assert.ts'
import { namedInHistory } from '#core/services/named-in-history.ts'
import { namesOfView } from '#renderer/features/case/names-of-view.ts'
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
  // His own department reads his name too, before anybody of it has acted.
  const read = await office.call<CaseView>('cases.get', of, 'ali')
  const told = read.users.filter(({ id }) => liaisons.includes(id)).map(({ name }) => name.en)
  expect(told.toSorted()).toEqual(['ali', 'dana'])
})

test('F-03 whom a machine has no name of is called a colleague by his department and someone of elsewhere by an office; an id is read by nobody', () => {
  const data = { users: new Map(), namesElsewhere: new Map() }
  const id = '01a22d04-b784-7000-8000-000000000001'
  const history = [{ facts: { department: 'water', users: [id] } }, { facts: { user: id } }, { facts: {} }]
  const read = (unit: string) => namedInHistory(data, unit, history).map(({ name }) => name.en)
  expect(read('water')).toEqual(['Someone of your department', 'Someone of another unit'])
  expect(read('office')).toEqual(['Someone of another unit', 'Someone of another unit'])
})

test('F-03 G-07 the window calls whom and what it has no name of in words', () => {
  const said = (label: Label): string => label.en
  const names = namesOfView({ timeline: [], users: [], units: [], referrals: [] }, [], said)
  const id = '01a22d04-b784-7000-8000-000000000001'
  expect([names.user(id), names.unit(id), names.referral(id)]).toEqual([
    'Someone of another unit',
    'Another unit',
    'Another unit',
  ])
  expect(names.user('import')).toBe('import')
})
