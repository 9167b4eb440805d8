import { wireVersion } from '#shared/contract/wire/contract.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { CorePorts } from '#core/ports.ts'
import { type DeviceSigner, readChains } from '#core/store/chain.ts'
import { beginFeed } from '#core/store/feeds.ts'
import type { Store } from '#core/store/open-store.ts'
import { relinkUnanswered } from '#core/store/relink.ts'
import { type Membership, readMembership, writeMembership } from './membership.ts'
import { enrolAt } from './network-wire.ts'
import type { Enrolled, EnrolInput } from './wire.ts'

export interface Enrolment {
  readonly store: Store
  readonly ports: Pick<CorePorts, 'clock'>
  readonly signer: () => DeviceSigner
  /** Makes the key of a later epoch. */
  readonly startEpoch: (epoch: number) => void
  readonly url: string
  readonly code: string
  readonly program: string
  readonly standAlone: EnrolInput['standAlone']
}

/** Enrols this machine at a server and notes what it joined (SYNC-ENROL-1, SYNC-ENROL-3). */
export async function enrol(asked: Enrolment): Promise<Result<Membership>> {
  const { db } = asked.store
  const joined = readMembership(db)
  if (joined !== null) return refuse('sync-joined-already', { url: joined.url })
  makeOneChain(asked)
  const { device, epoch, publicKey } = asked.signer()
  const { code, program, standAlone } = asked
  const enrolled = await enrolAt(asked.url, {
    code,
    wire: wireVersion,
    device,
    epoch,
    publicKey: toHex(publicKey),
    program,
    standAlone,
  })
  if (!enrolled.ok) return enrolled
  const membership = membershipOf(asked, enrolled.value, epoch)
  db.transaction(() => {
    writeMembership(db, membership)
    for (const feed of enrolled.value.feeds) beginFeed(db, feed, enrolled.value.server.logEpoch)
  })
  return ok(membership)
}

/** A server knows one key of a new device: the chains of a log that was restored before become one of a new epoch. */
function makeOneChain({ store: { db }, signer, startEpoch }: Enrolment): void {
  const chains = readChains(db)
  if (chains.length < 2) return
  startEpoch((chains.at(-1)?.epoch ?? 1) + 1)
  db.transaction(() => relinkUnanswered(db, signer()))
}

const membershipOf = (asked: Enrolment, enrolled: Enrolled, epoch: number): Membership => ({
  url: asked.url,
  credential: enrolled.credential,
  server: enrolled.server,
  unit: enrolled.unit,
  epoch,
  joinedAt: asked.ports.clock.now(),
  lastContact: asked.ports.clock.now(),
  mayHide: false,
  recovering: false,
  verifiersDue: asked.standAlone !== null,
})
