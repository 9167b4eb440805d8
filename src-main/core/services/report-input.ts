import type { ReportRequest } from '#shared/contract/desktop/reports.ts'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { isOver } from '#shared/domain/access/unit-tree.ts'
import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { quarterAt, quarterPeriod } from '#shared/domain/indicators/period.ts'
import type { Quarter } from '#shared/domain/indicators/period.ts'
import { goalsIn, goalValue } from '#shared/domain/lists/goals.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import type { EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FigureInput, ReportInput, ReportName, ServiceName } from '#core/reports/report-input.ts'
import { entriesElsewhere } from './entry-label.ts'
import { countMovedOf } from './moved-away.ts'
import type { Office } from './office.ts'
import { calendarOf, officeData } from './reference-data.ts'
import type { ReferenceData } from './reference-data.ts'
import { changesIn } from './rule-changes.ts'

type Asked = Pick<
  ReportRequest,
  'kind' | 'year' | 'quarter' | 'asOf' | 'language' | 'audience' | 'overrideNote' | 'office'
>

/**
 * Everything a report prints besides facts, from one state of the reference data. The report of one office that this
 * machine's stands over goes by that office's own rules and names, as on its own machine (N-05).
 */
export function reportInput(whole: Office, asked: Asked): Result<ReportInput> {
  const { reference } = whole
  const only = asked.office ?? null
  if (only !== null && !reportedOffices(reference).some(({ id }) => id === only))
    return refuse('not-found', { what: only })
  const office = only === null ? whole : { ...whole, reference: { ...reference, ...officeData(reference, only) } }
  const asOf = asked.asOf === undefined ? office.ports.clock.now() : parseInstant(asked.asOf)
  if (asOf === null) return refuse('bad-input', { detail: 'asOf' })
  const data = office.reference
  const { settings } = data
  const name = { code: settings.code, label: settings.name }
  return ok({
    kind: 'quarterly',
    year: asked.year,
    quarter: asked.quarter,
    ...figureInput(office, { asOf, language: asked.language ?? 'ar', only, quarter: asked }),
    ministry: settings.letterhead.ministry,
    office: name,
    logo: settings.letterhead.logo ?? null,
    offices: countedOffices(whole, only),
    figureTargets: figureTargets(data.goals, asked),
    changes: changesIn(office, asked, asOf),
    names: namesOf(office),
    edition: null,
    audience: asked.audience ?? 'official',
    edits: [],
    overrideNote: asked.overrideNote ?? null,
  })
}

interface Counted {
  readonly asOf: Instant
  readonly language: FigureInput['format']['language']
  readonly only: string | null
  /** The running one, unless it is named. */
  readonly quarter?: Quarter
}

/** What figures of an office are counted by at a moment, whether or not a report is made of them (K-06). */
export function figureInput(office: Office, { asOf, language, only, quarter }: Counted): FigureInput {
  const { reference: data } = office
  const { settings } = data
  return {
    asOf,
    format: {
      language,
      // As on every paper: English keeps Latin digits whatever the office uses.
      digits: language === 'en' ? 'latin' : settings.digits,
      zone: settings.zone,
      hijri: settings.hijri,
      country: settings.country,
    },
    practice: settings.practice,
    only,
    strict: countedStrict(office, only),
    movedAway: countMovedOf(office, quarterPeriod(quarter ?? quarterAt(asOf, settings.zone), settings.zone)),
    calendar: calendarOf(data, settings.office).value,
    unitCalendars: Object.fromEntries([...data.calendars].map(([unit, { value }]) => [unit, value])),
    targets: data.targets.value,
    synchronousChannels: [...data.lists.channels.entries.values()]
      .filter((entry) => entry.attributes.synchronous)
      .map((entry) => entry.code),
  }
}

/** How many more there are no machine knows that does not hold them; that there may be some it can say. */
function countedStrict({ reference, store }: Office, only: string | null): FigureInput['strict'] {
  if (reference.enrolledUnit === null) return 'all'
  const held = store.db.value<number>(
    `SELECT 1 FROM case_rows WHERE confidentiality <> 'normal' AND confidentiality = 'strict'
       AND (? IS NULL OR office = ?) LIMIT 1`,
    only,
    only,
  )
  return held === undefined ? 'none' : 'named'
}

/** The office of this machine and those it stands over, whose cases it holds. */
export const reportedOffices = ({ units, settings }: ReferenceData): readonly UnitSet[] =>
  [...units.values()].filter(
    ({ id, kind, active }) =>
      id === settings.office ||
      (active && (kind === 'office' || kind === 'central') && isOver(units, settings.office, id)),
  )

/** The cover says of each what is known of it (P4, B-32). */
function countedOffices({ reference, sync }: Office, only: string | null): ReportInput['offices'] {
  const contact = { isJoined: sync !== null, lastSync: sync?.lastContact() ?? null }
  const own = reference.settings.office
  return reportedOffices(reference)
    .filter(({ id }) => only === null || id === only)
    .map(({ id, name }) => ({
      id,
      name: id === own ? reference.settings.name : name,
      isOwn: id === own,
      ...contact,
    }))
}

const namesOf = (office: Office): ReportInput['names'] => ({
  departments: unitNames(office.reference),
  services: serviceNames(office),
  channels: listNames(office, 'channels'),
  causes: listNames(office, 'causes'),
  subjects: listNames(office, 'subjects'),
  rejectReasons: listNames(office, 'reject_reasons'),
  dissatisfactionReasons: listNames(office, 'dissatisfaction_reasons'),
})

const figureTargets = (goals: readonly Goal[], asked: Asked): ReportInput['figureTargets'] =>
  Object.fromEntries(
    Object.entries(goalsIn(goals, asked)).map(([code, value]) => [
      code,
      goalValue(value, figureCatalogue[code]?.unit === 'ratio'),
    ]),
  )

/** Of a moved case departments of elsewhere are counted too; only their names came along (SYNC-FEED-12). */
const unitNames = ({ units, namesElsewhere }: ReferenceData): Readonly<Record<string, ReportName>> =>
  Object.fromEntries([
    ...[...namesElsewhere].map(([id, label]) => [id, { code: id, label }] as const),
    ...[...units.values()].map(({ id, code, name }) => [id, { code, label: name }] as const),
  ])

/** Entries of other offices first: nothing of them stands in the place of this one's. */
const entriesOf = ({ reference }: Office, list: ListName): readonly EntrySet[] => [
  ...entriesElsewhere(reference, list),
  ...reference.lists[list].entries.values(),
]

const listNames = (office: Office, list: ListName): Readonly<Record<string, ReportName>> =>
  Object.fromEntries(entriesOf(office, list).map((entry) => [entry.code, { code: entry.code, label: entry.labels }]))

const serviceNames = (office: Office): Readonly<Record<string, ServiceName>> =>
  Object.fromEntries(
    entriesOf(office, 'services').map((entry) => [
      entry.code,
      { code: entry.code, label: entry.labels, parent: entry.attributes.parent },
    ]),
  )
