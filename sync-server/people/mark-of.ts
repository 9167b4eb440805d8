import { createHmac } from 'node:crypto'
import { checkDocument } from '#shared/domain/person/check-document.ts'
import { DocumentCountry, DocumentKind } from '#shared/domain/person/identity-document.ts'
import type { IdentityDocument } from '#shared/domain/person/identity-document.ts'

/**
 * The mark of a document: equal for equal country, kind and number however typed, and telling nothing without the key.
 * Null where no number is left: those would all be alike.
 */
export function markOf(key: Uint8Array, document: IdentityDocument): string | null {
  const { normalised } = checkDocument(document)
  if (normalised === '') return null
  return createHmac('sha256', key)
    .update(JSON.stringify([document.country, document.kind, normalised]))
    .digest('hex')
}

/** In: a document as the wire carries it. Out: the document, or null when it is of no known country or kind. */
export function documentOf(asked: { country: string; kind: string; number: string }): IdentityDocument | null {
  const country = DocumentCountry.safeParse(asked.country)
  const kind = DocumentKind.safeParse(asked.kind)
  if (!country.success || !kind.success) return null
  return { country: country.data, kind: kind.data, number: asked.number }
}
