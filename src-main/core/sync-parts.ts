import { randomInt } from 'node:crypto'
import { hostname } from 'node:os'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { credentials } from './services/credentials.ts'
import type { Office } from './services/office.ts'
import { enrolledUnitKey, homeUnitKey, readReferenceData } from './services/reference-data.ts'
import { noteNoOwnCodes } from './services/tracking-code.ts'
import { forgetHeard } from './services/forget-again.ts'
import { sweepingOf } from './services/sweep-office.ts'
import type { BareFolder, Enrolling, SyncHandle, SyncParts } from './services/sync-handle.ts'
import { takeReceived } from './services/take-received.ts'
import type { ReadableDb } from './store/driver.ts'
import { ledgerLooker } from './store/forgotten-ledger.ts'
import { offerBlobsAgain } from './store/blob-queue.ts'
import { openChain } from './store/chain.ts'
import { dropFeed, readFeeds } from './store/feeds.ts'
import { dropAllHeldActs } from './store/held-acts.ts'
import { removeSetting, writeSetting } from './store/settings.ts'
import type { SyncClient } from './sync-client/client.ts'
import { BlobRunner } from './sync-client/blob-runner.ts'
import { Driver, type DriverPorts } from './sync-client/driver.ts'
import { enrol } from './sync-client/enrol.ts'
import { fillUntil } from './sync-client/fill.ts'
import { judgeAgain, withdrawHeld } from './sync-client/held-commits.ts'
import { noteLeaving, readLeftServer } from './sync-client/left-server.ts'
import { changeMembership, forgetMembership, type Membership, readMembership } from './sync-client/membership.ts'
import { networkBlobs } from './sync-client/network-blobs.ts'
import { networkWire } from './sync-client/network-wire.ts'
import { proveServer } from './sync-client/prove-server.ts'
import { reachServer } from './sync-client/reach-server.ts'
import { exchange } from './sync-client/round.ts'
import type { Vault } from './vault/vault.ts'

/*
 * Where the exchange with a server is joined to an office: services know no network, the client knows no service.
 */
export const networkSync: SyncParts = {
  membership: (db) => joinedTo(readMembership(db)),
  look: async (url) => {
    const isThere = await fetch(`${url.replace(/\/+$/, '')}/health`, { signal: AbortSignal.timeout(10_000) })
      .then((answer) => answer.ok)
      .catch(() => false)
    if (!isThere) return refuse('sync-unreachable', { detail: url })
    return ok({ server: new URL(url).host, fingerprint: '', secure: url.startsWith('https:') })
  },
  enrol: enrolFolder,
  fill: async (folder) => {
    const client = bareClient(folder)
    return fillUntil(client, () => readReferenceData(folder.store.db) !== null)
  },
  start: startSync,
  left: (db) => readLeftServer(db),
  proveServer: ({ store, ports }, url) => proveServer(lineOf({ store }), { url, ids: ports.ids }),
  move: ({ store: { db } }, url) => db.transaction(() => changeMembership(db, { url })),
  forget: ({ store: { db }, ports }) =>
    db.transaction(() => {
      noteLeaving(db, ports.clock.now())
      writeSetting(db, homeUnitKey, must(readMembership(db), 'only a joined machine leaves').unit.id)
      forgetMembership(db)
      removeSetting(db, enrolledUnitKey)
      for (const { feed } of readFeeds(db)) dropFeed(db, feed)
      dropAllHeldActs(db)
      // Another server has none of the files yet.
      offerBlobsAgain(db)
    }),
}

const joinedTo = (membership: Membership | null) =>
  membership === null
    ? null
    : {
        url: membership.url,
        server: membership.server.id,
        publicKey: membership.server.publicKey,
        unit: membership.unit,
        lastContact: membership.lastContact,
        copied: membership.copied === true,
      }

/** As the server's administrator tells machines apart: a lost one is ended by its name. */
const program = `insaf 0.1.0, ${hostname()}`.slice(0, 60)

