import type { FastifyInstance } from 'fastify'
import { faultText } from '#server/fault-text.ts'
import type { WireHost } from './context.ts'
import { unitGauges } from './unit-gauges.ts'

/** `/health`: the process lives. `/ready`: its store answers. `/metrics`: counters, units by code, no names. */
export function mountProbes(app: FastifyInstance, host: WireHost): void {
  const { server, metrics, live } = host
  const noteUnits = unitGauges(host)
  app.get('/health', async () => ({ status: 'ok' }))
  app.get('/ready', async (_request, reply) => {
    try {
      await server.log.read((log) => log.feedEnds([]))
      return { status: 'ok', store: server.log.kind }
    } catch (error) {
      server.ports.journal.error('not ready', { error: faultText(error) })
      return reply.code(503).send({ status: 'unavailable' })
    }
  })
  app.get('/metrics', async (_request, reply) => {
    metrics.set('insaf_live_channels', {}, live.size)
    await noteUnits()
    metrics.set('insaf_memory_bytes', {}, process.memoryUsage().rss)
    return reply.type('text/plain; version=0.0.4').send(metrics.text())
  })
}
