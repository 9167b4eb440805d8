import { expect, it } from 'vitest'
import { ratedCase } from '#test/support/rated-case.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

interface Preview {
  readonly model: {
    readonly sections: readonly {
      readonly blocks: readonly { readonly id?: string; readonly rows?: readonly (readonly { text: string }[])[] }[]
    }[]
  }
}

const closing = {
  reason: 'rated',
  outcome: 'upheld',
  rootCause: 'workload',
  knowledge: false,
  improvement: false,
  analysis: 'ضغط العمل في موسم التجديد.',
}

async function closedWith(office: TestOffice, rating: string, note: string): Promise<{ readonly case: string }> {
  const of = await ratedCase(office, rating, note)
  await office.call('closing.close', { ...of, ...closing }, 'huda')
  return of
}

/** As it stands at an hour of the day. */
async function printed(office: TestOffice, hour: string): Promise<readonly (readonly string[])[]> {
  office.now = at(`2026-01-05 ${hour}`)
  const request = { kind: 'quarterly', year: 2026, quarter: 1, language: 'en' }
  const { model } = await office.call<Preview>('reports.preview', request)
  const table = model.sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === 'rating-comments')
  return (table?.rows ?? []).map((row) => row.map(({ text }) => text))
}

it('report 6.1.13 R-08 R-09 section 13 prints at most five comments a rating, nothing that tells whose they are, none of a strictly confidential case', async () => {
  const { office } = await staffed()
  await closedWith(office, 'satisfied', '')
  expect(await printed(office, '10:00')).toEqual([])
  await closedWith(office, 'satisfied', 'أنا أحمد الخطيب، رقمي 0791234567، وكان الرد سريعاً.')
  const strict = await closedWith(office, 'satisfied', 'سرّي للغاية.')
  const { user } = await office.call<{ user: { id: string } }>('session.me')
  await office.call('triage.setConfidentiality', { ...strict, level: 'strict', users: [user.id], note: '' })
  await ratedCase(office, 'very_satisfied', 'كلام لم يُغلق بعد.')
  expect(await printed(office, '11:00')).toEqual([['Satisfied', 'أنا [withheld]، رقمي [withheld]، وكان الرد سريعاً.']])
  for (let count = 1; count <= 5; count += 1) await closedWith(office, 'satisfied', `تعليق ${count}`)
  const comments = await printed(office, '12:00')
  expect(comments).toHaveLength(5)
  expect(new Set(comments.map(([, text]) => text))).toEqual(new Set([1, 2, 3, 4, 5].map((count) => `تعليق ${count}`)))
})

it('S19 R-09 a comment of a person who was forgotten is not printed: nobody could tell his name in it any more', async () => {
  const { office } = await staffed()
  const of = await closedWith(office, 'satisfied', 'يقول أحمد الخطيب: شكراً لكم.')
  expect(await printed(office, '10:00')).toEqual([['Satisfied', 'يقول [withheld]: شكراً لكم.']])
  const { person } = await office.call<{ person: { id: string } }>('cases.get', of)
  await office.call('people.forget', { id: person.id, reason: 'request' })
  expect(await printed(office, '11:00')).toEqual([])
})

it('R-09 a comment keeps its prepositions, whatever its author is called', async () => {
  const { office } = await staffed()
  const of = await closedWith(office, 'satisfied', 'لم تُحل المشكلة على أرض الواقع.')
  const { person } = await office.call<{ person: { id: string; details: object } }>('cases.get', of)
  const name = { given: 'علي', father: 'محمود', family: 'الخطيب' }
  await office.call('people.change', { id: person.id, details: { ...person.details, ...name } })
  expect((await printed(office, '10:00')).map(([, text]) => text)).toEqual(['لم تُحل المشكلة على أرض الواقع.'])
})
