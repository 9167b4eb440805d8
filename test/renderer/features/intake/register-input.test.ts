import { describe, expect, test } from 'vitest'
import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import type { IntakeForm } from '#renderer/features/intake/intake-form.ts'
import { emptyForm, isBlank } from '#renderer/features/intake/intake-form.ts'
import { keptForm, readDraft, titleOfDraft } from '#renderer/features/intake/read-draft.ts'
import { isMendedSince, lacksOf, refusedField, registerInputOf } from '#renderer/features/intake/register-input.ts'

const office = { country: 'SA', zone: 'Asia/Riyadh' } as const
const nothing = async () => null
const empty = emptyForm('SA', 'phone')
const filled: IntakeForm = {
  ...empty,
  type: 'complaint',
  subject: 'تأخر الرخصة',
  text: 'مضى شهران ولم تصدر.',
  subjects: ['procedure'],
  person: { ...empty.person, given: 'سالم', mobile: '0551234567' },
}

const lacking = (form: IntakeForm): readonly string[] => lacksOf(form).map(({ field }) => field)

describe('T-01 T-02 R-03: what a form lacks is said before the core is asked', () => {
  test('an empty form', () => {
    expect(isBlank(empty)).toBe(true)
    expect(lacking(empty)).toEqual(['given', 'number-told', 'type', 'subject', 'text'])
  })
  test('a complaint needs a subject of dissatisfaction, an inquiry does not', () => {
    expect(lacking({ ...filled, subjects: [] })).toEqual(['subjects'])
    expect(lacking({ ...filled, subjects: [], type: 'inquiry' })).toEqual([])
  })
  test('without mobile and e-mail the desk says how the number is handed over; what came by mail is answered later', () => {
    const unreachable = { ...filled, person: { ...filled.person, mobile: '' } }
    expect(lacking(unreachable)).toEqual(['number-told'])
    expect(lacking({ ...unreachable, numberTold: 'told' })).toEqual([])
    expect(lacking({ ...unreachable, source: 'scan' })).toEqual([])
  })
})

describe('C-07 R-05: the form as the contract takes it', () => {
  test('it is valid input, received now unless a time is given', () => {
    const input = registerInputOf(filled, office.zone, { draft: 'draft-1', draftKept: true })
    expect(RegisterInput.parse(input)).toMatchObject({
      draft: 'draft-1',
      person: { kind: 'new', details: { given: 'سالم', document: null } },
    })
    expect(input.receivedAt).toBeUndefined()
  })
  test('C-06 number and date of the sender’s letter go along, one of them alone too, neither where none was typed', () => {
    const letterOf = (letter: Partial<IntakeForm>) =>
      registerInputOf({ ...filled, ...letter }, office.zone, { draft: 'd', draftKept: false }).senderLetter
    expect(letterOf({ letterNumber: ' 12/4 ', letterDate: '2026-11-19' })).toEqual({
      number: '12/4',
      date: '2026-11-19',
    })
    expect(letterOf({ letterNumber: '12/4' })).toEqual({ number: '12/4', date: '' })
    expect(letterOf({ letterDate: '2026-11-19' })).toEqual({ number: '', date: '2026-11-19' })
    expect(letterOf({})).toBeNull()
  })
  test('C-08 who gives no name keeps the language that was chosen, also as a draft', async () => {
    const anonymous: IntakeForm = { ...filled, anonymous: true, person: { ...empty.person, language: 'en' } }
    const input = registerInputOf(anonymous, office.zone, { draft: 'd', draftKept: false })
    expect(input.person).toEqual({ kind: 'anonymous', language: 'en' })
    expect(await readDraft(input, office, nothing)).toMatchObject({ anonymous: true, person: { language: 'en' } })
  })
  test('a time on the office wall becomes an instant', () => {
    const input = registerInputOf({ ...filled, received: { day: '2026-11-20', time: '14:50' } }, office.zone, {
      draft: 'd',
      draftKept: false,
    })
    expect(input.receivedAt).toBe('2026-11-20T11:50:00.000Z')
  })
  test('a refusal is shown at the field it speaks of', () => {
    expect(['document-check-digit', 'phone-invalid', 'subjects-missing', 'case-exists'].map(refusedField)).toEqual([
      'document-number',
      'mobile',
      'subjects',
      '',
    ])
  })
})

describe('R-12: a draft comes back as it was', () => {
  test('as the window kept it, also without fields of a later version', async () => {
    expect(await readDraft(JSON.parse(JSON.stringify(keptForm(filled))), office, nothing)).toEqual(filled)
    const { numberTold: _, ...older } = filled
    expect(await readDraft({ window: older }, office, nothing)).toEqual(filled)
    expect(titleOfDraft(keptForm(filled))).toBe('تأخر الرخصة')
  })
  test('as the command line left it, with its files looked up', async () => {
    const kept = {
      person: { kind: 'new', details: { given: 'Sara', email: 'sara@example.org' } },
      type: 'complaint',
      channel: 'email',
      subject: '—',
      text: 'نص',
      uploads: ['u1', 'gone'],
      source: 'email_file',
      receivedAt: '2026-11-20T11:50:00.000Z',
    }
    const describeUpload = async (upload: string) =>
      upload === 'gone' ? null : { upload, name: 'a.eml', mediaType: 'message/rfc822', size: 9, pages: null }
    const form = await readDraft(kept, office, describeUpload)
    expect(form).toMatchObject({
      channel: 'email',
      subject: '',
      text: 'نص',
      source: 'email_file',
      received: { day: '2026-11-20', time: '14:50' },
      person: { given: 'Sara', email: 'sara@example.org' },
    })
    expect(form.uploads.map(({ upload }) => upload)).toEqual(['u1'])
  })
  test('what is no draft at all gives an empty form', async () => {
    expect(await readDraft('?', office, nothing)).toEqual(empty)
  })
})

test('R-05 a refusal is old as soon as what it speaks of was changed, not before', () => {
  const mended = { ...filled, person: { ...filled.person, documentNumber: '1000000008' } }
  expect(isMendedSince(filled, mended, refusedField('document-check-digit'))).toBe(true)
  expect(isMendedSince(filled, { ...filled, subject: 'غيره' }, refusedField('document-check-digit'))).toBe(false)
  expect(isMendedSince(filled, mended, refusedField('subjects-missing'))).toBe(false)
  expect(isMendedSince(filled, mended, '')).toBe(false)
})
