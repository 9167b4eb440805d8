import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Label } from '#shared/domain/access/events.ts'
import { conflictMessages } from '#shared/i18n/conflict.ts'

/** In: a case, an event of it. Out: whose it was; somebody, where this reader is not shown it. */
export const actorOf = ({ timeline }: Pick<CaseView, 'timeline'>, event: string): Label =>
  timeline.find(({ id }) => id === event)?.actor.name ?? conflictMessages.somebody
