/**
 * What the core and the sync server say to each other. One version a release; the server serves the last released one too
 * (SYNC-VER-1). A device names itself by `authorization: Device <credential>`, save to `device.enrol` and `.challenge`.
 * Pages (`push`, `pull`, `part`) travel as binary bodies, compressed by zstd; their form is in `src-shared/sync`.
 */
import { oc } from '@orpc/contract'
import { z } from 'zod'
import { UserSet, unitKinds } from '#shared/domain/access/events.ts'
import { firstDrawnSerial } from '#shared/domain/numbering/continue-after-restore.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { Outcome, OutcomeReason, TakenBack } from '#shared/sync/outcome.ts'
import { Challenge, Proof } from '#shared/sync/server-challenge.ts'
import { Greeting, Hello, ServerIdentity, hex } from './hello.ts'

/** Raised when a change would not be understood by the other side. */
export const wireVersion = 2

/** Where a server serves the wire, behind the address that machines join by. */
export const wirePrefix = '/wire'

/** How a device names itself: `authorization: Device <credential>`. */
export const deviceScheme = 'Device'

/** Files go up here by tus, with metadata `address`. */
export const blobsPath = `${wirePrefix}/blobs`

/**
 * Files come by GET or HEAD `<filesPath>/<address>?stream=<stream>`, with `range`: the stream is one that this device
 * may hold and whose events name the file (SYNC-BLOB-3). To the machine that sent it a file answers without one.
 */
export const filesPath = `${wirePrefix}/files`

const unit = z.string().min(1).max(64)

/** Every refusal on the wire: a code of the catalogue and what its sentences name. */
const refusals = { REFUSED: { status: 422, data: OutcomeReason } } as const
const base = oc.errors(refusals)

const Enrolled = z.object({
  server: ServerIdentity,
  /** Shown once; the server keeps its hash. */
  credential: z.string().min(32).max(200),
  unit: z.object({ id: unit, kind: z.enum(unitKinds), code: z.string().max(32), office: unit.nullable() }),
  feeds: z.array(FeedName).max(1000),
})

const CommitOutcome = z.object({ commit: z.uuid(), outcome: Outcome })

/** What a push is answered with: an outcome a commit, and the newest rights event. */
export const Pushed = z.object({ outcomes: z.array(CommitOutcome).max(1000), rights: z.string().max(64) })

/** What a front desk may know of a case of another office: no name, no text. */
const FoundCase = z.object({
  reference: z.string().max(40),
  type: z.string().max(40),
  receivedAt: z.string().max(40),
  office: z.object({ ar: z.string().max(200), en: z.string().max(200) }),
  state: z.enum(['open', 'answered', 'closed']),
})

const Block = z.object({ year: z.int(), from: z.int().positive(), to: z.int().positive() })