async function enrolFolder({ store, vault, ports, url, code, standAlone }: Enrolling): Promise<Result<null>> {
  const enrolled = await enrol({
    store,
    ports,
    signer: () => must(vault.signer, 'an opened folder has a device'),
    startEpoch: (epoch) => void vault.startEpoch(must(vault.signer, 'a device').device, epoch),
    url,
    code,
    program,
    standAlone,
  })
  if (!enrolled.ok) return enrolled
  store.db.transaction(() => {
    writeSetting(store.db, enrolledUnitKey, enrolled.value.unit.id)
    noteNoOwnCodes(store.db)
  })
  return ok(null)
}

const lineOf = ({ store }: Pick<BareFolder, 'store'>): Membership =>
  must(readMembership(store.db), 'a joined folder has its membership')

const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A folder that has no office yet: what comes is only stored. */
function bareClient({ store, vault, ports }: BareFolder): SyncClient {
  const chain = openChain(store.db, must(vault.signer, 'an opened folder has a device'))
  return {
    store,
    ports,
    wire: networkWire(lineOf({ store })),
    chain: () => chain,
    startEpoch: () => {
      throw new Error('a folder without an office has written nothing')
    },
    reopenChain: () => {},
    rights: () => '',
    numberYears: () => [],
    effects: {
      onReceived: () => {},
      forgetHeard: () => {},
      wereForgotten: () => false,
      noteForgotten: () => {},
      removeFiles: () => Promise.resolve(),
      sweepIndex: () => Promise.resolve(),
      renewBackups: () => Promise.resolve(true),
    },
    breathe,
  }
}

type Reaching = Pick<SyncClient, 'wire'> & { readonly onReceived: () => void }

function officeClient(office: Office, vault: Vault, { wire, onReceived }: Reaching): SyncClient {
  const reopenChain = (): void => {
    office.chain = openChain(office.store.db, must(vault.signer, 'an opened folder has a device'))
  }
  return {
    store: office.store,
    ports: office.ports,
    wire,
    chain: () => office.chain,
    startEpoch: (epoch) => {
      vault.startEpoch(office.chain.device, epoch)
      reopenChain()
    },
    reopenChain,
    rights: () => office.reference.rightsVersion,
    numberYears: () => numberYears(office),
    effects: {
      onReceived: (streams) => {
        takeReceived(office, streams)
        onReceived()
      },
      // An open page of him is to show that he is gone.
      forgetHeard: () => takeReceived(office, forgetHeard(office)),
      wereForgotten: ledgerLooker(office.store.folder),
      ...sweepingOf(office, vault),
    },
    breathe,
  }
}

const monthAheadMs = 30 * 24 * 60 * 60 * 1000

/** This year, and from December on the next: a machine that is offline over New Year has its numbers. */
function numberYears({ reference, ports }: Office): readonly number[] {
  const now = ports.clock.now()
  const yearAt = (ms: number): number => Number(localDateOf(reference.settings.zone, instantFromMs(ms)).slice(0, 4))
  return [...new Set([yearAt(msOf(now)), yearAt(msOf(now) + monthAheadMs)])]
}

/** A person who opens a file waits so long for it; it comes on behind him. */
const openWithinMs = 60_000

const after = (ms: number, work: () => void): (() => void) => {
  const timer = setTimeout(work, ms).unref()
  return () => clearTimeout(timer)
}

const blobsOf = (office: Office): BlobRunner =>
  new BlobRunner({
    db: office.store.db,
    files: office.files,
    wire: networkBlobs(lineOf(office)),
    now: () => msOf(office.ports.clock.now()),
    after,
    onChange: () => office.changes.publish(['sync']),
    onFault: (error) =>
      office.ports.log.error('files failed', { error: error instanceof Error ? (error.stack ?? '') : String(error) }),
  })

