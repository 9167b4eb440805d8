import { checkDocument } from '#shared/domain/person/check-document.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import { IdentityDocument } from '#shared/domain/person/identity-document.ts'
import { readPhone } from '#shared/domain/person/read-person.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal } from '#shared/lib/result.ts'

interface Asked {
  readonly document?: { readonly country: string; readonly kind: string; readonly number: string } | undefined
  readonly phone?: string | undefined
  readonly place: 'mobile' | 'phone'
}

const sentences = (refusal: Refusal | null): { ar: string; en: string } =>
  refusal === null
    ? { ar: '', en: '' }
    : {
        ar: refusalSentence(refusal.code, refusal.params, 'ar'),
        en: refusalSentence(refusal.code, refusal.params, 'en'),
      }

/** What the form says beside the fields while a number is typed, by the rules that registration goes by. */
export function checkPersonParts({ document, phone, place }: Asked, country: Country) {
  return {
    document: document === undefined ? null : documentCheck(document),
    phone: phone === undefined ? null : phoneCheck(phone, country, place),
  }
}

function documentCheck(document: NonNullable<Asked['document']>) {
  const parsed = IdentityDocument.safeParse(document)
  if (!parsed.success)
    return {
      kind: 'refused' as const,
      normalised: '',
      ...sentences({ code: 'bad-input', params: { detail: 'document' } }),
    }
  const checked = checkDocument(parsed.data)
  return {
    kind: checked.kind,
    normalised: checked.normalised,
    ...sentences(checked.kind === 'valid' ? null : checked.reason),
  }
}

function phoneCheck(phone: string, country: Country, place: Asked['place']) {
  const read = readPhone(phone, country, place)
  if (!read.ok) return { kind: 'refused' as const, e164: '', display: '', ...sentences(read.refusal) }
  return { kind: 'valid' as const, e164: read.value, display: formatPhone(read.value), ...sentences(null) }
}
