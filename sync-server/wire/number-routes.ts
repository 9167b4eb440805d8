import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { isGivenFirst } from '#server/devices/given-blocks.ts'
import { countGivenSerial, takeBlock } from '#server/devices/take-numbers.ts'
import { deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'

/**
 * `numbers.take`: a block for the device's own office (SYNC-NUM-1). `numbers.tell`: what a machine knows to be given; a
 * restored server goes on above it (SYNC-RECOVER-5).
 */
export function numberRoutes(os: Builder, host: WireHost) {
  const { db, ports } = host.server
  return os.numbers.router({
    take: os.numbers.take.handler(async ({ input, context }) => {
      const { id: device, unit } = deviceOf(context)
      orRefuse(await hasNumbers(host, unit))
      const asked = { unit, year: input.year, device, now: ports.clock.now() }
      return orRefuse(await takeBlock(db, asked, (block) => isGivenFirst(host.server, block)))
    }),
    tell: os.numbers.tell.handler(async ({ input, context }) => {
      const { unit } = deviceOf(context)
      orRefuse(await hasNumbers(host, unit))
      for (const { year, highest } of input.numbers) await countGivenSerial(db, { unit, year, serial: highest })
      return {}
    }),
  })
}

async function hasNumbers({ engine }: WireHost, unit: string): Promise<Result<null>> {
  const { units } = await engine.access()
  const isNumbered = ['office', 'central'].includes(units.get(unit)?.kind ?? '')
  return isNumbered ? ok(null) : refuse('sync-unit-without-numbers', { unit })
}
