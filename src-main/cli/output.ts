import { refusalCatalogue } from '#shared/lib/refusals/catalogue.ts'
import type { RefusalCode } from '#shared/lib/refusals/catalogue.ts'
import { operatorDetail } from '#shared/lib/refusals/operator-detail.ts'

/** One value on standard output: JSON with `--json`, else as a person reads it. */
export function print(value: unknown, json: boolean): void {
  process.stdout.write(`${json ? JSON.stringify(value) : readable(value)}\n`)
}

function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (typeof value !== 'object' || value === null) return String(value)
  return JSON.stringify(value, null, 2)
}

export interface CliError {
  readonly code: string
  readonly ar: string
  readonly en: string
  readonly params?: Readonly<Record<string, string | number>>
}

/** A refusal on standard error as stable handles promise; ends the run with 2, a fault with 1. */
export class Refused extends Error {
  readonly error: CliError
  constructor(error: CliError) {
    super(error.en)
    this.error = error
  }
}

export function printRefusal(error: CliError, json: boolean): void {
  const { code, ar, en } = error
  // As stable handles promise, its JSON is code and sentences; a person is told what the sentences leave out.
  process.stderr.write(
    json ? `${JSON.stringify({ error: { code, ar, en } })}\n` : `${ar}\n${en}\n(${operatorDetail(error) ?? code})\n`,
  )
}

/** A refusal of the catalogue that the command line itself gives. */
export function refusal(code: RefusalCode, params: Readonly<Record<string, string>>): Refused {
  const said = (sentence: string): string => sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => params[name] ?? '')
  const { ar, en } = refusalCatalogue[code]
  return new Refused({ code, ar: said(ar), en: said(en) })
}

export const badInput = (detail: string): Refused => refusal('bad-input', { detail })
