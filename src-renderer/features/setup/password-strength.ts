export type Strength = 'weak' | 'fair' | 'good' | 'strong'

const kinds = [/\p{Ll}|\p{Lo}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u]

/** In: a password, words that should not be in it (user name, office). Out: a hint for the eye; nothing is refused by it. */
export function passwordStrength(password: string, known: readonly string[]): Strength {
  const lower = password.toLowerCase()
  const holdsKnown = known.some((word) => word.length > 2 && lower.includes(word.toLowerCase()))
  const variety = kinds.filter((kind) => kind.test(password)).length
  const different = new Set(lower).size
  const points = Math.min(password.length, different * 2) + variety * 2 - (holdsKnown ? 6 : 0)
  if (password.length < 8 || points < 14) return 'weak'
  if (points < 18) return 'fair'
  return points < 24 ? 'good' : 'strong'
}