export const wireContract = {
  device: {
    enrol: base
      .route({ method: 'POST', path: '/device/enrol' })
      .input(
        z.object({
          code: z.string().min(6).max(60),
          wire: z.int(),
          device: z.string().min(1).max(100),
          epoch: z.int().positive(),
          publicKey: hex(32),
          program: z.string().max(60),
          /** A stand-alone office that goes up as it is; null for an empty folder (SYNC-ENROL-3). */
          standAlone: z
            .object({
              office: unit,
              code: z.string().max(32),
              cases: z.int().nonnegative(),
              /** The highest serial it gave out, a year; the server goes on behind it. */
              numbers: z
                .array(z.object({ year: z.int(), highest: z.int().nonnegative() }))
                .max(100)
                .default([]),
            })
            .nullable(),
        }),
      )
      .output(Enrolled),
    challenge: base.route({ method: 'POST', path: '/device/challenge' }).input(Challenge).output(Proof),
    /** A new epoch of this device: after a restore, or when it is one of two clones (SYNC-PUSH-5, SYNC-RECOVER-4). */
    renew: base
      .route({ method: 'POST', path: '/device/renew' })
      .input(
        z.object({
          epoch: z.int().positive(),
          publicKey: hex(32),
          follows: z.object({ epoch: z.int().positive(), sequence: z.int().nonnegative(), link: hex(32) }).nullable(),
        }),
      )
      .output(z.object({ epoch: z.int().positive() })),
  },
  session: {
    /** Proves a user; the verifier may be kept on this machine for 30 days (SYNC-ENROL-4). */
    prove: base
      .route({ method: 'POST', path: '/session/prove' })
      .input(z.object({ username: z.string().min(1).max(60), password: z.string().min(1).max(500) }))
      .output(z.object({ user: UserSet, verifier: z.string().max(500) })),
    setPassword: base
      .route({ method: 'POST', path: '/session/password' })
      .input(
        z.object({
          username: z.string().min(1).max(60),
          old: z.string().min(1).max(500),
          verifier: z.string().min(1).max(500),
        }),
      )
      .output(z.object({})),
    /** Whoever manages users gives another a new password; he proves himself by his own with the same call (SYNC-ENROL-5). */
    givePassword: base
      .route({ method: 'POST', path: '/session/give' })
      .input(
        z.object({
          username: z.string().min(1).max(60),
          password: z.string().min(1).max(500),
          user: unit,
          verifier: z.string().min(1).max(500),
        }),
      )
      .output(z.object({})),
    /** Verifiers of a stand-alone office's users, once, while it goes up (SYNC-ENROL-3). */
    bringVerifiers: base
      .route({ method: 'POST', path: '/session/verifiers' })
      .input(z.object({ verifiers: z.array(z.object({ user: unit, verifier: z.string().max(500) })).max(2000) }))
      .output(z.object({ taken: z.int().nonnegative() })),
  },
  sync: {
    hello: base.route({ method: 'POST', path: '/sync/hello' }).input(Greeting).output(Hello),
    push: base.route({ method: 'POST', path: '/sync/push' }).input(z.instanceof(Blob)).output(Pushed),
    pull: base
      .route({ method: 'GET', path: '/sync/pull' })
      .input(
        z.object({
          feed: FeedName,
          after: z.coerce.number().int().nonnegative(),
          limit: z.coerce.number().int().min(1).max(5000),
          /** An epoch of this device whose commits it holds: their bytes are left out (SYNC-PULL-5). */
          own: z.coerce.number().int().positive().optional(),
          /** What the machine speaks: from version 2 on, what it is not to learn comes as a hash (SYNC-FEED-9). */
          wire: z.coerce.number().int().positive().default(1),
        }),
      )
      .output(z.instanceof(Blob)),
    snapshot: base
      .route({ method: 'GET', path: '/sync/snapshot' })
      .input(z.object({ feed: FeedName }))
      .output(
        z.object({
          feed: FeedName,
          /** The parts reach up to this entry; pulling goes on after it. */
          upTo: z.int().nonnegative(),
          hash: hex(32),
          /** Whole open cases, to be applied first; then the feed from its first entry. Addresses of parts. */
          openCases: z.array(hex(32)).max(100_000),
          parts: z
            .array(z.object({ address: hex(32), from: z.int().positive(), to: z.int().positive() }))
            .max(1_000_000),
        }),
      ),
    part: base
      .route({ method: 'GET', path: '/sync/part' })
      .input(z.object({ feed: FeedName, address: hex(32) }))
      .output(z.instanceof(Blob)),
    /** Commits of others that a restored server lacks: offered, not judged (SYNC-RECOVER-2). */
    offer: base
      .route({ method: 'POST', path: '/sync/offer' })
      .input(z.instanceof(Blob))
      .output(z.object({ offered: z.int().nonnegative() })),
  },
  held: {
    list: base
      .route({ method: 'GET', path: '/held' })
      .input(z.object({}))
      .output(
        z.array(CommitOutcome.extend({ since: z.string().max(40), streams: z.array(z.string().max(120)) })).max(10_000),
      ),
    retry: base
      .route({ method: 'POST', path: '/held/retry' })
      .input(z.object({ commit: z.uuid() }))
      .output(CommitOutcome),
    withdraw: base
      .route({ method: 'POST', path: '/held/withdraw' })
      .input(TakenBack.extend({ others: z.array(TakenBack).max(1000).optional() }))
      .output(CommitOutcome),
  },
  numbers: {
    take: base
      .route({ method: 'POST', path: '/numbers/take' })
      .input(z.object({ year: z.int().min(2000).max(2099) }))
      .output(Block),
    /** What a machine knows to be given of its office's numbers, told to a restored server (SYNC-RECOVER-5). */
    tell: base
      .route({ method: 'POST', path: '/numbers/tell' })
      .input(
        z.object({
          numbers: z
            .array(z.object({ year: z.int().min(2000).max(2099), highest: z.int().min(1).lt(firstDrawnSerial) }))
            .max(100),
        }),
      )
      .output(z.object({})),
  },
  people: {
    /** Pairs of records that carry the same document and of which nobody has said whether they are one human (L-16). */
    proposed: base
      .route({ method: 'GET', path: '/people/proposed' })
      .input(z.object({ user: unit }))
      .output(
        z
          .array(
            z.object({
              first: z.uuid(),
              second: z.uuid(),
              foundAt: z.string().max(40),
              cases: z.array(FoundCase.extend({ person: z.uuid() })).max(1000),
            }),
          )
          .max(500),
      ),
    find: base
      .route({ method: 'POST', path: '/people/find' })
      /** `user`: who asks at this device's desk; every question is recorded. */
      .input(
        z.object({
          user: unit,
          country: z.string().max(10),
          kind: z.string().max(40),
          number: z.string().min(3).max(60),
        }),
      )
      .output(z.array(FoundCase).max(50)),
  },
  status: {
    offices: base
      .route({ method: 'GET', path: '/status/offices' })
      .input(z.object({}))
      .output(
        z
          .array(
            z.object({
              unit,
              code: z.string().max(32),
              name: z.object({ ar: z.string().max(200), en: z.string().max(200) }),
              devices: z.int().nonnegative(),
              lastContact: z.string().max(40).nullable(),
              waiting: z.int().nonnegative(),
              held: z.int().nonnegative(),
            }),
          )
          .max(20_000),
      ),
  },
}
export type WireContract = typeof wireContract
