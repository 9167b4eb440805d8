import { refusalCatalogue } from '#shared/lib/refusals/catalogue.ts'

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
  process.stderr.write(json ? `${JSON.stringify({ error: { code, ar, en } })}\n` : `${ar}\n${en}\n(${code})\n`)
}

/** The catalogue's refusal `bad-input` with a detail of the command line's own. */
export const badInput = (detail: string): Refused => {
  const { ar, en } = refusalCatalogue['bad-input']
  return new Refused({ code: 'bad-input', ar: ar.replace('{detail}', detail), en: en.replace('{detail}', detail) })
}
