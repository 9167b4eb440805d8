import { endOfWork, normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'

interface OfficeCalendar {
  readonly compiled: CompiledCalendar
  /** Working minutes of a normal day. */
  readonly day: number
  /** When its work ends on the wall clock. */
  readonly end: string
}

/** Compiled once for all rows of all lists. */
const compiled = new WeakMap<WorkCalendar, OfficeCalendar>()

function compiledOf(calendar: WorkCalendar): OfficeCalendar {
  const made = compiled.get(calendar) ?? {
    compiled: compileCalendar(calendar),
    day: Math.max(1, normalDayMinutes(calendar)),
    end: endOfWork(calendar),
  }
  compiled.set(calendar, made)
  return made
}

/** The calendar this office works by; null until it is known. */
export function useOfficeCalendar(): OfficeCalendar | null {
  const { data } = useCoreQuery(api.admin.calendar.queryOptions({ input: {} }))
  return data === undefined ? null : compiledOf(data.calendar)
}
