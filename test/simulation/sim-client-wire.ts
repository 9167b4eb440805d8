import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import { NoAnswer } from './network.ts'
import type { Network } from './network.ts'
import type { SimServer } from './sim-server.ts'
import { Crash } from './sim-store.ts'
import { wireOf } from './sim-wire.ts'

interface Calling {
  readonly name: string
  readonly device: string
  readonly network: Network
  readonly server: SimServer
  /** What belongs to an earlier life of the machine never goes on. */
  readonly ofThisLife: <T>(promise: Promise<T>) => Promise<T>
}

/** The server as a machine calls it over the network. */
export function simClientWire({ name, device, network, server, ofThisLife }: Calling): Wire {
  // Every call goes the same way, whatever it asks: their own types meet again in what is given back.
  const direct = wireOf(server, device) as unknown as Record<string, (input: unknown) => Promise<Result<unknown>>>
  const calls = Object.entries(direct).map(([call, serve]) => [
    call,
    (input: unknown) =>
      ofThisLife(
        network
          .call(name, call, () => unlessDead(() => serve(input)))
          .catch((error: unknown) => {
            if (error instanceof NoAnswer) return refuse('sync-unreachable')
            throw error
          }),
      ),
  ])
  return Object.fromEntries(calls) as unknown as Wire
}

/** A server that died answers nobody. */
async function unlessDead<T>(serve: () => Promise<T>): Promise<T> {
  try {
    return await serve()
  } catch (error) {
    if (error instanceof Crash) return new Promise<T>(() => {})
    throw error
  }
}
