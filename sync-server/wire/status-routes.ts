import { unitStatus } from '#server/devices/unit-status.ts'
import { deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import type { Builder } from './router.ts'

/** `status.offices`: the central unit sees all, others themselves and what is below them (N-05). */
export function statusRoutes(os: Builder, host: WireHost) {
  return os.status.router({
    offices: os.status.offices.handler(async ({ context }) => [
      ...(await unitStatus(host.server, { units: (await host.engine.access()).units, asker: deviceOf(context).unit })),
    ]),
  })
}
