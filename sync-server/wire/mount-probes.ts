import type { FastifyInstance } from 'fastify'
import { faultText } from '#server/fault-text.ts'
import type { WireHost } from './context.ts'
import { Metrics } from './metrics.ts'
import { seesUnits } from './sees-units.ts'
import { unitGauges } from './unit-gauges.ts'

/**
 * `/health`: the process lives. `/ready`: its store answers. `/metrics`: counters, no names; units by code for those alone
 * whom `seesUnits` lets see them: an entity sees only itself (N-05).
 */
export function mountProbes(app: FastifyInstance, host: WireHost, token: string | null): void {
  const { server, metrics, live } = host
  const units = new Metrics()
  const noteUnits = unitGauges({ ...host, metrics: units })
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
  app.get('/metrics', async ({ headers, socket }, reply) => {
    metrics.set('insaf_live_channels', {}, live.size)
    metrics.set('insaf_memory_bytes', {}, process.memoryUsage().rss)
    const answer = reply.type('text/plain; version=0.0.4')
    if (!seesUnits({ headers, socket }, token)) return answer.send(metrics.text())
    await noteUnits()
    return answer.send(metrics.text() + units.text())
  })
}
