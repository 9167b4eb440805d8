import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { goalsIn, goalValue } from '#shared/domain/lists/goals.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReportInput, ReportName, ServiceName } from '#core/reports/report-input.ts'
import type { Office } from './office.ts'
import { calendarOf } from './reference-data.ts'
import { changesIn } from './rule-changes.ts'

type Asked = Pick<ReportRequest, 'kind' | 'year' | 'quarter' | 'asOf' | 'language' | 'audience' | 'overrideNote'>

/** Everything a report prints besides facts, from one state of the reference data. */
export function reportInput(office: Office, asked: Asked): Result<ReportInput> {
  const asOf = asked.asOf === undefined ? office.ports.clock.now() : parseInstant(asked.asOf)
  if (asOf === null) return refuse('bad-input', { detail: 'asOf' })
  const data = office.reference
  const { settings } = data
  const name = { code: settings.code, label: settings.name }
  return ok({
    kind: 'quarterly',
    year: asked.year,
    quarter: asked.quarter,
    asOf,
    format: {
      language: asked.language ?? 'ar',
      digits: settings.digits,
      zone: settings.zone,
      hijri: settings.hijri,
      country: settings.country,
    },
    practice: settings.practice,
    ministry: settings.letterhead.ministry,
    office: name,
    logo: settings.letterhead.logo ?? null,
    offices: [{ name: settings.name, isJoined: office.sync !== null, lastSync: office.sync?.lastContact() ?? null }],
    calendar: calendarOf(data, settings.office).value,
    unitCalendars: Object.fromEntries([...data.calendars].map(([unit, { value }]) => [unit, value])),
    targets: data.targets.value,
    figureTargets: figureTargets(data.goals, asked),
    synchronousChannels: [...data.lists.channels.entries.values()]
      .filter((entry) => entry.attributes.synchronous)
      .map((entry) => entry.code),
    changes: changesIn(office, asked, asOf),
    names: {
      departments: unitNames([...data.units.values()]),
      services: serviceNames(office),
      channels: listNames(office, 'channels'),
      causes: listNames(office, 'causes'),
      subjects: listNames(office, 'subjects'),
      rejectReasons: listNames(office, 'reject_reasons'),
      dissatisfactionReasons: listNames(office, 'dissatisfaction_reasons'),
    },
    edition: null,
    audience: asked.audience ?? 'official',
    edits: [],
    overrideNote: asked.overrideNote ?? null,
  })
}

const figureTargets = (goals: readonly Goal[], asked: Asked): ReportInput['figureTargets'] =>
  Object.fromEntries(
    Object.entries(goalsIn(goals, asked)).map(([code, value]) => [
      code,
      goalValue(value, figureCatalogue[code]?.unit === 'ratio'),
    ]),
  )

const unitNames = (units: readonly UnitSet[]): Readonly<Record<string, ReportName>> =>
  Object.fromEntries(units.map((unit) => [unit.id, { code: unit.code, label: unit.name }]))

const listNames = (office: Office, list: ListName): Readonly<Record<string, ReportName>> =>
  Object.fromEntries(
    [...office.reference.lists[list].entries.values()].map((entry) => [
      entry.code,
      { code: entry.code, label: entry.labels },
    ]),
  )

const serviceNames = (office: Office): Readonly<Record<string, ServiceName>> =>
  Object.fromEntries(
    [...office.reference.lists.services.entries.values()].map((entry) => [
      entry.code,
      { code: entry.code, label: entry.labels, parent: entry.attributes.parent },
    ]),
  )
