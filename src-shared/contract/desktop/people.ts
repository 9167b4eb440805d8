import { z } from 'zod'
import type { Label } from '#shared/domain/access/events.ts'
import { contactChannels } from '#shared/domain/case/codes.ts'
import { BirthDate } from '#shared/domain/person/birth-date.ts'
import { ForgettingReason } from '#shared/domain/person/forgetting.ts'
import { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import { asks, nothing } from './procedure.ts'
import type { RefusalData } from './procedure.ts'
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
  /** Whether the write-ahead logs or the automatic backups still hold him: they are swept later. */
  readonly copiesFollow: boolean
}

/** All that another office tells of a case (L-16). */
export interface ElsewhereCase {
  readonly reference: string
  readonly typeLabel: Label
  readonly receivedAt: string
  readonly office: Label
  readonly state: 'open' | 'answered' | 'closed'
}

/** Another record that may be the same human, and what a person has said of the two. */
export interface OtherRecord {
  readonly id: string
  readonly standing: 'proposed' | 'joined' | 'parted'
  /** null where another office holds it. */
  readonly person: PersonView | null
  /** Its cases, where another office holds them. */
  readonly cases: readonly ElsewhereCase[]
}

export interface OtherRecords {
  readonly asked:
    | { readonly kind: 'stand_alone' | 'not_yet' | 'answered' }
    | { readonly kind: 'offline'; readonly reason: RefusalData }
  readonly records: readonly OtherRecord[]
  /** What other offices have of the document, whosever record it stands in. */
  readonly cases: readonly ElsewhereCase[]
}

/** A record of this office that may be the same human as another one. */
export interface ProposedPair {
  readonly person: PersonView
  readonly other: string
  readonly cases: readonly ElsewhereCase[]
}

const Two = z.object({ id: z.uuid(), other: z.uuid() })

export const peopleContract = {
  search: asks(z.object({ text: z.string().min(1).max(200), limit: z.int().min(1).max(50).default(10) })).answers<
    readonly PersonView[]
  >(),
  get: asks(z.object({ id: z.uuid() })).answers<CallerHistory>(),
  change: asks(z.object({ id: z.uuid(), details: PersonForm })).answers<PersonView>(),
  /** Removes who a person was for good, here and at every machine of the office; refused while a case of his is open (S19). */
  forget: asks(z.object({ id: z.uuid(), reason: ForgettingReason })).answers<PersonForgotten>(),
  /** Records that may be the same human; `ask` puts the question to the other offices too, which is counted and recorded (L-16). */
  records: asks(z.object({ id: z.uuid(), ask: z.boolean().default(false) })).answers<OtherRecords>(),
  /** Pairs of which nobody has said whether they are one human, asked of the server. */
  proposals: asks(nothing).answers<readonly ProposedPair[]>(),
  join: asks(Two).answers<null>(),
  part: asks(Two).answers<null>(),
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
