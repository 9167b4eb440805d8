/** The server as it listens: the wire, the live channel, files, and what an administrator's monitoring asks. */
import type { AddressInfo } from 'node:net'
import rateLimit from '@fastify/rate-limit'
import Fastify from 'fastify'
import type { FastifyInstance, FastifyServerOptions } from 'fastify'
import { faultText } from './fault-text.ts'
import type { OpenServer } from './open-server.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { liveSource } from './wire/live-source.ts'
import { readStanding } from './devices/standing.ts'
import { listenForAdmin } from './admin/admin-socket.ts'
import { dutiesInBackground } from './duties/duties-in-background.ts'
import { indexInBackground } from './people/index-in-background.ts'
import { watchLogEnd } from './log-witness.ts'
import { serverEngine } from './server-engine.ts'
import { enterEpoch, followEpoch } from './wire/follow-epoch.ts'
import { LiveChannels } from './wire/live-channels.ts'
import type { WireHost } from './wire/context.ts'
import { Metrics } from './wire/metrics.ts'
import { mountBlobs } from './wire/mount-blobs.ts'
import { mountLive } from './wire/mount-live.ts'
import { mountProbes } from './wire/mount-probes.ts'
import { mountWire } from './wire/mount-wire.ts'
import { noteAnswer } from './wire/note-call.ts'
import { refusalBody } from './wire/refused.ts'
import { Tries } from './wire/tries.ts'

export interface ListenOptions {
  readonly host: string
  /** 0: any free one. */
  readonly port: number
  readonly tls: { readonly cert: Buffer; readonly key: Buffer } | null
  /** Of the administrator's monitoring, where it asks from another machine (N-05). */
  readonly metricsToken?: string | null
}

export interface RunningServer {
  readonly address: string
  /** Answers what was asked, closes what is open, lets the store go. */
  stop(): Promise<void>
}

const minute = 60_000
const graceMs = 5000
/** An office of thirty machines behind one address fills itself at this pace; a flood does not. */
const mostRequestsAMinute = 20_000
/** Of one machine over its channel: more than anybody writes. */
const mostPushesAMinute = 3000
const headersWithinMs = 20_000
/** What comes steadily over a slow line has its time; a line on which nothing moves for a minute is let go. */
const requestWithinMs = 15 * minute

/** Throws what listening throws (`EADDRINUSE`, …), everything closed again. */
export async function serve(server: OpenServer, options: ListenOptions): Promise<RunningServer> {
  const { engine, adminHost, writeDuty } = await serverEngine(server)
  const host = wireHost(server, { engine, writeOwn: adminHost.writeOwn })
  const app = await fastify(host, options)
  const endLive = mountLive(app.server, host)
  const wake = (feeds: readonly FeedName[], standing: Promise<string> | null): void =>
    void host.live
      .wake(feeds, standing)
      .catch((error: unknown) => server.ports.journal.error('waking', { error: faultText(error) }))
  // Whoever follows is looked for before the answer to the writer is written.
  const endWaking = server.follow({
    question: (db) => (host.live.size === 0 ? null : readStanding(db)),
    hear: wake,
  })
  const indexing = indexInBackground(server.people, (error) =>
    server.ports.journal.error('index of people', { error: faultText(error) }),
  )
  const duties = dutiesInBackground({
    db: server.db,
    journal: server.ports.journal,
    holder: server.ports.ids.uuid(),
    run: () => engine.runDuties(writeDuty),
  })
  const watching = watchLogEnd(server, (logEpoch) => enterEpoch(host, logEpoch))
  const dropRevoked = (): Promise<void> => host.live.wake([])
  // On PostgreSQL the command line opens the database itself, and several servers may share the folder.
  const holdsFolder = server.log.kind === 'pglite'
  const endAdmin = holdsFolder ? await listenForAdmin(server.folder, { ...adminHost, dropRevoked }) : null
  const stop = async (): Promise<void> => {
    endWaking()
    const liveEnded = endLive(graceMs)
    await endAdmin?.()
    await closed(app)
    await liveEnded
    await duties.end()
    await indexing.end()
    await watching.end()
    await server.close()
  }
  try {
    await app.listen({ host: options.host, port: options.port })
  } catch (error) {
    // A server that nobody reaches must not go on holding its folder and answering administrators.
    await stop()
    throw error
  }
  const { port } = app.server.address() as AddressInfo
  const shown = options.host.includes(':') ? `[${options.host}]` : options.host
  return {
    address: `${options.tls === null ? 'http' : 'https'}://${shown}:${port}`,
    stop,
  }
}

/** What is being answered is answered to its end, but not longer than that: a machine sends again what it has no outcome of. */
async function closed(app: FastifyInstance): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), graceMs)
  await app.close()
  clearTimeout(cut)
}

function wireHost(server: OpenServer, { engine, writeOwn }: Pick<WireHost, 'engine' | 'writeOwn'>): WireHost {
  const host: WireHost = {
    server,
    engine,
    writeOwn,
    metrics: new Metrics(),
    live: new LiveChannels(liveSource(server, engine, (caller) => followEpoch(host, caller))),
    tries: {
      enrol: new Tries(300, minute),
      password: new Tries(5, minute / 2),
      people: new Tries(30, minute),
      push: new Tries(mostPushesAMinute, minute),
    },
  }
  return host
}

async function fastify(host: WireHost, { tls, metricsToken = null }: ListenOptions): Promise<FastifyInstance> {
  const common = {
    logger: false,
    requestTimeout: requestWithinMs,
    connectionTimeout: minute,
    forceCloseConnections: 'idle',
  } as const
  const app: FastifyInstance = tls === null ? Fastify(common) : withTls(common, tls)
  app.server.headersTimeout = headersWithinMs
  await app.register(rateLimit, {
    max: mostRequestsAMinute,
    timeWindow: minute,
    // A machine that was cut off while its question waited has no address any more.
    keyGenerator: (request) => (request.ip as string | undefined) ?? 'gone',
    errorResponseBuilder: (_request, { ttl }) =>
      refusalBody({ code: 'sync-too-many-requests', params: { seconds: Math.ceil(ttl / 1000) } }),
  })
  // Before it is asked who calls: strangers are counted first of all.
  app.addHook('onRequest', app.rateLimit())
  observe(app, host)
  mountProbes(app, host, metricsToken)
  await app.register((scope) => mountWire(scope, host))
  await app.register((scope) => mountBlobs(scope, host))
  return app
}

/** The types tell servers with and without TLS apart; the routes do not. */
const withTls = (common: FastifyServerOptions, tls: NonNullable<ListenOptions['tls']>): FastifyInstance =>
  Fastify({ ...common, https: { ...tls } } as FastifyServerOptions)

function observe(app: FastifyInstance, host: WireHost): void {
  const { server } = host
  const { journal } = server.ports
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none'
    noteAnswer(host, { route, status: String(reply.statusCode), ms: Math.round(reply.elapsedTime) })
  })
  app.setErrorHandler(async (error: Error & { statusCode?: number }, request, reply) => {
    const status = error.statusCode ?? 500
    if (status === 413) return reply.code(413).send(refusalBody({ code: 'sync-page-too-large', params: { limit: 4 } }))
    if (status < 500)
      return reply.code(status).send(refusalBody({ code: 'sync-page-malformed', params: { detail: error.message } }))
    const id = server.ports.ids.uuid()
    journal.error('fault', { id, route: request.routeOptions.url, error: faultText(error) })
    return reply.code(500).send(refusalBody({ code: 'internal-fault', params: { id } }))
  })
}
