/**
 * The code on the paper in the safe: 120 random bits as six groups of five, `7K3QM-…`. The fifth character of each group
 * checks the four before it and the group's place, so a slip of the pen is found with its group, before any key is
 * tried: every single wrong character and every swap of neighbours in a group, and groups in the wrong order.
 * Characters are Crockford's (no I, L, O, U), arithmetic is in the field of 32 elements.
 */
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const groups = 6
const dataInGroup = 4
export const recoveryBytes = 15

/** In: 15 random bytes. Out: the code as it is printed. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  assert(bytes.length === recoveryBytes, 'a recovery code has 120 bits')
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const symbols = (bits.match(/.{5}/g) ?? []).map((five) => Number.parseInt(five, 2))
  return Array.from({ length: groups }, (_, group) => {
    const data = symbols.slice(group * dataInGroup, (group + 1) * dataInGroup)
    return [...data, checkOf(data, group)].map((value) => alphabet[value]).join('')
  }).join('-')
}

/** In: what a person typed. Out: the 15 bytes. Refuses `recovery-code-mistyped` and names the group. */
export function parseRecoveryCode(text: string): Result<Uint8Array> {
  const symbols = [...cleanCode(text)].map((character) => alphabet.indexOf(character))
  let bits = ''
  for (let group = 0; group < groups; group += 1) {
    const [data, check] = [symbols.slice(group * 5, group * 5 + 4), symbols[group * 5 + 4]]
    if (data.includes(-1) || check === undefined || check !== checkOf(data, group))
      return refuse('recovery-code-mistyped', { group: group + 1 })
    bits += data.map((value) => value.toString(2).padStart(5, '0')).join('')
  }
  if (symbols.length !== groups * 5) return refuse('recovery-code-mistyped', { group: groups })
  return ok(Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2)))
}

/** Whether a secret was meant as a recovery code: its length and characters, not its check. */
export function looksLikeRecoveryCode(text: string): boolean {
  const clean = cleanCode(text)
  return clean.length === groups * 5 && [...clean].every((character) => alphabet.includes(character))
}

function cleanCode(text: string): string {
  return text
    .replace(/[\s\u200e\u200f_.–—-]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}

/** Each place has its own factor, and so has each group: a power of the field's generator. */
function checkOf(data: readonly number[], group: number): number {
  return data.reduce((sum, value, index) => sum ^ times(value, index + 1), power(group + 10))
}

function times(value: number, doublings: number): number {
  let product = value
  for (let step = 0; step < doublings; step += 1)
    product = product & 16 ? ((product << 1) ^ 0b100101) & 31 : product << 1
  return product
}

const power = (exponent: number): number => times(1, exponent)
