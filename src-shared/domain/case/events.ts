import type { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { answerEvents } from './events-of-answer.ts'
import { intakeEvents } from './events-of-intake.ts'
import { referralEvents } from './events-of-referral.ts'

/**
 * The catalogue of everything that can happen to a case (stream `case:<id>`; spec/kpis.md 5.1): type → version,
 * audience class, facts, private part. Facts are all that rules and figures read; the private part may be missing.
 * The envelope's `at` is when it happened; a fact named `…At` is a moment that a person stated.
 */
export const caseEvents = { ...intakeEvents, ...referralEvents, ...answerEvents } as const

export type CaseEventType = keyof typeof caseEvents

export type CaseFacts<T extends CaseEventType> = z.infer<(typeof caseEvents)[T]['facts']>
export type CasePrivate<T extends CaseEventType> = (typeof caseEvents)[T]['private'] extends z.ZodType
  ? z.infer<(typeof caseEvents)[T]['private']>
  : null

/** One event that `decide` yields: type, facts, private part. */
export type CaseEvent = {
  [T in CaseEventType]: { readonly type: T; readonly facts: CaseFacts<T>; readonly private: CasePrivate<T> }
}[CaseEventType]

/** What `evolve` reads of a stored event: facts, who, when, verdict; never the private part. */
export type RecordedCaseEvent = {
  [T in CaseEventType]: {
    readonly type: T
    readonly facts: CaseFacts<T>
    readonly id: string
    readonly at: Instant
    readonly actor: string
    readonly via: 'window' | 'cli' | 'import' | 'duty'
    readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
  }
}[CaseEventType]
