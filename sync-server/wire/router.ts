import { implement } from '@orpc/server'
import { wireContract } from '#shared/contract/wire/contract.ts'
import type { CallContext, WireHost } from './context.ts'
import { deviceRoutes } from './device-routes.ts'
import { heldRoutes } from './held-routes.ts'
import { numberRoutes } from './number-routes.ts'
import { peopleRoutes } from './people-routes.ts'
import { sessionRoutes } from './session-routes.ts'
import { statusRoutes } from './status-routes.ts'
import { syncRoutes } from './sync-routes.ts'

const builder = () => implement(wireContract).$context<CallContext>()
export type Builder = ReturnType<typeof builder>

/** Every procedure of the wire. */
export function wireRouter(host: WireHost) {
  const os = builder()
  return os.router({
    device: deviceRoutes(os, host),
    session: sessionRoutes(os, host),
    sync: syncRoutes(os, host),
    held: heldRoutes(os, host),
    numbers: numberRoutes(os, host),
    people: peopleRoutes(os, host),
    status: statusRoutes(os, host),
  })
}
