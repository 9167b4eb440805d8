import { z } from 'zod'
import type { Label } from '#shared/domain/access/events.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { OutcomeReason, Standing } from '#shared/sync/outcome.ts'
import { asks, nothing } from './procedure.ts'
import type { RefusalData } from './procedure.ts'

/** How this machine stands with its server; the frame shows it on every screen (UI rule 7). */
export type LinkView =
  | { readonly kind: 'stand_alone' }
  /** Joined, and talking or able to talk. `working`: something is on its way now. `live`: the server is heard all the time. */
  | { readonly kind: 'online'; readonly working: boolean; readonly live: boolean; readonly lastContact: Instant }
  /** No contact: why, in plain words, and when it tries again by itself (S10). */
  | {
      readonly kind: 'offline'
      readonly lastContact: Instant | null
      readonly reason: RefusalData
      readonly retryAt: Instant | null
    }
  /** Stopped until a person decides: revoked, another server, a broken feed, too much would be hidden (S4, S12, S18). */
  | { readonly kind: 'stopped'; readonly lastContact: Instant | null; readonly reason: RefusalData }

export interface FillView {
  readonly feed: string
  /** Entries applied of those there are; null when filled. */
  readonly done: number
  readonly total: number
  readonly openCasesReady: boolean
}

/** Files on their way (S16). */
export interface FilesView {
  /** What goes up or comes down by itself. */
  readonly waiting: number
  readonly bytes: number
  readonly up: number
  readonly down: number
  /** Large ones that come when somebody opens them. */
  readonly onDemand: number
  readonly moving: { readonly direction: 'up' | 'down'; readonly bytes: number; readonly size: number } | null
  /** Why one that waits could not go or come when it was last tried. */
  readonly reason: RefusalData | null
}

export interface SyncStatus {
  readonly link: LinkView
  /** Of a folder that stands alone again: the server it left, whether it may come back to it, and join any other (SYNC-ENROL-3). */
  readonly left: {
    readonly url: string
    readonly at: Instant
    readonly mayReturn: boolean
    readonly mayJoin: boolean
  } | null
  readonly server: { readonly url: string; readonly id: string } | null
  readonly unit: { readonly id: string; readonly code: string; readonly name: Label; readonly kind: string } | null
  /** Commits by standing (S2), of this machine. */
  readonly counts: Readonly<Record<Standing, number>>
  /** Held commits of this machine, and clashes in any case that it holds: nobody has decided them yet. */
  readonly toDecide: number
  /** A copy of this machine’s folder is at work beside it (S12). */
  readonly copied: boolean
  /** Records with work of other machines that the restored server lacked: it waits for its operator's word (SYNC-RECOVER-2). */
  readonly putAside: number
  readonly files: FilesView
  readonly filling: FillView | null
  readonly feeds: readonly { readonly feed: string; readonly cursor: number; readonly end: number }[]
  readonly numbersLeft: number | null
}

export interface JoinedServer extends SyncStatus {
  /** Of a machine that was empty, shown once: without it nobody could open its backups elsewhere; null for an office that stood alone. */
  readonly recoveryCode: string | null
}

/** One commit of this machine that is not simply accepted, in plain words. */
export interface CommitItem {
  readonly commit: string
  readonly standing: Standing
  readonly at: Instant
  readonly actor: { readonly id: string; readonly name: Label }
  /** The case it belongs to, where it belongs to one that the caller may open; not shown: its registration does not stand. */
  readonly case: {
    readonly id: string
    readonly reference: string
    readonly subject: string
    readonly isShown: boolean
  } | null
  /** Event types in order, for the same words as the timeline's. */
  readonly events: readonly { readonly id: string; readonly type: string }[]
  readonly reason: (OutcomeReason & { readonly ar: string; readonly en: string }) | null
  /** What still waits, but would not be taken as it is now: it will need a decision, and is sent all the same (SYNC-MERGE-4). */
  readonly foreseen: (OutcomeReason & { readonly ar: string; readonly en: string }) | null
  /** Facts that moved or clash. */
  readonly facts: readonly string[]
  /** What the caller may do now and could succeed; a clash is settled on its case. */
  readonly may: readonly ('retry' | 'withdraw')[]
}

