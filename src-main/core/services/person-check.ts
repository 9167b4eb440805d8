import { checkDocument } from '#shared/domain/person/check-document.ts'
import { formatPhone } from '#shared/domain/person/format-phone.ts'
import { IdentityDocument } from '#shared/domain/person/identity-document.ts'
import { parsePhone } from '#shared/domain/person/parse-phone.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal } from '#shared/lib/result.ts'

interface Asked {
  readonly document?: { readonly country: string; readonly kind: string; readonly number: string } | undefined
  readonly phone?: string | undefined
}

const sentences = (refusal: Refusal | null): { ar: string; en: string } =>
  refusal === null
    ? { ar: '', en: '' }
    : {
        ar: refusalSentence(refusal.code, refusal.params, 'ar'),
        en: refusalSentence(refusal.code, refusal.params, 'en'),
      }

/** What the form says beside the fields while a number is typed: a warning never refuses. */
export function checkPersonParts({ document, phone }: Asked, country: Country) {
  return {
    document: document === undefined ? null : documentCheck(document),
    phone: phone === undefined ? null : phoneCheck(phone, country),
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

function phoneCheck(phone: string, country: Country) {
  const parsed = parsePhone(phone, country)
  if (!parsed.ok) return { ok: false, e164: '', display: '', ...sentences(parsed.refusal) }
  return { ok: true, e164: parsed.value.e164, display: formatPhone(parsed.value.e164), ...sentences(null) }
}
