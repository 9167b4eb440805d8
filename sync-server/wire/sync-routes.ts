import { wireVersion } from '#shared/contract/wire/contract.ts'
import { createLine } from '#shared/lib/in-order.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import { pushBounds } from '#shared/sync/push-page.ts'
import { decidedAmong } from '#server/engine/offer.ts'
import type { AskedEntries } from '#server/engine/read-feed.ts'
import { unshownTo } from '#server/engine/unshown-entries.ts'
import { raiseAgain } from '#server/devices/alarms.ts'
import { recordContact } from '#server/devices/contact.ts'
import { noteCopies } from '#server/devices/machine-copies.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { deviceOf, identityOf } from './context.ts'
import type { WireHost } from './context.ts'
import type { PushAnswer } from './engine-calls.ts'
import { followEpoch, holdAgainst } from './follow-epoch.ts'
import { packPage, unpackPage } from './pack.ts'
import { placeOffice } from './place-office.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'
import { knowsWire, oldestWire } from './versions.ts'

/** `sync.*`: hello, push, pull, snapshots, offers. Pages are packed and unpacked here, at the edge. */
export function syncRoutes(os: Builder, host: WireHost) {
  const lineOf = createLines()
  return os.sync.router({
    hello: os.sync.hello.handler(async ({ input, context }) => {
      orRefuse(knowsWire(input.wire))
      return hello(host, deviceOf(context), input)
    }),
    push: os.sync.push.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      const page = orRefuse(await lineOf(device.id)(unpacked(input)))
      return orRefuse(await takePush(host, device, page))
    }),
    pull: os.sync.pull.handler(async ({ input, context }) =>
      blobOf(orRefuse(await pull(host, deviceOf(context), input))),
    ),
    snapshot: os.sync.snapshot.handler(async ({ input, context }) =>
      orRefuse(await host.engine.snapshot(deviceOf(context), input.feed)),
    ),
    part: os.sync.part.handler(async ({ input, context }) =>
      blobOf(orRefuse(await host.engine.part(deviceOf(context), input))),
    ),
    offer: os.sync.offer.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      return orRefuse(await host.engine.offer(device, orRefuse(await unpacked(input))))
    }),
  })
}

/** Two pushes of a machine are unpacked at once: the later one must not be read before the one that it goes on from. */
function createLines(): (device: string) => ReturnType<typeof createLine> {
  const lines = new Map<string, ReturnType<typeof createLine>>()
  return (device) => {
    const line = lines.get(device) ?? createLine()
    lines.set(device, line)
    return line
  }
}

async function unpacked(packed: Blob): Promise<Result<Uint8Array>> {
  if (packed.size > pushBounds.packedBytes)
    return refuse('sync-page-too-large', { limit: pushBounds.packedBytes / 1024 / 1024 })
  return unpackPage(new Uint8Array(await packed.arrayBuffer()), pushBounds.plainBytes)
}

export async function takePush(host: WireHost, device: EnrolledDevice, page: Uint8Array): Promise<Result<PushAnswer>> {
  const pushed = await host.engine.push(device, page)
  await followPush(host, { pushed, device })
  return pushed
}

/** As `takePush`, by a device that is asked for with the push. */
export async function takePushBy(host: WireHost, id: string, page: Uint8Array): Promise<Result<PushAnswer>> {
  const { pushed, caller } = await host.engine.pushBy(id, page)
  if (caller === null) return pushed
  await followEpoch(host, caller)
  await followPush(host, { pushed, device: caller.device })
  return pushed
}

interface Taken {
  readonly pushed: Result<PushAnswer>
  readonly device: EnrolledDevice
}

/** The same id with other bytes is no mishap of the network: somebody is told (SYNC-PUSH-4). */
async function followPush(host: WireHost, { pushed, device }: Taken): Promise<void> {
  const { server } = host
  if (pushed.ok && device.stoodAloneUntil !== null) await placeOffice(host, device.unit)
  for (const { code, params } of differing(pushed))
    await raiseAgain(server.db, server.ports, { device: device.id, code, detail: JSON.stringify(params) })
}

/** The whole push may be refused for it, or one commit of it. */
function differing(pushed: Result<PushAnswer>): readonly OutcomeReason[] {
  const said = pushed.ok
    ? pushed.value.outcomes.flatMap(({ outcome }) => (outcome.kind === 'refused' ? [outcome.reason] : []))
    : [pushed.refusal]
  return said.filter(({ code }) => code === 'sync-bytes-differ')
}

async function pull(
  { engine }: WireHost,
  device: EnrolledDevice,
  {
    own: epoch,
    wire,
    ...asked
  }: Omit<AskedEntries, 'own'> & { readonly own?: number | undefined; readonly wire: number },
): Promise<Result<Uint8Array>> {
  const own = epoch === undefined ? undefined : { device: device.id, epoch }
  const page = await engine.readPage(device, { ...asked, own, unshownTo: unshownTo(device, wire) })
  return page.ok ? ok(page.value.bytes) : page
}

const blobOf = async (page: Uint8Array): Promise<Blob> =>
  new Blob([await packPage(page)], { type: 'application/octet-stream' })

interface Greeting {
  readonly epoch: number
  readonly waiting: number
  readonly heads?: readonly SignedHead[] | undefined
  readonly onOffer?: readonly string[] | undefined
}

async function hello(host: WireHost, device: EnrolledDevice, { epoch, waiting, heads = [], onOffer = [] }: Greeting) {
  const { server } = host
  await holdAgainst(host, device, heads)
  const now = server.ports.clock.now()
  const [feeds, copied] = await Promise.all([
    host.engine.feedsOf(device),
    noteCopies(server.db, server.ports, { device, epoch }),
    recordContact(server.db, { device: device.id, now, waiting }),
  ])
  const [feedEnds, deviceEnds, decided] = await server.log.read((log) =>
    Promise.all([log.feedEnds(feeds), log.deviceEnds(device.id), decidedAmong(log, onOffer)]),
  )
  const ends = new Map(feedEnds.map((end) => [end.feed, end]))
  const end = deviceEnds.find((known) => known.epoch === epoch)
  return {
    server: identityOf(server),
    wire: { now: wireVersion, oldest: oldestWire },
    time: now,
    feeds: feeds.map((feed) => {
      const { sequence, hash } = ends.get(feed) ?? { sequence: 0, hash: new Uint8Array(32) }
      return { feed, sequence, hash: toHex(hash) }
    }),
    end: end === undefined ? null : { epoch: end.epoch, sequence: end.sequence, link: toHex(end.link) },
    ...(copied ? { copied } : {}),
    ...(decided.length > 0 ? { decided } : {}),
  }
}
