import { generateKeyPairSync, randomUUID } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { deviceScheme, wireContract, wirePrefix, wireVersion } from '#shared/contract/wire/contract.ts'
import type { WireContract } from '#shared/contract/wire/contract.ts'
import { must } from '#shared/lib/assert.ts'
import { runCommand } from '#server/admin/commands.ts'
import type { AdminHost } from '#server/admin/admin-host.ts'
import { openServer } from '#server/open-server.ts'
import type { OpenServer } from '#server/open-server.ts'
import { serverEngine } from '#server/server-engine.ts'
import { serve } from '#server/server.ts'
import { lineJournal, silentJournal } from '#server/system-ports.ts'

import { noteRunning } from './running-servers.ts'
import { copyEmptyStore } from './store-template.ts'

/** Making the first empty store of a run takes long on a loaded machine. */
export const serverPatience = 240_000

export type WireClient = ContractRouterClient<WireContract>

export interface TestServer {
  readonly address: string
  readonly server: OpenServer
  readonly admin: AdminHost
  stop(): Promise<void>
}

/** A real server: PGlite in a folder, HTTP on loopback, in this process. */
export async function startTestServer(folder: string, databaseUrl: string | null = null): Promise<TestServer> {
  const store = join(folder, 'store')
  if (databaseUrl === null && !existsSync(store)) await copyEmptyStore(store)
  const opened = await openServer({
    folder,
    databaseUrl,
    journal: process.env['INSAF_TEST_JOURNAL'] === undefined ? silentJournal : lineJournal,
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const server = opened.value
  const { adminHost } = await serverEngine(server)
  const running = await serve(server, { host: '127.0.0.1', port: 0, tls: null })
  const forget = noteRunning(running.address, async (unit) => {
    const told = await runCommand(adminHost, { name: 'state-hash', input: { unit } })
    return told.ok ? told.value : told.refusal
  })
  const stop = async (): Promise<void> => {
    forget()
    await running.stop()
  }
  return { address: running.address, server, admin: adminHost, stop }
}

/** An administrator's command that is expected to work. */
export async function administer<T>({ admin }: TestServer, name: string, input: object): Promise<T> {
  const done = await runCommand(admin, { name, input })
  if (!done.ok) throw new Error(`${name}: ${done.refusal.code} ${JSON.stringify(done.refusal.params)}`)
  return done.value as T
}

/** Calls of a machine; without a credential those of a stranger. */
export function wireClient(address: string, credential: string | null = null): WireClient {
  const headers = credential === null ? {} : { authorization: `${deviceScheme} ${credential}` }
  return createORPCClient(new OpenAPILink(wireContract, { url: `${address}${wirePrefix}`, headers: () => headers }))
}

export interface TestDevice {
  readonly id: string
  readonly credential: string
  readonly privateKey: KeyObject
  readonly publicKey: string
  readonly client: WireClient
  readonly unit: string
}

interface EnrolOptions {
  readonly code?: string
  readonly standAlone?: { office: string; code: string; cases: number; numbers?: { year: number; highest: number }[] }
}

/** A machine of a unit, enrolled by a code. */
export async function enrolTestDevice(
  server: TestServer,
  unit: object,
  { code, standAlone }: EnrolOptions = {},
): Promise<TestDevice> {
  const invited = code ?? (await administer<{ code: string }>(server, 'device invite', { unit })).code
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const raw = Buffer.from(must(publicKey.export({ format: 'jwk' }).x, 'a key'), 'base64url').toString('hex')
  const id = `device-${randomUUID()}`
  const enrolled = await wireClient(server.address).device.enrol({
    code: invited,
    wire: wireVersion,
    device: id,
    epoch: 1,
    publicKey: raw,
    program: 'test',
    standAlone: standAlone ?? null,
  })
  const { credential } = enrolled
  const client = wireClient(server.address, credential)
  return { id, credential, privateKey, publicKey: raw, client, unit: enrolled.unit.id }
}

/** The code of the refusal that a call ends in. */
export async function refusalOf(call: Promise<unknown>): Promise<string> {
  const error: unknown = await call.then(
    () => null,
    (reason: unknown) => reason,
  )
  const data = (error as { data?: { code?: string } } | null)?.data
  if (data?.code === undefined) throw new Error(`no refusal: ${String(error)}`)
  return data.code
}
