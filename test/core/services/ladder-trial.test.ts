import { expect, test } from 'vitest'
import type { LadderPreview } from '#shared/contract/desktop/admin.ts'
import { shippedLadder } from '#shared/domain/lists/ladder.ts'
import type { Ladder } from '#shared/domain/lists/ladder.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import { addUser } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* A ladder tried on a case before it is set: who would be told when, and nothing is written (E-02, E-03, E-04). */

const classification = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

/** Referred on Monday 5 January 2026 at 09:00, due on Wednesday at 15:00. */
async function referred() {
  const { office, a } = await staffed()
  const { reference } = await registerCase(office)
  await office.call('triage.accept', { case: reference }, 'salma')
  await office.call('triage.classify', { case: reference, ...classification }, 'salma')
  await office.call('referral.refer', { case: reference, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  return { office, reference, a }
}

const tried = (office: TestOffice, reference: string, ladder: Ladder) =>
  office.call<readonly LadderPreview[]>('admin.previewLadder', { case: reference, ladder }, 'nadia')

const namesOf = ([preview]: readonly LadderPreview[]): readonly (readonly string[])[] =>
  preview?.rungs.map(({ told }) => told.map(({ name }) => name.en)) ?? []

const later: Ladder = {
  rungs: [
    { rung: 1, moment: { kind: 'due', workingDays: 0 }, unit: 'department', groups: ['liaison'] },
    { rung: 2, moment: { kind: 'due', workingDays: 1 }, unit: 'office', groups: ['team_head'] },
  ],
}

test('E-02 E-03 a ladder that is not set yet says who would be told when, and writes nothing', async () => {
  const { office, reference } = await referred()
  const before = await office.call('system.stateHash')
  const found = await tried(office, reference, later)
  expect(found).toMatchObject([
    {
      department: { en: 'Department A' },
      rungs: [
        { rung: 1, at: at('2026-01-07 15:00'), climbed: false },
        { rung: 2, at: at('2026-01-08 15:00'), climbed: false },
      ],
    },
  ])
  expect(namesOf(found)).toEqual([['ali'], ['nadia']])
  expect(await office.call('system.stateHash')).toEqual(before)
  expect(await office.call('admin.ladder')).toEqual(shippedLadder)
})

test('E-04 E-02 whoever is away is told nothing: a colleague of his group is, and where there is none the next above', async () => {
  const { office, reference, a } = await referred()
  const users = await office.call<readonly { id: string; username: string }[]>('admin.users')
  const ali = users.find(({ username }) => username === 'ali')
  await addUser(office, { username: 'badr', groups: ['liaison'], unit: a })
  expect(namesOf(await tried(office, reference, later))[0]).toEqual(expect.arrayContaining(['ali', 'badr']))
  await office.call('admin.setUser', { ...ali, active: false })
  expect(namesOf(await tried(office, reference, later))[0]).toEqual(['badr'])
  const badr = (await office.call<typeof users>('admin.users')).find(({ username }) => username === 'badr')
  await office.call('admin.setUser', { ...badr, active: false })
  expect(namesOf(await tried(office, reference, later))[0]).toEqual(['nadia'])
})

test('E-02 F-12 what falls to whoever is on leave falls to his deputy, for as long as the leave lasts', async () => {
  const { office, reference, a } = await referred()
  const users = await office.call<readonly { id: string; username: string }[]>('admin.users')
  const ali = users.find(({ username }) => username === 'ali')
  const deputy = await addUser(office, { username: 'dana', groups: ['complaint_officer'], unit: a })
  const onLeave = (until: string) =>
    office.call('admin.setUser', { ...ali, leave: { from: '2026-01-01', until, deputy } })
  await onLeave('2026-01-31')
  expect(namesOf(await tried(office, reference, later))[0]).toEqual(['dana'])
  await onLeave('2026-01-02')
  expect(namesOf(await tried(office, reference, later))[0]).toEqual(['ali'])
})

test('E-03 R-08 a falling ladder, a case that one may not open, and whoever sets no ladder are refused', async () => {
  const { office, reference } = await referred()
  const falling = { rungs: later.rungs.map((rung) => ({ ...rung, rung: 3 - rung.rung })) }
  expect(await office.refused('admin.previewLadder', { case: reference, ladder: falling }, 'nadia')).toBe(
    'ladder-order',
  )
  const hidden = await strictCase(office)
  const asked = { case: hidden.reference, ladder: later }
  expect(await office.refused('admin.previewLadder', asked, 'nadia')).toBe('not-found')
  expect(await office.refused('admin.previewLadder', { case: reference, ladder: later }, 'salma')).toBe('not-allowed')
})
