import { z } from 'zod'
import { canonicalBytes } from './canonical-json.ts'

/**
 * A server proves by its key that it is the one that a machine joined, before it is shown the machine's credential
 * (SYNC-ENROL-6). What the machine has drawn for this one question, hex.
 */
export const Challenge = z.object({ nonce: z.string().regex(/^[0-9a-f]{64}$/) })

/** What the server signs in answer, hex. */
export const Proof = z.object({ signature: z.string().regex(/^[0-9a-f]{128}$/) })
export type Proof = z.infer<typeof Proof>

/**
 * In: the id of a server and a challenge. Out: the bytes that its Ed25519 key signs to prove that it is that server; it
 * signs nothing else of this form. SYNC-ENROL-6.
 */
export function challengeBytes(server: string, { nonce }: z.infer<typeof Challenge>): Uint8Array<ArrayBuffer> {
  return canonicalBytes(['challenge', server, nonce])
}
