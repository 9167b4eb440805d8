import type { CaseEvent } from '#shared/domain/case/events.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { dutyKeyOf as keyOf } from '#shared/domain/duties/duty-key.ts'
import type { ReceivedEvent } from './received.ts'

/** In: an event and the case before it. Out: its key (SYNC-APPEND-9); null for what no duty wrote. */
export function dutyKeyOf({ content, body }: ReceivedEvent, state: CaseState): string | null {
  if (state.kind === 'none' || content.via !== 'duty') return null
  return keyOf(state, { type: content.type, facts: body } as unknown as CaseEvent)
}
