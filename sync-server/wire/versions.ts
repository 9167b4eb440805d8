import { wireVersion } from '#shared/contract/wire/contract.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'

/** The last released wire that is still served (SYNC-VER-1). */
export const oldestWire = 1

/** The server is updated first: a newer machine is told so in plain words (SYNC-VER-2). */
export function knowsWire(client: number): Result<null> {
  if (client > wireVersion) return refuse('sync-client-newer', { client, server: wireVersion })
  return client < oldestWire ? refuse('sync-client-older', { client, oldest: oldestWire }) : ok(null)
}
