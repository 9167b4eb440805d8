import type { PersonForm } from '#shared/contract/desktop/people.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { shippedGovernorates } from '#shared/domain/lists/governorates.ts'
import { companyNames, familyNames, menNames, womenNames } from './names.ts'
import type { Random } from './random.ts'

/** A made-up person and the key by which a later case names him again. */
export interface PracticePerson {
  readonly key: string
  readonly form: PersonForm
}

/** First digits of mobile numbers as they are dialled at home, and how many digits follow. */
const mobiles: Readonly<Record<Country, readonly [readonly string[], number]>> = {
  JO: [['077', '078', '079'], 7],
  SA: [['050', '053', '055', '056'], 7],
  EG: [['010', '011', '012', '015'], 8],
  PS: [['056', '059'], 7],
}

const digits = (random: Random, length: number): string => Array.from({ length }, () => random.between(0, 9)).join('')

/** Someone new; documents only where the country has no check digit that a made-up number would break. */
export function newPerson(random: Random, country: Country, key: string): PracticePerson {
  const [starts, more] = mobiles[country]
  const contact = {
    mobile: `${random.pick(starts)}${digits(random, more)}`,
    email: random.chance(0.25) ? `user${digits(random, 6)}@example.com` : '',
    governorate: random.pick(shippedGovernorates[country]).code,
    preferredChannel: random.chance(0.7) ? ('phone' as const) : ('sms' as const),
  }
  if (random.chance(0.07))
    return {
      key,
      form: {
        kind: 'institution',
        institutionName: random.pick(companyNames),
        complainantKind: 'company',
        given: random.pick(menNames),
        family: random.pick(familyNames),
        ...contact,
      },
    }
  const isWoman = random.chance(0.42)
  const document =
    country === 'JO' && random.chance(0.55)
      ? {
          country: 'JO' as const,
          kind: 'national_id' as const,
          number: `${random.pick(['9', '2'])}${digits(random, 9)}`,
        }
      : null
  const form: PersonForm = {
    given: random.pick(isWoman ? womenNames : menNames),
    father: random.pick(menNames),
    grandfather: random.chance(0.6) ? random.pick(menNames) : '',
    family: random.pick(familyNames),
    complainantKind: random.chance(0.9) ? 'citizen' : 'resident',
    document,
    ...contact,
  }
  return { key, form }
}
