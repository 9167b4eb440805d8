import { createRouterClient } from '@orpc/server'
import type { CoreClient } from '#renderer/client/core.ts'
import { newConnection } from '#core/services/connection.ts'
import type { TestOffice } from './test-office.ts'

/** The typed client that a window speaks through, signed in as a user, straight on the core of a test office. */
export async function coreClient(office: TestOffice, as = 'admin'): Promise<CoreClient> {
  const connection = newConnection('cli')
  const signedIn = await office.core.signInAs(connection, as, null)
  if (!signedIn.ok) throw new Error(`${as}: ${signedIn.refusal.code}`)
  return createRouterClient(office.core.router, { context: { connection } }) as CoreClient
}
