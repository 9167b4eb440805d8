import { z } from 'zod'
import { contactChannels } from '#shared/domain/case/codes.ts'
import { BirthDate } from '#shared/domain/person/birth-date.ts'
import { ForgettingReason } from '#shared/domain/person/forgetting.ts'
import { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import { asks } from './procedure.ts'
import type { CallerHistory, PersonView } from './views.ts'

const line = z.string().max(200).default('')

/**
 * A person as the desk types one: empty where unknown, phones as dialled, digits of either kind. The core
 * normalises; what cannot be a number is refused with a sentence.
 */
export const PersonForm = z.object({
  kind: z.enum(['individual', 'institution']).default('individual'),
  given: line,
  father: line,
  grandfather: line,
  family: line,
  institutionName: line,
  complainantKind: z.string().max(64).default('citizen'),
  document: z
    .object({ country: DocumentCountry, kind: DocumentKind, number: z.string().max(200) })
    .nullable()
    .default(null),
  birthDate: BirthDate.nullable().default(null),
  mobile: line,
  phone: line,
  email: line,
  address: z.string().max(500).default(''),
  governorate: line,
  preferredChannel: z.enum(contactChannels).nullable().default(null),
  language: z.enum(['ar', 'en']).default('ar'),
})
export type PersonForm = z.input<typeof PersonForm>

export interface PersonForgotten {
  readonly id: string
  /** Cases of his that stay, without him. */
  readonly cases: number
}

export const peopleContract = {
  search: asks(z.object({ text: z.string().min(1).max(200), limit: z.int().min(1).max(50).default(10) })).answers<
    readonly PersonView[]
  >(),
  get: asks(z.object({ id: z.uuid() })).answers<CallerHistory>(),
  change: asks(z.object({ id: z.uuid(), details: PersonForm })).answers<PersonView>(),
  /** Removes who a person was for good, here and at every machine of the office; refused while a case of his is open (S19). */
  forget: asks(z.object({ id: z.uuid(), reason: ForgettingReason })).answers<PersonForgotten>(),
  /** Checks a document number or a phone as typed: `refused` is what registration refuses, a `warning` is only told. */
  check: asks(
    z.object({
      document: z
        .object({ country: z.string().max(10), kind: z.string().max(30), number: z.string().max(60) })
        .optional(),
      phone: z.string().max(60).optional(),
      place: z.enum(['mobile', 'phone']).default('phone'),
    }),
  ).answers<{
    readonly document: {
      readonly kind: 'valid' | 'warning' | 'refused'
      readonly normalised: string
      readonly ar: string
      readonly en: string
    } | null
    readonly phone: {
      readonly kind: 'valid' | 'refused'
      readonly e164: string
      readonly display: string
      readonly ar: string
      readonly en: string
    } | null
  }>(),
}
