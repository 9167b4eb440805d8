import type { CaseEvent, CaseEventType, CaseFacts, CasePrivate } from './events.ts'

/** One event of a decision: type, facts, private part (null where the type has none). */
export function made<T extends CaseEventType>(type: T, facts: CaseFacts<T>, privatePart: CasePrivate<T>): CaseEvent {
  return { type, facts, private: privatePart } as unknown as CaseEvent
}
