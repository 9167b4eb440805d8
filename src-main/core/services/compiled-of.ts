import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'

interface Compiled {
  readonly value: WorkCalendar
  readonly compiled: CompiledCalendar
}

/** By their text. */
const before = new Map<string, Compiled>()
const most = 200

/** Reference data are read anew at each change, and seldom is it a calendar's: the years of the one before stay laid out. */
export function compiledOf(calendar: WorkCalendar): Compiled {
  const text = JSON.stringify(calendar)
  const known = before.get(text)
  if (known !== undefined) return known
  if (before.size >= most) before.clear()
  const fresh = { value: calendar, compiled: compileCalendar(calendar) }
  before.set(text, fresh)
  return fresh
}
