import { QueueName } from '#shared/contract/desktop/cases.ts'
import type { SessionView } from '#renderer/client/answers.ts'
import { isDepartment } from '#renderer/parts/session.tsx'

export interface QueueTile {
  readonly name: QueueName
  readonly count: number
  readonly urgent: boolean
}

/** In: how much waits in each queue, the unit of whoever looks. Out: the tiles of his own queues, in their order (UI-3). */
export const tilesOf = (
  counts: Readonly<Record<QueueName, number>>,
  unit: Pick<SessionView['unit'], 'kind'>,
): readonly QueueTile[] =>
  QueueName.options
    .filter((name) => name !== 'all' && name.startsWith('ref_') === isDepartment(unit))
    .map((name) => ({ name, count: counts[name], urgent: name === 'overdue' && counts[name] !== 0 }))
