// The check digit of H. M. Damm: a totally anti-symmetric quasigroup of order ten. It catches every single wrong digit
// and every swap of neighbours, the check digit itself included, which Luhn (09 and 90) does not.

const table = [
  '0317598642',
  '7092154863',
  '4206871359',
  '1750983426',
  '6123045978',
  '3674209581',
  '5869720134',
  '8945362017',
  '9438617205',
  '2581436790',
] as const

/** In: Latin digits. Out: their check digit, one Latin digit. R-01. */
export function dammDigit(digits: string): string {
  let interim = '0'
  for (const digit of digits) interim = table[Number(interim)]?.[Number(digit)] ?? interim
  return interim
}
