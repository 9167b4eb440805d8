import type { UserId } from '#shared/domain/access/events.ts'

/** Who acts in a duty: nobody. No user has this id. */
export const dutyActor = 'duty' as UserId
