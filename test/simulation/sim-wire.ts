import { blockAt, blockSize } from '#shared/domain/numbering/number-blocks.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { sameBytes, toHex } from '#shared/sync/bytes.ts'
import { epochLink, noLink } from '#shared/sync/link.ts'
import { SignedHead } from '#shared/sync/feed-page.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import { appendAsking } from '#server/engine/append-push.ts'
import { feedsOfDevice } from '#server/engine/feeds-of-device.ts'
import { retryHeld, withdrawHeld } from '#server/engine/judge-held.ts'
import type { CommitAnswer } from '#server/engine/judge-held.ts'
import { decidedAmong, offerEvents } from '#server/engine/offer.ts'
import type { Judging } from '#server/engine/policy.ts'
import { readFeedPage } from '#server/engine/read-feed.ts'
import { findLackedHead } from '#server/engine/lacked-head.ts'
import { readPart, readSnapshot } from '#server/engine/snapshot.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { serverIdentity, spokenWire } from './sim-server.ts'
import type { SimServer } from './sim-server.ts'

/** Small, so that a story has feeds of several pages. */
const entriesAPage = 40

const absent = async (): Promise<Result<never>> => refuse('sync-unreachable')

/** In: the server, a device. Out: the server as that machine calls it, without the network between. */
export function wireOf(server: SimServer, id: string): Wire {
  const device = (): EnrolledDevice => must(server.devices.get(id), 'an enrolled device')
  const judging = (confirmed = ''): Judging => ({ device: device(), now: server.ports.clock.now(), confirmed })
  const wire: Wire = {
    hello: (asked) => hello(server, device(), asked),
    push: async (bytes) => {
      const page = readPushPage(bytes)
      if (page === null) return refuse('sync-page-malformed', { detail: 'page' })
      const asked = async (): Promise<Result<Judging>> => {
        if (server.revoked.has(id)) return refuse('sync-device-revoked')
        const judged = judging(page.head.rights)
        // Before it is judged: the server may die between its word and its answer.
        noteConfirmed(server, judged)
        return ok(judged)
      }
      const { log } = server.engine
      // As over the live channel: who pushes is asked in the transaction itself.
      const pushed = await appendAsking(
        server.engine,
        { write: (work) => log.write((writer) => work(writer, { device: id, judging: asked })) },
        page,
      )
      if (!pushed.ok) return pushed
      const { outcomes, rights } = pushed.value
      noteAnswered(server, outcomes)
      return ok({ outcomes: [...outcomes], rights })
    },
    pull: ({ feed, after, limit, own: epoch }) => {
      const { engine } = server
      return engine.log.read(async (log) => {
        const feeds = await feedsOfDevice(engine, log, device())
        if (!feeds.includes(feed)) return refuse('sync-feed-not-yours', { feed })
        const own = epoch === undefined ? undefined : { device: id, epoch }
        const page = await readFeedPage(engine, log, {
          feed,
          after,
          limit: Math.min(limit, entriesAPage),
          own,
          unshownTo: device().joinedAt,
        })
        return ok(page.bytes)
      })
    },
    renew: (asked) => renew(server, device(), asked),
    offer: (page) => offerEvents(server.engine, device(), page),
    retry: (commit) => retryHeld(server.engine, judging(), commit),
    withdraw: (asked) => withdrawHeld(server.engine, judging(), asked),
    tellNumbers: (numbers) => Promise.resolve(ok(countGiven(server, device().unit, numbers))),
    takeNumbers: (year) => Promise.resolve(ok(takeBlock(server, device().unit, year))),
    snapshot: (feed) => readSnapshot(server.engine, device(), feed),
    part: (asked) => readPart(server.engine, device(), asked),
    findPerson: absent,
    proposedLinks: absent,
    prove: absent,
    setPassword: absent,
    givePassword: absent,
    bringVerifiers: absent,
  }
  return unlessRevoked(wire, () => isOver(server, id))
}

function noteConfirmed(server: SimServer, { device, now, confirmed }: Judging): void {
  const key = `${device.id} ${now}`
  server.confirmed.set(key, (server.confirmed.get(key) ?? new Set<string>()).add(confirmed))
}

function noteAnswered(server: SimServer, outcomes: readonly CommitAnswer[]): void {
  for (const { commit, outcome } of outcomes) {
    if (!server.isDurable(commit)) server.early.push(commit)
    if (outcome.kind === 'held') server.everHeld.add(commit)
  }
}

