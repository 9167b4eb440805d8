import type { CaseEventType } from '#shared/domain/case/events.ts'
import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { addWorkingMinutes } from '#shared/domain/clock/working-time.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import type { HistoryRow } from '../history/history-row.ts'
import type { Arrival } from './arrivals.ts'
import type { PracticePerson } from './people.ts'
import type { Random } from './random.ts'

/** What every case of the practice office shares. */
export interface PracticeOffice {
  readonly seed: number
  readonly until: Instant
  readonly country: Country
  readonly calendar: CompiledCalendar
  readonly targets: ServiceTargets
  /** The last few hundred complaints: whom a new one may repeat. */
  readonly recent: RecentCase[]
}

export interface RecentCase {
  readonly name: string
  readonly service: string
  readonly person: PracticePerson
  readonly subject: string
  readonly text: string
}

/**
 * One case as it is made up: rows at moments of the office's own working time, told in any order, handed over in the order
 * of time and only as far as now: so the cases of the last days are open.
 */
export class CaseStory {
  readonly office: PracticeOffice
  readonly random: Random
  readonly arrival: Arrival
  readonly name: string
  now: Instant
  readonly #rows: { at: Instant; event: CaseEventType; by: string; fields: Readonly<Record<string, unknown>> }[] = []

  constructor(office: PracticeOffice, random: Random, told: { readonly arrival: Arrival; readonly name: string }) {
    this.office = office
    this.random = random
    this.arrival = told.arrival
    this.name = told.name
    this.now = told.arrival.at
  }

  /** Moves on by working minutes. */
  later(minutes: number): this {
    this.now = this.after(this.now, minutes)
    return this
  }

  /** Working time of the office, about so many minutes. */
  about(median: number, spread = 0.6): this {
    return this.later(Math.max(1, this.random.around(median, spread)))
  }

  after(at: Instant, minutes: number): Instant {
    return addWorkingMinutes(this.office.calendar, at, Math.max(1, minutes))
  }

  say(event: CaseEventType, by: string, fields: Readonly<Record<string, unknown>> = {}): this {
    return this.sayAt(this.now, event, { by, fields })
  }

  sayAt(
    at: Instant,
    event: CaseEventType,
    { by, fields = {} }: { readonly by: string; readonly fields?: Readonly<Record<string, unknown>> },
  ): this {
    this.#rows.push({ at, event, by, fields })
    return this
  }

  /** Rows up to now, in the order of time; of the same time, as they were told. */
  rows(): HistoryRow[] {
    const { until } = this.office
    return this.#rows
      .filter((row) => row.at < until)
      .toSorted((left, right) => (left.at < right.at ? -1 : left.at > right.at ? 1 : 0))
      .map((row, index) => ({ ...row, id: `${this.name} ${index}`, case: this.name }))
  }
}
