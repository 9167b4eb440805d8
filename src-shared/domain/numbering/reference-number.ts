import { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import { dammDigit } from './damm.ts'

/** Two to six Latin capitals and digits, a letter first: the office in a reference number. */
export const OfficeCode = z
  .string()
  .regex(/^[A-Z][A-Z0-9]{1,5}$/)
  .brand<'OfficeCode'>()
export type OfficeCode = z.infer<typeof OfficeCode>

/** Beyond nine digits nobody reads a number over the telephone. */
export const greatestSerial = 999_999_999
const leastSerialDigits = 6
const form = /^([A-Z][A-Z0-9]{1,5})-(\d\d)-(\d{6}|[1-9]\d{6,8})-(\d)$/

export interface ReferenceParts {
  readonly office: string
  /** Two digits: the year in which the case was registered. */
  readonly yearOfCentury: number
  readonly serial: number
}

/** The parts of a text in the one canonical form, whatever its check digit; null for any other form. */
export function referenceParts(text: string): (ReferenceParts & { readonly isChecked: boolean }) | null {
  const match = form.exec(text)
  const [, office = '', year = '', serial = '', check = ''] = match ?? []
  if (match === null || Number(serial) === 0) return null
  return { office, yearOfCentury: Number(year), serial: Number(serial), isChecked: dammDigit(year + serial) === check }
}

/** The number a case carries for ever: `OFFICE-YY-N-C`, C by Damm over YY and N. R-01. */
export const ReferenceNumber = z
  .string()
  .max(32)
  .refine((text) => referenceParts(text)?.isChecked === true)
  .brand<'ReferenceNumber'>()
export type ReferenceNumber = z.infer<typeof ReferenceNumber>

/**
 * Writes a reference number. In: office code, year (2026 or 26), serial from 1. Out: N padded to six digits.
 * The check covers YY and N, not the office: letters are looked up in a list, digits are what people mishear. R-01.
 */
export function formatReference(parts: {
  readonly office: string
  readonly year: number
  readonly serial: number
}): ReferenceNumber {
  const { office, year, serial } = parts
  assert(OfficeCode.safeParse(office).success, `"${office}" is an office code`)
  assert(Number.isInteger(year) && year >= 0, `${year} is a year`)
  assert(Number.isInteger(serial) && serial >= 1 && serial <= greatestSerial, `${serial} is a serial number`)
  const digits = String(year % 100).padStart(2, '0')
  const padded = String(serial).padStart(leastSerialDigits, '0')
  return `${office}-${digits}-${padded}-${dammDigit(digits + padded)}` as ReferenceNumber
}
