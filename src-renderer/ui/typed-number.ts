import { latinDigits } from './digits.ts'
import type { Read } from './use-typed.ts'

interface Range {
  readonly min: number
  readonly max: number
}

/**
 * In: a typed whole number in either kind of digits, with or without signs of thousands or of percent; what it may be.
 * Out: the number, or what is wrong with it; nothing of it is guessed, so that 7.5 is not read as 75.
 */
export function readNumber(text: string, { min, max }: Range): Read<number, 'notNumber'> {
  const clean = latinDigits(text).replace(/[\s%٪\u200E\u200F\u061C]/g, '')
  if (clean === '') return { value: null, wrong: null }
  const value = /^-?(\d+|\d{1,3}([,٬]\d{3})+)$/.test(clean) ? Number(clean.replace(/[,٬]/g, '')) : Number.NaN
  return value >= min && value <= max ? { value, wrong: null } : { value: null, wrong: 'notNumber' }
}
