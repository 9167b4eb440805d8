import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { ORPCError, createProcedureClient, isProcedure, unlazy } from '@orpc/server'
import type { AnyProcedure, AnyRouter } from '@orpc/server'
import { refusedFields } from '#shared/lib/refusals/refused-fields.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { fileLog } from './file-log.ts'
import type { CorePorts } from './ports.ts'
import { redeemTicket } from './services/file-tickets.ts'
import { Host } from './services/host.ts'
import { uploadView } from './services/intake-files.ts'
import type { Connection, Session } from './services/connection.ts'
import type { Office } from './services/office.ts'
import type { UserId } from '#shared/domain/access/events.ts'
import { createRouter } from './services/router.ts'
import { findUser, recordSession, signInForRun } from './services/session.ts'
import { networkSync } from './sync-parts.ts'
import type { SyncParts } from './services/sync-handle.ts'
import { machineId, systemClock, systemIds } from './system-ports.ts'
import { errorAnswer } from './transport/call-route.ts'
import type { Answer, CoreApi } from './transport/core-api.ts'
import { RefusalData } from '#shared/contract/desktop/procedure.ts'

/*
 * The one place where the core's parts are made and joined. Everything outside the core reaches it through what this
 * returns: the router of the contract, one call of it, files by ticket, and the end.
 */
export interface CoreOptions {
  readonly dataDir: string
  /** A core that lives long (behind a window), or one command's. */
  readonly background: boolean
  readonly socketPath?: string | null
  readonly ports?: Partial<Omit<CorePorts, 'folder'>>
  /** Default: over the network. */
  readonly sync?: SyncParts
}

/** Opens the core of a data folder, whatever the folder holds. Refuses: folder-in-use, store-newer, store-damaged, wrong-key. */
export async function openCore(options: CoreOptions): Promise<Result<CoreApi>> {
  const folder = resolve(options.dataDir)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const ports: CorePorts = {
    clock: systemClock,
    ids: systemIds,
    log: fileLog(folder),
    secrets: null,
    machineId,
    ...options.ports,
    folder,
  }
  const logFault = faultLog(ports)
  const sync = options.sync ?? networkSync
  const host = new Host({
    ports,
    sync,
    background: options.background,
    socketPath: options.socketPath ?? null,
    logFault,
  })
  const opened = await host.open()
  return opened.ok ? ok(apiOf(host, { logFault, log: ports.log })) : opened
}

type LogFault = CoreApi['logFault']

/** Faults are logged under a number that the person can tell; never what was in the call. */
const faultLog =
  (ports: CorePorts): LogFault =>
  (where, error) => {
    const id = randomUUID().slice(0, 8)
    const stack = error instanceof Error ? (error.stack ?? error.message) : String(error)
    ports.log.error('fault', { id, where, stack })
    if (process.env['INSAF_DEBUG'] !== undefined) console.error(id, where, error)
    return id
  }

function apiOf(host: Host, { logFault, log }: Pick<Callable, 'logFault' | 'log'>): CoreApi {
  const router = createRouter(host)
  const callable: Callable = { router, procedures: new Map(), logFault, log }
  return {
    router: router as AnyRouter,
    call: (path, input, connection) => callProcedure(callable, path, { input, connection }),
    signInAs: (connection, user, password) => signInAs(host, connection, { user, password }),
    sessionOf: (token) => (host.state.kind === 'ready' ? host.state.office.sessions.find(token) : null),
    takeUpload: (name, bytes, signal) => takeUpload(host, { name, bytes, signal }),
    fileOf: (ticket) => (host.state.kind === 'ready' ? redeemTicket(host.state.office, ticket) : Promise.resolve(null)),
    logFault,
    close: () => host.close(),
  }
}

type Procedure = (input: unknown, rest: { readonly context: { readonly connection: Connection } }) => Promise<unknown>

interface Callable {
  readonly router: object
  /** Those that were called, by their paths: most are called again and again. */
  readonly procedures: Map<string, Procedure>
  readonly logFault: LogFault
  readonly log: CorePorts['log']
}

