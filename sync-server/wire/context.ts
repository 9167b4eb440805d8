import type { ReferenceFresh } from '#shared/domain/case/shipped-office.ts'
import { msOf } from '#shared/domain/clock/instant.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { EngineCalls } from './engine-calls.ts'
import type { LiveChannels } from './live-channels.ts'
import type { Metrics } from './metrics.ts'
import { refusedError } from './refused.ts'
import type { Tries } from './tries.ts'

/** What every call of the wire shares. */
export interface WireHost {
  readonly server: OpenServer
  readonly engine: EngineCalls
  /** Writes reference data as the server's own device. */
  readonly writeOwn: (events: readonly ReferenceFresh[]) => Promise<Result<null>>
  readonly metrics: Metrics
  readonly live: LiveChannels
  readonly tries: { readonly enrol: Tries; readonly password: Tries; readonly people: Tries; readonly push: Tries }
}

/** Who calls: null only where no credential is needed. */
export interface CallContext {
  readonly device: EnrolledDevice | null
  readonly address: string
}

/** How the server names itself to a machine, which pins the key (SYNC-ENROL-1). */
export const identityOf = ({ identity, ports }: OpenServer) => ({
  id: identity.id,
  logEpoch: identity.logEpoch,
  publicKey: toHex(ports.signing.publicKey),
})

/** The calling device, or the refusal that the server does not know it. */
export function deviceOf({ device }: CallContext): EnrolledDevice {
  if (device === null) throw refusedError({ code: 'sync-unknown-device', params: {} })
  return device
}

/** Counts a try and refuses when there were too many. */
export function countTry({ server }: WireHost, tries: Tries, name: string): void {
  const seconds = tries.begins(name, msOf(server.ports.clock.now()))
  if (seconds !== null) throw refusedError({ code: 'sync-too-many-requests', params: { seconds } })
}
