import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseChanges } from '#core/reports/changes/case-changes.ts'
import { changeText } from '#shared/i18n/changes.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import { addUser } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* The lines of a case's history carry what they changed, before and after (G-06). */

/** Type of each event that changed something, with its lines. */
async function changes(office: TestOffice, reference: string, as = 'admin'): Promise<readonly (readonly string[])[]> {
  const { timeline } = await office.call<CaseView>('cases.get', { case: reference }, as)
  return timeline
    .filter((entry) => entry.changes.length > 0)
    .map((entry) => [
      entry.type,
      ...entry.changes.map((change) =>
        changeText(
          change,
          { language: 'en', digits: 'latin' },
          { date: (day) => day, dateTime: (at) => at.slice(0, 10) },
        ),
      ),
    ])
}

test('G-06 classification, due date, confidentiality, handler and details say from what to what; what is set first says it in its own line', async () => {
  const { office, ids } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('triage.assign', { ...of, user: ids['omar'] }, 'nadia')
  expect(await changes(office, reference)).toEqual([])

  await office.call('triage.classify', { ...of, ...routine, complexity: 'complex' }, 'salma')
  await office.call('triage.assign', { ...of, user: ids['lina'] }, 'nadia')
  await office.call('triage.setConfidentiality', { ...of, level: 'confidential', users: [], note: '' }, 'nadia')
  const details = { subjects: ['procedure', 'product'], cause: 'unclear_procedures', complainantKind: 'citizen' }
  await office.call('triage.changeDetails', { ...of, ...details }, 'nadia')
  expect(await changes(office, reference)).toEqual([
    ['classified', 'Complexity: from Routine to Complex', 'Due date: from 2026-01-08 to 2026-01-19'],
    ['assigned', 'Handler: from omar to lina'],
    ['confidentiality_set', 'Confidentiality: from Normal to Confidential'],
    [
      'details_changed',
      'Subjects of dissatisfaction: from Procedure to Procedure, Product',
      'Cause given: from Long waiting to Unclear procedures',
    ],
  ])
})

test('G-06 R-09 another complainant is named to whoever may know him; to others the history says that it changed', async () => {
  const { office } = await staffed()
  await addUser(office, { username: 'wael', groups: ['auditor'] })
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  await office.call('intake.register', phoneForm({ person: other }))
  const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'سعاد' })
  await office.call('desk.setComplainant', {
    case: reference,
    person: person?.id,
    anonymous: false,
    contactableBy: ['phone'],
    preferred: 'phone',
    language: 'ar',
    governorate: null,
  })
  const seen = (await changes(office, reference)).find(([type]) => type === 'complainant_set') ?? []
  expect(seen[1]).toMatch(/^Complainant: from أحمد .* to سعاد/)
  expect((await changes(office, reference, 'wael')).find(([type]) => type === 'complainant_set')).toEqual([
    'complainant_set',
    'Complainant: changed; its value is not shown to you',
  ])
})

const other = { kind: 'new', details: { given: 'سعاد', family: 'العلي', mobile: '0791234588' } }

test('G-06 F-04 a date that a department stated changes the due date of its referral, and the department sees its own line', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const { referrals } = await office.call<CaseView>('cases.get', of)
  const acknowledged = { ...of, referral: referrals[0]?.id, statedAt: at('2026-01-06 12:00') }
  await office.call('referral.acknowledge', acknowledged, 'ali')
  const line = ['ref_ack', 'Due date of the referral: from 2026-01-07 to 2026-01-06']
  expect(await changes(office, reference)).toContainEqual(line)
  expect(await changes(office, reference, 'ali')).toEqual([line])
})

test('G-06 Z-08 a later cycle has its own rating: the one before is not said to have changed, a correction of it is', () => {
  const rated = (id: string, rating: string) => ({ id, type: 'rated', facts: { rating }, verdict: 'accepted' as const })
  const reopened = {
    id: 'again',
    type: 'reopened',
    facts: { due: { at: '2026-01-19T12:00:00.000Z' } },
    verdict: 'accepted' as const,
  }
  const told = caseChanges(
    [rated('first', 'satisfied'), rated('corrected', 'not_satisfied'), reopened, rated('second', 'satisfied')],
    null as never,
  )
  expect(told.get('corrected')).toHaveLength(1)
  expect(told.get('second')).toEqual([])
})
