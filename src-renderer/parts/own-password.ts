import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import type { Failure } from '#renderer/client/errors.ts'

/**
 * A refusal where somebody proves himself anew. Nobody typed a user name there, so the sentence of signing in would
 * mislead. Out: what stands beside the field of the password, and what is no matter of it.
 */
export function ownPasswordRefused(
  refusal: Failure | null,
  wrong: PlainMessage = partsMessages.passwordWrong,
): { readonly wrong: PlainMessage | null; readonly other: Failure | null } {
  return refusal?.code === 'wrong-password' ? { wrong, other: null } : { wrong: null, other: refusal }
}
