import { refuse } from '#shared/lib/result.ts'
import { takeBlock } from '#server/devices/take-numbers.ts'
import { deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'

/** `numbers.take`: a block for the device's own office (SYNC-NUM-1). */
export function numberRoutes(os: Builder, host: WireHost) {
  return os.numbers.router({
    take: os.numbers.take.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      const { db, ports } = host.server
      const { units } = await host.engine.access()
      const { unit } = device
      const hasNumbers = ['office', 'central'].includes(units.get(unit)?.kind ?? '')
      if (!hasNumbers) return orRefuse(refuse('sync-unit-without-numbers', { unit }))
      return orRefuse(await takeBlock(db, { unit, year: input.year, device: device.id, now: ports.clock.now() }))
    }),
  })
}
