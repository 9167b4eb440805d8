import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { createTanstackQueryUtils } from '@orpc/tanstack-query'
import type { contract } from '#shared/contract/desktop/contract.ts'
import { isConnectionLost } from './errors.ts'
import { keepSessionToken, sessionToken } from './session-token.ts'
import type { CallContext, CoreLink } from './transport.ts'
import { openTransport } from './transport.ts'

export type CoreClient = ContractRouterClient<typeof contract, CallContext>

/** A new connection knows nobody: the session is taken up again before any other call. */
async function resumeSession(link: CoreLink): Promise<void> {
  const token = sessionToken()
  if (token === null) return
  try {
    await createORPCClient<CoreClient>(link).session.resume({ token })
  } catch (error) {
    if (!isConnectionLost(error)) keepSessionToken(null)
  }
}

/** The core, as typed functions: `core.cases.get({ case: id })`. A refusal is thrown; see `errors.ts`. */
export const core: CoreClient = createORPCClient(openTransport(resumeSession))

/** The same as queries and their keys: `api.cases.get.queryOptions({ input })`. */
export const api = createTanstackQueryUtils(core)
