import { z } from 'zod'
import { StreamName } from './envelope.ts'

/** Why a commit is not simply taken: a code of the refusals' catalogue with what its sentences name. */
export const OutcomeReason = z.object({
  code: z.string().min(1).max(100),
  params: z.record(z.string().max(100), z.union([z.string().max(2000), z.number()])),
})
export type OutcomeReason = z.infer<typeof OutcomeReason>

/** What is held, as the author's colleagues are told of it: nothing of its private part (N-06). */
export const HeldAct = z.object({
  stream: StreamName,
  actor: z.string().max(100),
  /** When he did it, ISO 8601 in UTC. */
  at: z.string().max(40),
  types: z.array(z.string().max(100)).min(1).max(2000),
})
export type HeldAct = z.infer<typeof HeldAct>

/** What the server answered to a commit, once; only a held one may get another later (SYNC-APPEND-2, SYNC-APPEND-11). */
export const Outcome = z.discriminatedUnion('kind', [
  /** In the feeds and applied; `moved` names facts that changed unseen, shown to the author. */
  z.object({ kind: z.literal('accepted'), moved: z.array(z.string().max(200)).max(100) }),
  /** In the feeds, not applied: a person decides between the two intents (N-06). */
  z.object({ kind: z.literal('conflict'), facts: z.array(z.string().max(200)).max(100) }),
  /** Kept by the server, its events in no feed, until a person or an update decides; `act` stands in the feed of the author's unit alone. */
  z.object({ kind: z.literal('held'), reason: OutcomeReason, act: HeldAct.optional() }),
  /** Kept by its author alone, with the reason. */
  z.object({ kind: z.literal('refused'), reason: OutcomeReason }),
  /** A duty whose ground is gone, or that another machine wrote. */
  z.object({ kind: z.literal('void') }),
])
export type Outcome = z.infer<typeof Outcome>
export type OutcomeKind = Outcome['kind']

/** A held commit that its author takes back, and why (SYNC-APPEND-11). */
export const TakenBack = z.object({ commit: z.uuid(), reason: z.string().min(1).max(2000) })
export type TakenBack = z.infer<typeof TakenBack>

/** The one state a commit is in on its author's machine (S2). */
export const standings = ['pending', 'sent', 'accepted', 'conflict', 'held', 'refused', 'void'] as const
export const Standing = z.enum(standings)
export type Standing = z.infer<typeof Standing>