async function callProcedure(
  core: Callable,
  path: string,
  asked: { readonly input: unknown; readonly connection: Connection },
): Promise<Answer> {
  const procedure = core.procedures.get(path) ?? (await findProcedure(core, path))
  if (procedure === null) return errorAnswer({ code: 'not-found', params: { what: path } })
  try {
    return { ok: true, value: await procedure(asked.input, { context: { connection: asked.connection } }) }
  } catch (error) {
    return failureOf(core, path, error)
  }
}

async function findProcedure({ router, procedures }: Callable, path: string): Promise<Procedure | null> {
  const steps = path.split('.')
  const found = steps.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null && Object.hasOwn(node, key)
        ? (node as Record<string, unknown>)[key]
        : undefined,
    router,
  )
  const procedure = found === undefined ? undefined : (await unlazy(found as never)).default
  if (!isProcedure(procedure)) return null
  // The library types a client by its procedure, and this one was found by a path that a person may have typed.
  const client = createProcedureClient(procedure as AnyProcedure, {
    context: (given: { readonly connection: Connection }) => given,
    path: steps,
  }) as unknown as Procedure
  procedures.set(path, client)
  return client
}

function failureOf(core: Callable, path: string, error: unknown): Answer {
  if (error instanceof ORPCError) {
    const refusal = RefusalData.safeParse(error.data)
    if (refusal.success) return { ok: false, error: refusal.data }
    if (error.code === 'BAD_REQUEST') return badInput(core, path, error.data)
  }
  return errorAnswer({ code: 'internal-fault', params: { id: core.logFault(path, error) } })
}

/** A program that calls wrongly is mended by what the schema says; whoever reads the sentence is told the field. */
function badInput(core: Callable, path: string, data: unknown): Answer {
  core.log.info('input refused', { call: path, why: issuesOf(data) })
  return errorAnswer({ code: 'bad-input', params: { detail: refusedFields(data) || path } })
}

/** The first places in the input that the schema did not take. */
function issuesOf(data: unknown): string {
  const issues =
    (data as { issues?: readonly { readonly path?: readonly PropertyKey[]; readonly message: string }[] } | undefined)
      ?.issues ?? []
  return issues
    .slice(0, 3)
    .map(({ path, message }) => `${(path ?? []).join('.')}: ${message}`)
    .join('; ')
}

async function signInAs(
  host: Host,
  connection: Connection,
  asked: { readonly user: string; readonly password: string | null },
): Promise<Result<null>> {
  if (host.state.kind !== 'ready') return refuse(host.state.kind === 'locked' ? 'folder-locked' : 'not-set-up')
  const { office } = host.state
  if (asked.password !== null)
    return signInForRun(office, connection, { username: asked.user, password: asked.password })
  const user = findUser(office, asked.user)
  if (!office.automation) return refuse('password-needed', { user: asked.user })
  if (user === null) return refuse('wrong-password')
  if (!user.active) return refuse('account-inactive')
  connection.session = automationSession(office, user.id, connection.via)
  return ok(null)
}

const automation = new WeakMap<Office, Map<string, Session>>()

/** One session a user for all calls of a run: a thousand lines of a file are one piece of work. */
function automationSession(office: Office, user: UserId, via: Connection['via']): Session {
  const sessions = automation.get(office) ?? new Map<string, Session>()
  automation.set(office, sessions)
  const open = sessions.get(user)
  if (open !== undefined && office.sessions.find(open.token) !== null) return open
  const session = office.sessions.openForRun(user)
  sessions.set(user, session)
  recordSession(office, session, via)
  return session
}

interface ArrivingUpload {
  readonly name: string
  readonly bytes: Readable
  readonly signal: AbortSignal | undefined
}

async function takeUpload(host: Host, { name, bytes, signal }: ArrivingUpload) {
  if (host.state.kind !== 'ready') return refuse('not-set-up')
  const taken = await host.state.office.uploads.take(name, bytes, signal)
  return taken.ok ? ok(uploadView(taken.value)) : taken
}
