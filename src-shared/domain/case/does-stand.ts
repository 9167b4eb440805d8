import type { RecordedCaseEvent } from './events.ts'

/** Whether the fold applies an event: what clashed or came too late stays in the history and says nothing of how things stand (N-06). */
export const doesStand = ({ verdict }: Pick<RecordedCaseEvent, 'verdict'>): boolean =>
  verdict !== 'conflict' && verdict !== 'void'
