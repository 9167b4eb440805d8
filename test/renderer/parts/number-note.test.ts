import { expect, test } from 'vitest'
import { numberNote } from '#renderer/parts/number-note.ts'
import { coreClient } from '#test/support/core-client.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

const sentence = { ar: 'سبب', en: 'reason' }
const noteOf = (kind: 'valid' | 'warning' | 'refused', left: string) =>
  numberNote({ verdict: { kind, ...sentence }, value: '1234', left, refused: false }).kind

test('R-05 a number that registration refuses is an error of its field, once that is left; a doubt is only told', () => {
  expect(noteOf('refused', '1234')).toBe('error')
  expect(noteOf('refused', '123')).toBe('silent')
  expect([noteOf('warning', ''), noteOf('warning', '1234')]).toEqual(['doubtful', 'doubtful'])
  expect(noteOf('valid', '')).toBe('fits')
})

test('R-05 what the form says already is not said twice', () => {
  const note = numberNote({ verdict: { kind: 'refused', ...sentence }, value: '1', left: '1', refused: true })
  expect(note.kind).toBe('silent')
})

test('R-05 the field refuses what registration refuses and takes what it takes: documents and phones', async () => {
  const office = await testOffice({ country: 'SA' })
  const core = await coreClient(office)
  const saudi = (number: string) => ({ country: 'SA' as const, kind: 'national_id' as const, number })
  const tried = [
    { document: saudi('12345') },
    { document: saudi('3000000000') },
    { document: saudi('1234567893') },
    { mobile: '0551234567' },
    { mobile: '0112345678' },
    { phone: '0112345678' },
    { phone: '12' },
  ]
  for (const part of tried) {
    const checked = await core.people.check({
      ...('document' in part ? { document: part.document } : {}),
      ...('mobile' in part ? { phone: part.mobile, place: 'mobile' } : {}),
      ...('phone' in part ? { phone: part.phone } : {}),
    })
    const verdict = checked.document ?? checked.phone
    const input = phoneForm({ person: { kind: 'new', details: { given: 'سالم', ...part } } })
    const says = verdict?.kind === 'refused' ? 'refused' : 'taken'
    const does = await office.call('intake.register', input).then(
      () => 'taken',
      () => 'refused',
    )
    expect(does, JSON.stringify(part)).toBe(says)
  }
})