/** A clash that waits for a person, whichever machine it came from (N-06). */
export interface ConflictItem {
  readonly case: { readonly id: string; readonly reference: string }
  /** The event that does not stand. */
  readonly event: string
  readonly type: string
  readonly actor: { readonly id: string; readonly name: Label }
  readonly at: Instant
  readonly maySettle: boolean
}

/** One event of it. */
export interface ConflictSides {
  readonly event: string
  /** The event that stands in its place; both are found in the case's timeline. */
  readonly standing: string | null
  readonly type: string
  /** What differs, with both values; what the program computed itself is left out. */
  readonly fields: readonly {
    readonly name: string
    readonly standing: unknown
    readonly intended: unknown
    /** What stood before both, where this machine holds it; else null. */
    readonly before: unknown
  }[]
}

/** A conflict side by side: what stands, and what the other intended (N-06). */
export interface ConflictView extends ConflictSides {
  readonly case: { readonly id: string; readonly reference: string }
  /** What was done at once with it: decided with it, in one word. */
  readonly others: readonly ConflictSides[]
  /** Why the other intent can no longer be carried out at the present state; null where it can. */
  readonly hindrance: RefusalData | null
}

const Commit = z.object({ commit: z.uuid() })

export const syncContract = {
  /** Enrols this machine at a server by a one-time code: an empty folder, or a stand-alone office that goes up as it is. */
  join: asks(z.object({ url: z.url().max(500), code: z.string().min(4).max(60) })).answers<JoinedServer>(),
  /** Before `join`: what would happen, and whom one would trust. */
  look: asks(z.object({ url: z.url().max(500) })).answers<{
    readonly server: string
    readonly fingerprint: string
    readonly secure: boolean
  }>(),
  status: asks(nothing).answers<SyncStatus>(),
  /** One full round: push, pull, files; answers when it is done or stopped. */
  now: asks(nothing).answers<SyncStatus>(),
  /** Somebody looks at the window: without contact the next try comes within seconds (SYNC-LINK-3). */
  looked: asks(nothing).answers<null>(),
  /** The same server at another address: taken when it answers there as the one that was joined, else all stays as it was. */
  move: asks(z.object({ url: z.url().max(500) })).answers<SyncStatus>(),
  /** Ends the membership; refused while commits are unanswered, unless `force` says that they stay here. */
  leave: asks(z.object({ force: z.boolean().default(false) })).answers<null>(),
  /** Waiting, held, refused, conflicting commits, newest first: the caller's own, or all for who keeps or audits the store. */
  items: asks(
    z.object({ standing: z.enum(['pending', 'sent', 'held', 'refused', 'conflict']).nullable().default(null) }),
  ).answers<readonly CommitItem[]>(),
  /** How many that wait, are held or were refused are not the caller's to see. */
  unshown: asks(nothing).answers<number>(),
  retry: asks(Commit).answers<CommitItem>(),
  withdraw: asks(Commit.extend({ reason: z.string().min(1).max(2000) })).answers<CommitItem>(),
  /** Clashes of cases that the caller may open, newest first. */
  conflicts: asks(nothing).answers<readonly ConflictItem[]>(),
  conflict: asks(z.object({ event: z.uuid() })).answers<ConflictView>(),
  /** A person's decision (N-06): what stands is kept, or the other intent is carried out anew; with an internal note where wanted. */
  settle: asks(
    z.object({
      event: z.uuid(),
      choice: z.enum(['keep', 'apply']),
      note: z.string().max(2000),
      noteToo: z.string().max(25_000).default(''),
    }),
  ).answers<null>(),
  /** Goes on after a stop that only a person may lift (S18). */
  allowHiding: asks(nothing).answers<SyncStatus>(),
  /** Earlier complaints of a person at other offices, asked of the server; refused when offline (L-16). */
  elsewhere: asks(
    z.object({ country: z.string().max(10), kind: z.string().max(40), number: z.string().min(3).max(60) }),
  ).answers<
    readonly {
      readonly reference: string
      readonly type: string
      readonly receivedAt: string
      readonly office: Label
      readonly state: 'open' | 'answered' | 'closed'
    }[]
  >(),
}
