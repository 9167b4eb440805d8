import { describe, expect, it } from 'vitest'
import type { OtherRecords } from '#shared/contract/desktop/people.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import type { CallerHistory, CaseView } from '#shared/contract/desktop/views.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* One human who was registered twice in one office: found, joined and parted by a person (L-16, R-10). */

const document = { country: 'JO', kind: 'national_id', number: '9871236540' }
const asNew = (given: string, number = document.number) => ({
  person: { kind: 'new', details: { given, family: 'الحسن', mobile: '0796128357', document: { ...document, number } } },
})

async function personOf(office: TestOffice, { reference }: Registered): Promise<string> {
  const { person } = await office.call<CaseView>('cases.get', { case: reference })
  return person?.id ?? ''
}

const recordsOf = (office: TestOffice, id: string, as = 'admin'): Promise<OtherRecords> =>
  office.call<OtherRecords>('people.records', { id }, as)

describe('two records of one human in one office', () => {
  it('L-16 R-10 the same document is proposed, what is joined shows the cases of both, and what is parted those of one', async () => {
    const office = await testOffice()
    const [one, two, other] = [
      await registerCase(office, asNew('ليلى')),
      await registerCase(office, asNew('ليلا')),
      await registerCase(office, asNew('سامي', '9871236557')),
    ]
    const [first, second] = [await personOf(office, one), await personOf(office, two)]
    expect(await recordsOf(office, first)).toMatchObject({
      asked: { kind: 'stand_alone' },
      records: [{ id: second, standing: 'proposed', person: { id: second } }],
      cases: [],
    })
    expect((await recordsOf(office, await personOf(office, other))).records).toEqual([])
    await office.call('people.join', { id: first, other: second })
    for (const id of [first, second]) {
      const { total, cases } = await office.call<CallerHistory>('people.get', { id })
      expect(total).toBe(2)
      expect(cases.map(({ reference }) => reference)).toEqual([two.reference, one.reference])
    }
    expect((await recordsOf(office, second)).records).toMatchObject([{ id: first, standing: 'joined' }])
    await office.reopen()
    await office.call('system.doctor', { rebuild: true })
    expect((await recordsOf(office, second)).records).toMatchObject([{ id: first, standing: 'joined' }])
    await office.call('people.part', { id: second, other: first })
    expect((await recordsOf(office, first)).records).toMatchObject([{ id: second, standing: 'parted' }])
    expect((await office.call<CallerHistory>('people.get', { id: first })).total).toBe(1)
  })

  it('S13 L-16 what a machine whose clock ran ahead had joined is parted from the other side', async () => {
    const office = await testOffice()
    const [first, second] = [
      await personOf(office, await registerCase(office, asNew('ليلى'))),
      await personOf(office, await registerCase(office, asNew('ليلا'))),
    ]
    const { now } = office
    office.now = Instant.parse(new Date(Date.now() + 60_000).toISOString())
    await office.call('people.join', { id: first, other: second })
    office.now = now
    await office.call('people.part', { id: second, other: first })
    expect((await recordsOf(office, first)).records).toMatchObject([{ id: second, standing: 'parted' }])
    await office.call('people.join', { id: first, other: second })
    expect((await recordsOf(office, second)).records).toMatchObject([{ id: first, standing: 'joined' }])
  })

  it('R-08 a record of which one may see no case is neither proposed nor joined', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const seen = await personOf(office, await registerCase(office, asNew('ليلى')))
    const hidden = await personOf(office, await strictCase(office, asNew('ليلا')))
    expect((await recordsOf(office, seen, 'rana')).records).toEqual([])
    expect((await recordsOf(office, seen)).records).toMatchObject([{ id: hidden }])
    expect(await office.refused('people.join', { id: seen, other: hidden }, 'rana')).toBe('not-found')
    await office.call('people.join', { id: seen, other: hidden })
    expect((await office.call<CallerHistory>('people.get', { id: seen }, 'rana')).total).toBe(1)
    expect((await recordsOf(office, seen, 'rana')).records).toEqual([])
  })

  it('L-16 nobody is joined with himself or with whom nobody knows', async () => {
    const office = await testOffice()
    const id = await personOf(office, await registerCase(office, asNew('ليلى')))
    const unknown = '018f0000-0000-7000-8000-000000000001'
    for (const other of [id, unknown]) expect(await office.refused('people.join', { id, other })).toBe('not-found')
  })

  it('S19 L-16 whoever is joined with one who has an open case is not forgotten, and nothing is joined with him after', async () => {
    const office = await testOffice()
    const [one, two] = [await registerCase(office, asNew('ليلى')), await registerCase(office, asNew('ليلا'))]
    const [first, second] = [await personOf(office, one), await personOf(office, two)]
    await office.call('triage.withdraw', { case: one.reference, note: '' })
    await office.call('people.join', { id: first, other: second })
    expect(await office.refused('people.forget', { id: first, reason: 'request' })).toBe('person-has-open-cases')
    await office.call('triage.withdraw', { case: two.reference, note: '' })
    await office.call('people.part', { id: first, other: second })
    await office.call('people.forget', { id: first, reason: 'request' })
    expect((await recordsOf(office, second)).records).toEqual([])
    expect((await office.call<CallerHistory>('people.get', { id: second })).total).toBe(1)
  })

  it('S19 L-16 R-08 all joined records that one may see are forgotten at once, and one that one may not see stays', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const made = [await registerCase(office, asNew('ليلى')), await registerCase(office, asNew('ليلا'))]
    const strict = await strictCase(office, asNew('لَيلى'))
    for (const { reference } of [...made, strict]) await office.call('triage.withdraw', { case: reference, note: '' })
    const [first = '', second = ''] = await Promise.all(made.map((each) => personOf(office, each)))
    const hidden = await personOf(office, strict)
    await office.call('people.join', { id: first, other: second })
    await office.call('people.join', { id: second, other: hidden })
    expect((await office.call<CallerHistory>('people.get', { id: first })).records).toBe(3)
    expect((await office.call<CallerHistory>('people.get', { id: first }, 'rana')).records).toBe(2)
    expect(await office.call('people.forget', { id: first, reason: 'request' }, 'rana')).toEqual({
      id: first,
      cases: 2,
      copiesFollow: false,
    })
    expect(await office.refused('people.get', { id: second })).toBe('person-forgotten')
    expect((await office.call<CallerHistory>('people.get', { id: hidden })).records).toBe(1)
  })
})
