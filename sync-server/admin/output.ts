import { Instant } from '#shared/domain/clock/instant.ts'
import { formatShortDateTime } from '#shared/i18n/format.ts'
import { refusalCatalogue, refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'

type Params = Readonly<Record<string, string | number>>

/** A refusal on its way to standard error; the run ends with 2. */
export class Refused extends Error {
  readonly code: string
  readonly params: Params
  constructor({ code, params }: { readonly code: string; readonly params: Params }) {
    super(code)
    this.code = code
    this.params = params
  }
}

/** One value on standard output: JSON with `--json`, else as a person reads it. */
export function print(value: unknown, json: boolean): void {
  process.stdout.write(
    `${json || typeof value !== 'object' ? JSON.stringify(value) : JSON.stringify(value, null, 2)}\n`,
  )
}

export function complain(error: unknown, json: boolean): void {
  if (!(error instanceof Refused)) {
    console.error(error)
    process.exitCode = 1
    return
  }
  tell(error, json)
  process.exitCode = 2
}

/** A sentence in both languages on standard error: what went wrong, or what is to be known of what was done. */
export function tell({ code, params }: Pick<Refused, 'code' | 'params'>, json: boolean, as = 'error'): void {
  const isKnown = Object.hasOwn(refusalCatalogue, code)
  const [ar, en] = isKnown
    ? [sentenceOf(code as RefusalCode, params, 'ar'), sentenceOf(code as RefusalCode, params, 'en')]
    : [code, code]
  process.stderr.write(json ? `${JSON.stringify({ [as]: { code, ar, en } })}\n` : `${ar}\n${en}\n(${code})\n`)
}

const sentenceOf = (code: RefusalCode, params: Params, language: 'ar' | 'en'): string =>
  refusalSentence(code, readable(params, Intl.DateTimeFormat().resolvedOptions().timeZone), language)

/** In: what a sentence names, a zone. Out: the same, moments as a person in that zone reads them. */
export const readable = (params: Params, zone: string): Params =>
  Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      Instant.safeParse(value).success ? momentOf(`${value}`, zone) : value,
    ]),
  )

const momentOf = (instant: string, zone: string): string =>
  formatShortDateTime(instant, { language: 'en', digits: 'latin', zone, hijri: false, country: 'JO' })
