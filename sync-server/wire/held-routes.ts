import { deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'

/** `held.*`: what waits for a person or an update, judged again or withdrawn by its author (SYNC-APPEND-11). */
export function heldRoutes(os: Builder, host: WireHost) {
  return os.held.router({
    list: os.held.list.handler(({ context }) => host.engine.held(deviceOf(context))),
    retry: os.held.retry.handler(async ({ input, context }) =>
      orRefuse(await host.engine.retry(deviceOf(context), input.commit)),
    ),
    withdraw: os.held.withdraw.handler(async ({ input, context }) =>
      orRefuse(await host.engine.withdraw(deviceOf(context), input)),
    ),
  })
}
