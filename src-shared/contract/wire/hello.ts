/** What a machine and its server say to each other first, each time (`sync.hello`). */
import { z } from 'zod'
import { ChainPlace } from '#shared/sync/envelope.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { SignedHead, mostHeads, mostOnOffer } from '#shared/sync/feed-page.ts'

export const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

export const ServerIdentity = z.object({
  id: z.string().max(100),
  /** Changes when the server was restored from a backup (SYNC-RECOVER-1). */
  logEpoch: z.int().positive(),
  /** Ed25519, raw, hex: pinned at enrolment. */
  publicKey: hex(32),
})

const FeedState = z.object({ feed: FeedName, sequence: z.int().nonnegative(), hash: hex(32) })

const OnOffer = z.array(z.string().max(120)).max(mostOnOffer).optional()

export const Greeting = z.object({
  wire: z.int(),
  epoch: z.int(),
  /** Commits that this device has yet to send, for the status of offices. */
  waiting: z.int().nonnegative(),
  /** By what it signed itself the server learns that its log was put back (SYNC-RECOVER-10). */
  heads: z.array(SignedHead).max(mostHeads).optional(),
  /** Strict cases whose copies it keeps until the central unit has decided (SYNC-RECOVER-2), and people set aside (SYNC-FEED-7). */
  onOffer: OnOffer,
})

export const Hello = z.object({
  server: ServerIdentity,
  wire: z.object({ now: z.int(), oldest: z.int() }),
  /** The server's clock, ISO 8601 in UTC. */
  time: z.string().max(40),
  feeds: z.array(FeedState).max(5000),
  /** Where the server's copy of this device's chain ends; null when it has nothing of this epoch. */
  end: ChainPlace.pick({ epoch: true, sequence: true })
    .extend({ link: hex(32) })
    .nullable(),
  /** Its folder was copied, and both are at work under this device (S12). */
  copied: z.boolean().optional(),
  /** Of the cases on offer: those of which no copy waits for a word; of the people: who was forgotten. */
  decided: OnOffer,
})
