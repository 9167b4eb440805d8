import type { PersonId, ReferralId } from './event-parts.ts'

/** SHA-256 of a text, lower-case hexadecimal: a port, since the rules run anywhere. */
export type HashText = (text: string) => string

/**
 * In: SHA-256, a referral, a person. Out: by what a machine that holds the person's record finds it among others, for
 * this referral alone; whoever does not hold it learns nothing. A department's events carry no person id.
 */
export function disclosureMark(hash: HashText, referral: ReferralId, person: PersonId): string {
  return hash(`disclosure ${referral} ${person}`)
}
