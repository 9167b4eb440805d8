/** In: a recovery code as shown. Out: its groups. */
export function groupsOf(code: string): readonly string[] {
  return code.split(/[\s-]+/).filter((group) => group !== '')
}

/** Two places to ask for, spread over the code by the code itself, so that a second look does not show the answer beforehand. */
export function askedPlaces(code: string): readonly [number, number] {
  const count = groupsOf(code).length
  const sum = [...code].reduce((total, letter) => total + (letter.codePointAt(0) ?? 0), 0)
  const first = sum % Math.max(1, count - 1)
  const second = first + 1 + (Math.floor(sum / 7) % Math.max(1, count - first - 1))
  return [first, Math.min(second, count - 1)]
}

/** What people type of a code: small letters, spaces and hyphens forgiven; O is read as 0, I and L as 1, since no code has them. */
export function sameGroup(typed: string, group: string): boolean {
  return readGroup(typed) === readGroup(group)
}

const readGroup = (text: string): string =>
  text
    .replace(/[\s\u200e\u200f_.–—-]/g, '')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0))
    .toUpperCase()
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