/** Whether this call of a device is one too many. */
function isOver({ revoked, expiring }: SimServer, id: string): boolean {
  const left = expiring.get(id) ?? null
  if (left === 0) revoked.add(id)
  if (left === 0 || revoked.has(id)) expiring.delete(id)
  else if (left !== null) expiring.set(id, left - 1)
  return revoked.has(id)
}

/** A revoked device gets no answer but that it is revoked (SYNC-ENROL-2). */
function unlessRevoked(wire: Wire, isRevoked: () => boolean): Wire {
  const calls = Object.entries(wire as unknown as Record<string, (asked: unknown) => Promise<Result<unknown>>>)
  const guarded = calls.map(([name, call]) => [
    name,
    (asked: unknown) => (isRevoked() ? Promise.resolve(refuse('sync-device-revoked')) : call(asked)),
  ])
  return Object.fromEntries(guarded) as unknown as Wire
}

/** As `followEpoch` does it, with one process. */
async function hearHeads(server: SimServer, heads: readonly SignedHead[]): Promise<void> {
  const { engine, ports } = server
  const { signing } = ports
  const lacked = await engine.log.read((log) => findLackedHead({ log, signing, server: engine.server }, heads))
  if (lacked !== null && server.engine.server.logEpoch === engine.server.logEpoch) server.beginAnew()
}

async function hello(
  server: SimServer,
  device: EnrolledDevice,
  { epoch, heads = [], onOffer = [] }: Parameters<Wire['hello']>[0],
): ReturnType<Wire['hello']> {
  await hearHeads(
    server,
    heads.map((head) => SignedHead.parse(head)),
  )
  const { engine } = server
  const answer = await engine.log.read(async (log) => {
    const feeds = await feedsOfDevice(engine, log, device)
    const ends = new Map((await log.feedEnds(feeds)).map((end) => [end.feed, end]))
    const own = (await log.deviceEnds(device.id)).find((end) => end.epoch === epoch)
    return {
      server: serverIdentity(engine),
      wire: spokenWire,
      time: engine.ports.clock.now(),
      feeds: feeds.map((feed) => {
        const { sequence, hash } = ends.get(feed) ?? { sequence: 0, hash: noLink }
        return { feed, sequence, hash: toHex(hash) }
      }),
      end: own === undefined ? null : { epoch, sequence: own.sequence, link: toHex(own.link) },
      decided: await decidedAmong(log, onOffer),
    }
  })
  server.devices.set(device.id, {
    ...must(server.devices.get(device.id), 'enrolled'),
    lastContact: engine.ports.clock.now(),
  })
  return ok(answer)
}

async function renew(
  server: SimServer,
  device: EnrolledDevice,
  asked: Parameters<Wire['renew']>[0],
): ReturnType<Wire['renew']> {
  const { epoch, publicKey } = asked
  const before = await linkFollowed(server, device, asked.follows)
  if (before === null) return refuse('sync-signature')
  const known = must(server.devices.get(device.id), 'an enrolled device')
  if (known.epochs.some((each) => each.epoch >= epoch)) return refuse('sync-epoch-known', { epoch })
  const follows = epochLink(sha256, before, { device: device.id, epoch, publicKey })
  const opened = { epoch, publicKey: Buffer.from(publicKey, 'hex'), follows }
  server.devices.set(device.id, { ...known, epochs: [...known.epochs, opened] })
  return ok({ epoch })
}

async function linkFollowed(
  { engine }: SimServer,
  device: EnrolledDevice,
  follows: Parameters<Wire['renew']>[0]['follows'],
): Promise<Uint8Array | null> {
  if (follows === null) return noLink
  const { epoch, sequence } = follows
  const link = await engine.log.read((log) => log.linkAt({ device: device.id, epoch, sequence }))
  return link !== null && sameBytes(link, Buffer.from(follows.link, 'hex')) ? link : null
}

function takeBlock({ blocks }: SimServer, unit: string, year: number) {
  const key = `${unit} ${year}`
  const given = blocks.get(key) ?? 0
  blocks.set(key, given + 1)
  const { from, to } = blockAt(given)
  return { year, from, to }
}

function countGiven({ blocks }: SimServer, unit: string, numbers: Parameters<Wire['tellNumbers']>[0]): null {
  for (const { year, highest } of numbers) {
    const key = `${unit} ${year}`
    blocks.set(key, Math.max(blocks.get(key) ?? 0, Math.ceil(highest / blockSize)))
  }
  return null
}
