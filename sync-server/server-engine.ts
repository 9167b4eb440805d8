/** The engine on an opened server, as the wire and the administrator ask it. */
import type { UnitSet } from '#shared/domain/access/events.ts'
import { shippedCentral } from '#shared/domain/case/shipped-office.ts'
import type { ReferenceFresh } from '#shared/domain/case/shipped-office.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import { assert } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import type { AdminHost } from './admin/admin-host.ts'
import { serverDevice } from './devices/own-push.ts'
import { ownWriter } from './devices/own-writer.ts'
import type { OpenServer } from './open-server.ts'
import type { OwnEvent } from './ports.ts'
import { engineCalls } from './wire/engine-calls.ts'
import type { EngineCalls } from './wire/engine-calls.ts'

export interface ServerEngine {
  readonly engine: EngineCalls
  readonly adminHost: AdminHost
  /** Writes a duty: taken, or void where another machine was first with it. */
  readonly writeDuty: (event: OwnEvent) => Promise<Result<Outcome>>
}

/** What a new server's central unit is called until somebody edits it. */
const centralUnit: UnitSet = {
  id: 'central' as UnitSet['id'],
  kind: 'central',
  code: 'HQ',
  name: { ar: 'الوحدة المركزية', en: 'Central unit' },
  parent: null,
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
}
const firstCountry: Country = 'SA'

/** Makes the central unit at the first start; what an older program could not judge is judged now (SYNC-APPEND-8). */
export async function serverEngine(server: OpenServer): Promise<ServerEngine> {
  const engine = engineCalls(server)
  const device = serverDevice(server.ports)
  const push = ownWriter({ ...server, push: (page) => engine.push(device, page) })
  const writeOwn = async (fresh: readonly ReferenceFresh[]): Promise<Result<null>> => settled(await push(fresh))
  const { units } = await engine.access()
  if (!units.has(centralUnit.id)) await writeOwn(shippedCentral(centralUnit, firstCountry))
  await engine.judgeAllHeld()
  const adminHost: AdminHost = {
    server,
    access: () => engine.access(),
    writeOwn,
    verify: async () => ok(await engine.verify()),
    stateHash: async (unit) => ok(await engine.stateHash(unit)),
    offers: () => engine.offers(),
    decideOffer: (asked) => engine.decideOffer(asked),
    dropRevoked: async () => {},
  }
  return { engine, adminHost, writeDuty: (event) => push([event]) }
}

/** The server's own writing is taken, or it is a fault of the program and nobody's to decide. */
function settled(pushed: Result<Outcome>): Result<null> {
  if (!pushed.ok) return pushed
  assert(pushed.value.kind === 'accepted', `the server's own commit is accepted, not ${JSON.stringify(pushed.value)}`)
  return ok(null)
}
