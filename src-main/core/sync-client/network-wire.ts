/** The wire over HTTP: the contract's client, refusals as values, what cannot be reached as a refusal too. */
import { createORPCClient, ORPCError } from '@orpc/client'
import { type ContractRouterClient, ValidationError } from '@orpc/contract'
import { ResponseValidationPlugin } from '@orpc/contract/plugins'
import { StandardOpenAPILink } from '@orpc/openapi-client/standard'
import { deviceScheme, wireContract, wirePrefix, wireVersion } from '#shared/contract/wire/contract.ts'
import type { WireContract } from '#shared/contract/wire/contract.ts'
import { createLine } from '#shared/lib/in-order.ts'
import { isRefusalCode } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { OutcomeReason } from '#shared/sync/outcome.ts'
import type { Proof } from '#shared/sync/server-challenge.ts'
import { httpLink } from './http-link.ts'
import { packed, unpacked } from './pack.ts'
import type { LivePushes } from './live-pushes.ts'
import type { Enrolled, EnrolInput, Pushed, Wire } from './wire.ts'

type Client = ContractRouterClient<WireContract>

/** A server as a machine that joined it reaches it. */
export interface Line {
  readonly url: string
  readonly credential: string
}

/** A large snapshot is made in silence before its answer begins. */
const madeWithinMs = 60_000

function clientAt(url: string, credential: string | null, patienceMs?: number): Client {
  const headers = credential === null ? {} : { authorization: `${deviceScheme} ${credential}` }
  return createORPCClient(
    new StandardOpenAPILink(wireContract, httpLink(patienceMs), {
      url: `${url.replace(/\/+$/, '')}${wirePrefix}`,
      headers: () => headers,
      // Whoever answers in the server's place (a proxy, a captive portal) says something else.
      plugins: [new ResponseValidationPlugin(wireContract)],
    }),
  )
}

async function asked<T>(call: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await call())
  } catch (error) {
    return refusalOf(error)
  }
}

function refusalOf(error: unknown): Result<never> {
  if (error instanceof ORPCError) {
    const reason = OutcomeReason.safeParse(error.data)
    if (reason.success && isRefusalCode(reason.data.code)) return refuse(reason.data.code, reason.data.params)
    return refuse('sync-unreachable', { detail: `${error.status} ${error.code}` })
  }
  if (isUnreadable(error)) return refuse('sync-page-malformed', { detail: 'answer' })
  return refuse('sync-unreachable', { detail: detailOf(error) })
}

/** It answered, but nothing of the contract, or bytes that do not unpack. */
const isUnreadable = (error: unknown): boolean =>
  error instanceof ValidationError ||
  (error instanceof Error && 'code' in error && /^(ZSTD_|Z_|ERR_BUFFER_TOO_LARGE)/.test(String(error.code)))

/** The network's code says what is wrong: refused, unknown host, a certificate that is not trusted. */
function detailOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return 'code' in error ? String(error.code) : error.message
}

const done = <T>(result: Result<T>): Result<null> => (result.ok ? ok(null) : result)

/** Enrols this machine (SYNC-ENROL-1), without a credential. */
export const enrolAt = (url: string, input: EnrolInput): Promise<Result<Enrolled>> =>
  asked(() => clientAt(url, null).device.enrol(input))

/** What whoever answers there signs of a nonce, hex; asked without a credential (SYNC-ENROL-6). */
export const challengeAt = (url: string, nonce: string): Promise<Result<Proof>> =>
  asked(() => clientAt(url, null).device.challenge({ nonce }))

/** `live`: the way over the open channel, where there is one. */
export function networkWire({ url, credential }: Line, live: Pick<LivePushes, 'push'> | null = null): Wire {
  const client = clientAt(url, credential)
  const patient = clientAt(url, credential, madeWithinMs)
  const called = (page: Uint8Array): Promise<Result<Pushed>> =>
    asked(async () => client.sync.push(await inOrder(packed(page))))
  let underWay = 0
  const pushed = async (page: Uint8Array): Promise<Result<Pushed>> => {
    // One that is under way must not be overtaken.
    const going = underWay === 0 ? (live?.push(page) ?? null) : null
    underWay += 1
    try {
      return (going === null ? null : await going) ?? (await called(page))
    } finally {
      underWay -= 1
    }
  }
  // Two are packed at once; one must not leave before the one before it.
  const inOrder = createLine()
  return {
    hello: (input) => asked(() => client.sync.hello(input)),
    push: pushed,
    pull: (place) => asked(async () => unpacked(await client.sync.pull({ ...place, wire: wireVersion }))),
    snapshot: (feed) => asked(() => patient.sync.snapshot({ feed })),
    part: (place) => asked(async () => unpacked(await client.sync.part(place))),
    offer: (page) => asked(async () => client.sync.offer(await packed(page))),
    renew: (input) => asked(() => client.device.renew(input)),
    retry: (commit) => asked(() => client.held.retry({ commit })),
    withdraw: (input) => asked(() => client.held.withdraw(input)),
    tellNumbers: async (numbers) => done(await asked(() => client.numbers.tell({ numbers }))),
    takeNumbers: (year) => asked(() => client.numbers.take({ year })),
    findPerson: (input) => asked(() => client.people.find(input)),
    proposedLinks: (input) => asked(() => client.people.proposed(input)),
    prove: (input) => asked(() => client.session.prove(input)),
    setPassword: async (input) => done(await asked(() => client.session.setPassword(input))),
    givePassword: async (input) => done(await asked(() => client.session.givePassword(input))),
    bringVerifiers: async (input) => done(await asked(() => client.session.bringVerifiers(input))),
  }
}
