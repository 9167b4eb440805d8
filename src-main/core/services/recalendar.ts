import type { CalendarPreview } from '#shared/contract/desktop/admin.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { caseClockOf } from '#shared/domain/case/deadlines.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { dueNow } from '#shared/domain/clock/case-clock.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { Caller } from './caller.ts'
import { runCaseCommand } from './case-command.ts'
import type { Office } from './office.ts'

/** Open cases whose due date another calendar would move (B-30, W9). */
export function movesUnder(office: Office, calendar: WorkCalendar): CalendarPreview['moves'] {
  const compiled = compileCalendar(calendar)
  const now = office.ports.clock.now()
  return runningCases(office).flatMap((id) => {
    const state = must(readCase(office.store.db, id), 'a row has its state')
    const { clock } = currentCycle(state)
    const after: Instant = dueNow(compiled, caseClockOf(clock, null), now)
    return after === clock.dueNow.at ? [] : [{ reference: state.reference, before: clock.dueNow.at, after }]
  })
}

const runningCases = (office: Office): readonly string[] =>
  office.store.db
    .all<{ id: string }>('SELECT id FROM case_rows WHERE running_due IS NOT NULL ORDER BY received_seq')
    .map(({ id }) => id)

/** Counts every running clock anew, one commit a case. Out: how many moved. */
export function recomputeOpenCases(office: Office, caller: Caller, cause: 'calendar' | 'limit'): number {
  const before = new Map(
    runningCases(office).map((id) => [
      id,
      office.store.db.value<string>('SELECT running_due FROM case_rows WHERE id = ?', id),
    ]),
  )
  for (const id of before.keys())
    runCaseCommand(office, caller, { case: id, command: { kind: 'recompute_due', input: { cause } } })
  return [...before].filter(
    ([id, due]) => office.store.db.value<string>('SELECT running_due FROM case_rows WHERE id = ?', id) !== due,
  ).length
}
