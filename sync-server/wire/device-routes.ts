import { officesOf } from '#shared/domain/access/unit-tree.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { noLink } from '#shared/sync/link.ts'
import { challengeBytes } from '#shared/sync/server-challenge.ts'
import { hasCases } from '#server/devices/has-cases.ts'
import { enrolDevice } from '#server/devices/enrol.ts'
import type { Enrolment } from '#server/devices/enrol.ts'
import { liveDevice } from '#server/devices/find-device.ts'
import { countGivenSerial } from '#server/devices/take-numbers.ts'
import { openEpoch } from '#server/devices/open-epoch.ts'
import { countTry, deviceOf, identityOf } from './context.ts'
import type { WireHost } from './context.ts'
import { furnishOffice } from './furnish-office.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'
import { knowsWire } from './versions.ts'

/** `device.enrol`, `device.challenge`, `device.renew`. */
export function deviceRoutes(os: Builder, host: WireHost) {
  return os.device.router({
    enrol: os.device.enrol.handler(async ({ input, context }) => {
      countTry(host, host.tries.enrol, context.address)
      orRefuse(knowsWire(input.wire))
      return orRefuse(await enrol(host, input))
    }),
    challenge: os.device.challenge.handler(({ input }) => {
      const { identity, ports } = host.server
      return { signature: toHex(ports.signing.sign(challengeBytes(identity.id, input))) }
    }),
    renew: os.device.renew.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      const after = input.follows === null ? noLink : await heldLink(host, device.id, input.follows)
      if (after === null) return orRefuse(refuse('sync-signature'))
      const { db, ports } = host.server
      const { epoch, publicKey } = input
      return orRefuse(await openEpoch(db, ports, { device, epoch, publicKey, after }))
    }),
  })
}

async function heldLink(
  { server }: WireHost,
  device: string,
  place: { readonly epoch: number; readonly sequence: number; readonly link: string },
): Promise<Uint8Array | null> {
  const link = await server.log.read((log) => log.linkAt({ device, epoch: place.epoch, sequence: place.sequence }))
  return link !== null && Buffer.from(link).toString('hex') === place.link ? link : null
}

async function enrol(
  host: WireHost,
  input: Enrolment & { standAlone: { numbers: readonly { year: number; highest: number }[] } | null },
) {
  const { db, ports } = host.server
  const mayJoin = (unit: string): Promise<Result<null>> => mayGoUp(host, unit, input)
  const enrolled = await enrolDevice(db, ports, { ...input, mayJoin })
  if (!enrolled.ok) return enrolled
  const access = await host.engine.access()
  const unit = must(access.units.get(enrolled.value.unit), 'a code is given for a known unit')
  const { id, kind, code } = unit
  for (const { year, highest } of input.standAlone?.numbers ?? [])
    await countGivenSerial(db, { unit: id, year, serial: highest })
  const furnished = input.standAlone === null ? await furnishOffice(host, unit) : ok(null)
  if (!furnished.ok) return furnished
  const device = orRefuse(await liveDevice(db, input.device))
  return ok({
    server: identityOf(host.server),
    credential: enrolled.value.credential,
    unit: { id, kind, code, office: officesOf(access.units, id)[0] ?? null },
    feeds: [...(await host.engine.feedsOf(device))],
  })
}

/**
 * A stand-alone office goes up by a code of its own, and only where the server has none of its cases (SYNC-ENROL-3).
 * A department never stood alone: what comes first of a machine that did is asked for no right.
 */
async function mayGoUp({ server, engine }: WireHost, unit: string, { standAlone }: Enrolment): Promise<Result<null>> {
  if (standAlone === null) return ok(null)
  const { office } = standAlone
  const kind = (await engine.access()).units.get(unit)?.kind
  if (office !== unit || kind !== 'office') return refuse('sync-code-of-other-unit', { unit, office })
  return (await hasCases(server.log, unit)) ? refuse('sync-office-has-cases', { office }) : ok(null)
}
