import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'

/** Working minutes of a normal day of this office, by which durations are printed as days (W10); a common day until it is known. */
export function useDayMinutes(): number {
  const { data } = useCoreQuery(api.admin.calendar.queryOptions({ input: {} }))
  return data === undefined ? 420 : Math.max(1, normalDayMinutes(data.calendar))
}
