import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { fromHex, toHex } from '#shared/sync/bytes.ts'
import { challengeBytes } from '#shared/sync/server-challenge.ts'
import type { Ids } from '#core/ports.ts'
import { isSignedBy } from '#core/store/signature.ts'
import type { Membership } from './membership.ts'
import { challengeAt } from './network-wire.ts'

/**
 * Whether the server that this machine joined answers at an address: it proves so by its key before it is shown a
 * credential (SYNC-ENROL-6). Whoever passes the question on to that server is not told apart from it.
 * Refuses sync-other-server, sync-server-unproven, sync-unreachable.
 */
export async function proveServer(
  { server }: Pick<Membership, 'server'>,
  { url, ids }: { readonly url: string; readonly ids: Pick<Ids, 'randomBytes'> },
): Promise<Result<null>> {
  const nonce = toHex(ids.randomBytes(32))
  const said = await challengeAt(url, nonce)
  // A server without this call asks for a credential, as for every call that it does not know.
  if (!said.ok) return said.refusal.code === 'sync-unknown-device' ? refuse('sync-server-unproven') : said
  const bytes = challengeBytes(server.id, { nonce })
  const isSame = isSignedBy(fromHex(server.publicKey), bytes, fromHex(said.value.signature))
  return isSame ? ok(null) : refuse('sync-other-server')
}
