import type { FastifyInstance, FastifyRequest } from 'fastify'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { callerOfCredential } from '#server/devices/find-device.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { WireHost } from './context.ts'
import { followEpoch } from './follow-epoch.ts'
import { refusalBody } from './refused.ts'

const callers = new WeakMap<FastifyRequest, EnrolledDevice>()

/**
 * Asks of every route of a scope, but the open ones, for the credential of a device; before any body is read, so a
 * stranger costs one look at a table (SYNC-ENROL-2).
 */
export function authenticate(app: FastifyInstance, host: WireHost, open: readonly string[] = []): void {
  app.addHook('onRequest', async (request, reply) => {
    if (open.includes(request.routeOptions.url ?? '')) return
    const device = await callingDevice(host, request.headers.authorization)
    if (device.ok) callers.set(request, device.value)
    else await reply.code(422).send(refusalBody(device.refusal))
  })
}

/** In: the header of a request. Out: the device it names. Behind it this process knows the log as it stands now. */
export async function callingDevice(host: WireHost, header: string | undefined): Promise<Result<EnrolledDevice>> {
  const [scheme, credential = ''] = header?.split(' ') ?? []
  if (scheme !== deviceScheme || credential.length < 32) return refuse('sync-unknown-device')
  const caller = await callerOfCredential(host.server.db, credential)
  if (!caller.ok) return caller
  await followEpoch(host, caller.value)
  return ok(caller.value.device)
}

/** Who calls; null on an open route. */
export const callerOrNone = (request: FastifyRequest): EnrolledDevice | null => callers.get(request) ?? null

export const callerOf = (request: FastifyRequest): EnrolledDevice =>
  must(callers.get(request), 'a route behind authentication has a caller')
