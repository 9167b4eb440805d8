import { describe, expect, it } from 'vitest'
import { BirthDate } from '#shared/domain/person/birth-date.ts'
import { PersonDetails } from '#shared/domain/person/person-details.ts'
import { fullName } from '#shared/domain/person/person-name.ts'
import { PersonInput, readPerson } from '#shared/domain/person/read-person.ts'

const typed = {
  kind: 'individual',
  name: { given: ' سلمى ', father: 'خالد', grandfather: '', family: 'الحوراني' },
  complainantKind: 'citizen',
  document: { country: 'JO', kind: 'national_id', number: '٩٨٧١٢٣٤٥٦٧' },
  birthDate: { calendar: 'gregory', text: '١٩٨٧-٠٢-٢٨' },
  mobile: '٠٧٩ ٠١٢ ٣٤٥٦',
  phone: '',
  email: ' Salma@Example.org ',
  address: 'عمّان\0',
  language: 'ar',
} as const satisfies PersonInput

const refusalOf = (change: Partial<PersonInput>): string | null => {
  const result = readPerson({ ...typed, ...change } as PersonInput, 'JO')
  return result.ok ? null : result.refusal.code
}

describe('R-05 a person as in civil ID or passport', () => {
  it('R-05 what was typed becomes the record that is kept', () => {
    const result = readPerson(PersonInput.parse(typed), 'JO')
    expect(result).toEqual({
      ok: true,
      value: {
        warnings: [],
        details: {
          kind: 'individual',
          name: { given: 'سلمى', father: 'خالد', family: 'الحوراني' },
          complainantKind: 'citizen',
          document: { country: 'JO', kind: 'national_id', number: '9871234567' },
          birthDate: { calendar: 'gregory', text: '1987-02-28' },
          mobile: '+962790123456',
          email: 'salma@example.org',
          address: 'عمّان\uFFFD',
          language: 'ar',
        },
      },
    })
    if (result.ok) expect(PersonDetails.safeParse(result.value.details).success).toBe(true)
  })

  it('R-05 a disputed document is kept with a warning', () => {
    const document = { country: 'SA', kind: 'national_id', number: '1234567893' } as const
    expect(readPerson({ ...typed, document }, 'JO')).toMatchObject({
      ok: true,
      value: { warnings: [{ code: 'document-check-digit-disputed' }] },
    })
  })

  it('T-08 an institution acts through a person, or through nobody', () => {
    const { name, ...rest } = typed
    const institution = {
      ...rest,
      kind: 'institution',
      institutionName: 'شركة المياه',
      complainantKind: 'company',
    } as const
    expect(readPerson({ ...institution, representative: name }, 'JO')).toMatchObject({
      ok: true,
      value: { details: { representative: { given: 'سلمى' } } },
    })
    expect(readPerson(institution, 'JO')).toMatchObject({
      ok: true,
      value: { details: { institutionName: 'شركة المياه' } },
    })
  })

  it.each([
    [{ name: { given: ' ' } }, 'name-missing'],
    [{ mobile: '06 200 1234' }, 'phone-not-mobile'],
    [{ mobile: '12345' }, 'phone-invalid'],
    [{ email: 'salma' }, 'email-invalid'],
    [{ birthDate: { calendar: 'gregory', text: '1987-02-29' } }, 'birth-date-invalid'],
    [{ document: { country: 'JO', kind: 'national_id', number: '1' } }, 'document-length'],
  ] as const)('R-05 %j is refused: %s', (change, code) => {
    expect(refusalOf(change as Partial<PersonInput>)).toBe(code)
  })

  it('R-05 birth dates exist in their calendar', () => {
    const isDate = (calendar: string, text: string): boolean => BirthDate.safeParse({ calendar, text }).success
    expect(isDate('gregory', '2000-02-29')).toBe(true)
    expect(isDate('gregory', '1900-02-29')).toBe(false)
    expect(isDate('islamic-umalqura', '1407-12-30')).toBe(true)
    expect(isDate('islamic-umalqura', '1407-12-31')).toBe(false)
    expect(isDate('islamic-umalqura', '1987-02-28')).toBe(false)
  })

  it('R-05 texts are bounded', () => {
    expect(PersonInput.safeParse({ ...typed, address: 'x'.repeat(501) }).success).toBe(false)
    expect(PersonInput.safeParse({ ...typed, name: { given: 'x'.repeat(201) } }).success).toBe(false)
  })

  it('R-05 a full name is its parts', () => {
    expect(fullName({ given: 'سلمى', father: 'خالد', family: ' آل  هاشم ' })).toBe('سلمى خالد آل هاشم')
  })
})
