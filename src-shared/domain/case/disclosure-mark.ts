import { toHex } from '#shared/sync/bytes.ts'
import type { Hash } from '#shared/sync/bytes.ts'
import type { PersonId, ReferralId } from './event-parts.ts'

/**
 * In: SHA-256, a referral, a person. Out: by what a machine that holds the person's record finds it among others, for
 * this referral alone; whoever does not hold it learns nothing. A department's events carry no person id.
 */
export function disclosureMark(hash: Hash, referral: ReferralId, person: PersonId): string {
  return toHex(hash(new TextEncoder().encode(`disclosure ${referral} ${person}`)))
}
