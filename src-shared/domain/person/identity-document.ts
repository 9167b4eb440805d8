import { z } from 'zod'

/** Countries whose documents and phone numbers are checked by their own rules; `other` is taken as it is. */
export const DocumentCountry = z.enum(['SA', 'JO', 'EG', 'PS', 'other'])
export type DocumentCountry = z.infer<typeof DocumentCountry>

export const DocumentKind = z.enum(['national_id', 'residence', 'passport', 'other'])
export type DocumentKind = z.infer<typeof DocumentKind>

/** The document a person identified by, as in civil ID or passport. R-05. */
export const IdentityDocument = z
  .strictObject({ country: DocumentCountry, kind: DocumentKind, number: z.string().max(200) })
  .readonly()
export type IdentityDocument = z.infer<typeof IdentityDocument>
