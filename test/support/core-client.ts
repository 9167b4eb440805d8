import { createRouterClient } from '@orpc/server'
import type { CoreClient } from '#renderer/client/core.ts'
import { connectionOf } from './test-office.ts'
import type { TestOffice } from './test-office.ts'

/** The typed client that a window speaks through, signed in as a user, straight on the core of a test office. */
export async function coreClient(office: TestOffice, as = 'admin'): Promise<CoreClient> {
  const connection = await connectionOf(office.core, new Map(), as)
  return createRouterClient(office.core.router, { context: { connection } }) as CoreClient
}