function startSync(office: Office, vault: Vault, background: boolean): SyncHandle {
  const blobs = blobsOf(office)
  // During a round files wait for its end; what comes live may name one.
  const onReceived = (): void => void (driver.state.kind === 'resting' && blobs.wake())
  const { wire, openLive } = reachServer(lineOf(office))
  const client = officeClient(office, vault, { wire, onReceived })
  const { db } = office.store
  const round = roundOf(office, client, () => void (background && blobs.wake()))
  const driver = new Driver({
    client,
    round,
    after,
    jitter: () => randomInt(1000),
    openLive,
    onState: () => office.changes.publish(['sync']),
  })
  if (background) driver.tell({ kind: 'join' })
  return {
    state: () => driver.state,
    server: () => pinned(db),
    now: async () => {
      const done = await (background ? driver.now() : round('all'))
      // A command's core ends with its command: the files go with it. One that lives carries them behind.
      const carried = done.ok ? blobs.hurry() : Promise.resolve()
      if (!background) await carried
      return done
    },
    written: () => void (background && send(office, driver, blobs)),
    looked: () => driver.tell({ kind: 'looked' }),
    lastContact: () => (readMembership(office.store.db)?.lastContact ?? null) as Instant | null,
    allowHiding: () => {
      db.transaction(() => changeMembership(db, { mayHide: true }))
      driver.tell({ kind: 'resume' })
    },
    retry: (commit) => judgeAgain(client, commit),
    withdraw: (commit, reason) => withdrawHeld(client, commit, reason),
    findPerson: (asked) => client.wire.findPerson(asked),
    proposedLinks: (asked) => client.wire.proposedLinks(asked),
    prove: (username, password) => client.wire.prove({ username, password }),
    setPassword: (asked) => client.wire.setPassword(asked),
    givePassword: (asked) => client.wire.givePassword(asked),
    ...filesHandle(blobs),
    settled: () => driver.settled(),
    end: () => {
      blobs.end()
      driver.tell({ kind: 'leave' })
    },
  }
}

/** At once, before tables are written and whoever wrote is answered: colleagues wait longer than he does. Files go behind. */
function send({ changes }: Office, driver: Driver, blobs: BlobRunner): void {
  // What waits has changed, also where the connection stays as it is.
  changes.publish(['sync'])
  driver.tell({ kind: 'written' })
  setImmediate(() => void blobs.wake())
}

/** A round that throws is a fault of this program: it is written down, and the machine tries again. */
const roundOf =
  (office: Office, client: SyncClient, onDone: () => void): DriverPorts['round'] =>
  async (work) => {
    try {
      const done = await exchange(client, work)
      if (done.ok) onDone()
      return done.ok && work === 'all' ? await bringVerifiers(office, client) : done
    } catch (error) {
      office.ports.log.error('exchange failed', { error: error instanceof Error ? (error.stack ?? '') : String(error) })
      return refuse('sync-unreachable', { detail: error instanceof Error ? error.message : String(error) })
    }
  }

const filesHandle = (blobs: BlobRunner): Pick<SyncHandle, 'files' | 'fetchFile'> => ({
  files: () => blobs.status(),
  fetchFile: (address) => {
    const late = refuse('sync-unreachable', { detail: 'file' })
    return Promise.race([
      blobs.fetchNow(address),
      new Promise<typeof late>((resolve) => void after(openWithinMs, () => resolve(late))),
    ])
  },
})

const pinned = (db: ReadableDb) => {
  const { id, publicKey } = must(readMembership(db), 'a joined folder has its membership').server
  return { id, publicKey: Buffer.from(publicKey, 'hex') }
}

/** A stand-alone office that went up brings its users' verifiers, once its log is there (SYNC-ENROL-3). */
async function bringVerifiers(office: Office, client: SyncClient): Promise<Result<null>> {
  const { db } = office.store
  if (readMembership(db)?.verifiersDue !== true) return ok(null)
  const verifiers = [...office.reference.users.keys()].flatMap((user) => {
    const verifier = credentials.of(db, user)
    return verifier === null ? [] : [{ user, verifier }]
  })
  const brought = await client.wire.bringVerifiers({ verifiers })
  if (!brought.ok && brought.refusal.code !== 'sync-verifiers-late') return brought
  db.transaction(() => changeMembership(db, { verifiersDue: false }))
  return ok(null)
}
