import { z } from 'zod'
import { BirthDate } from './birth-date.ts'
import { IdentityDocument } from './identity-document.ts'
import { PersonName } from './person-name.ts'
import { emailText } from './contact-line.ts'

const line = z.string().max(200)
const code = z.string().min(1).max(64)
const e164 = z.string().regex(/^\+[1-9]\d{6,14}$/)

const common = {
  /** Code of the editable list of complainant kinds. T-08. */
  complainantKind: code,
  document: IdentityDocument.optional(),
  birthDate: BirthDate.optional(),
  mobile: e164.optional(),
  phone: e164.optional(),
  email: line.regex(emailText).optional(),
  address: z.string().max(500).optional(),
  governorate: line.optional(),
  preferredChannel: code.optional(),
  language: z.enum(['ar', 'en']),
}

/** The record of a complainant: all of it belongs to the private part of its event. Institutions act through a person. R-05. */
export const PersonDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('individual'), name: PersonName, ...common }).readonly(),
  z
    .strictObject({
      kind: z.literal('institution'),
      institutionName: line.min(1),
      representative: PersonName.optional(),
      ...common,
    })
    .readonly(),
])
export type PersonDetails = z.infer<typeof PersonDetails>
