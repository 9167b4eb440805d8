/**
 * The server is a device of its own (`server`, in the central unit) and author of the units, users and lists that its
 * administrator makes: what it writes is a push like any machine's, signed and judged at the same gate.
 */
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { epochLink, nextLink, noLink } from '#shared/sync/link.ts'
import { saltLength, sealPrivatePart } from '#shared/sync/private-part.ts'
import { writePushPage } from '#shared/sync/push-page.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import type { EnrolledDevice, OwnEvent, ServerPorts } from '#server/ports.ts'

export const serverDeviceId = 'server'
const epoch = 1

/** The server as its own engine sees it. */
export function serverDevice({ hash, signing }: ServerPorts): EnrolledDevice {
  const { publicKey } = signing
  const follows = epochLink(hash, noLink, { device: serverDeviceId, epoch, publicKey: toHex(publicKey) })
  return {
    id: serverDeviceId,
    unit: 'central',
    epochs: [{ epoch, publicKey, follows }],
    users: [],
    lastContact: null,
    stoodAloneUntil: null,
    joinedAt: 0,
  }
}

/** One commit of the server's own, as the bytes of a push that goes on from where its chain ends. */
export async function ownPush(log: ServerLog, ports: ServerPorts, fresh: readonly OwnEvent[]): Promise<Uint8Array> {
  const ends = await log.read((reader) => reader.deviceEnds(serverDeviceId))
  const opening = must(serverDevice(ports).epochs[0], 'the server has one epoch').follows
  const end = ends.find((known) => known.epoch === epoch) ?? { sequence: 0, link: opening }
  const commit = ports.ids.uuid()
  const at = ports.clock.now()
  let { link } = end
  const events = fresh.map((event, index): EventBytes => {
    const hidden = event.private === null ? null : sealPrivatePart(event.private, ports.ids.randomBytes(saltLength))
    const privateHash = hidden === null ? null : toHex(ports.hash(hidden))
    const content = contentOf(event, { id: ports.ids.uuid(), commit, index, count: fresh.length, at, privateHash })
    const [envelope, facts] = [canonicalBytes(content), canonicalBytes(event.facts)]
    const place = { device: serverDeviceId, epoch, sequence: end.sequence + index + 1 }
    link = nextLink(ports.hash, link, { place, contentHash: contentHash(ports.hash, envelope, facts) })
    return { envelope, facts, private: hidden }
  })
  const head = {
    device: serverDeviceId,
    epoch,
    first: end.sequence + 1,
    commits: [{ commit, count: fresh.length }],
    link: toHex(link),
    signature: toHex(ports.signing.sign(link)),
    rights: '',
    sentAt: at,
  }
  return writePushPage({ head, events })
}

type Place = Pick<EnvelopeContent, 'id' | 'commit' | 'index' | 'count' | 'at' | 'privateHash'>

const contentOf = ({ stream, type, version, actor, via }: OwnEvent, place: Place): EnvelopeContent => ({
  ...place,
  stream,
  type,
  version,
  actor: actor ?? serverDeviceId,
  session: null,
  expects: {},
  rights: null,
  via: via ?? 'cli',
})
