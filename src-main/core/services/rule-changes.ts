import { z } from 'zod'
import { ownerOfStream } from '#shared/domain/access/stream-owner.ts'
import { officesOf } from '#shared/domain/access/unit-tree.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { Limit } from '#shared/domain/clock/limits.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import type { Quarter } from '#shared/domain/indicators/period.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { ruleChangeWords } from '#core/reports/changes/rule-change-words.ts'
import type { ChangedRule } from '#core/reports/changes/rule-change-words.ts'
import { ruleChanges } from '#core/reports/changes/rule-changes.ts'
import type { RuleChange, RuleSet } from '#core/reports/changes/rule-changes.ts'
import type { ReportInput } from '#core/reports/report-input.ts'
import { readStream, readStreams } from '#core/store/read-stream.ts'
import { entryLabel } from './entry-label.ts'
import type { Office } from './office.ts'
import { unitLabel } from './reference-data.ts'

/** Changes of calendars and limits in a quarter, as far as it is reported on, in words (report 6.1, section 2). */
export function changesIn(office: Office, quarter: Quarter, asOf: Instant): ReportInput['changes'] {
  const { settings } = office.reference
  const changes = ruleChanges(settingsOfRules(office), {
    office: settings.office,
    departments: departmentsOf(office),
    setUp: readStream(office.store.db, `settings:${settings.office}`)[0]?.commit ?? null,
    period: quarterPeriod(quarter, settings.zone),
  })
  return changes
    .filter(({ set }) => set.at <= asOf)
    .map((change) => ({ at: change.set.at, what: ruleChangeWords(changedRule(office, change), settings) }))
}

const departmentsOf = ({ reference: { units, settings } }: Office): ReadonlySet<string> =>
  new Set([...units.keys()].filter((id) => id !== settings.office && officesOf(units, id).includes(settings.office)))

function settingsOfRules({ store: { db }, reference: { settings } }: Office): readonly RuleSet[] {
  const prefixes = ['calendar:', 'targets:', 'list:'] as const
  return prefixes.flatMap((prefix) => readStreams(db, prefix)).flatMap((event) => ruleSet(event, settings.office))
}

/** What of a service is a rule; an entry of an earlier program has no limit of its own. */
const ServiceLimit = z.object({ code: z.string(), attributes: z.object({ limit: Limit.nullable().default(null) }) })

/** The rule that an event sets; none where it sets something else. */
function ruleSet({ type, stream, facts, at, commit }: RecordedEvent, home: string): readonly RuleSet[] {
  const set = { owner: ownerOfStream(stream, home), at, commit }
  if (type === 'calendar.set') return [{ ...set, rule: 'calendar', value: facts['calendar'] }]
  if (type === 'targets.set') return [{ ...set, rule: 'limits', value: facts['targets'] }]
  if (type !== 'entry.set' || facts['list'] !== 'services') return []
  const { code, attributes } = ServiceLimit.parse(facts)
  return [{ ...set, rule: `service ${code}`, value: attributes.limit }]
}

function changedRule({ reference }: Office, { set, unit, before }: RuleChange): ChangedRule {
  const after = set.value
  if (set.rule === 'calendar') {
    const own = unit === reference.settings.office ? null : unitLabel(reference, unit)
    return { kind: 'calendar', unit: own, before: before as WorkCalendar, after: after as WorkCalendar }
  }
  if (set.rule === 'limits') return { kind: 'limits', before: before as ServiceTargets, after: after as ServiceTargets }
  const service = entryLabel(reference, 'services', set.rule.slice('service '.length))
  return { kind: 'service', service, before: before as Limit | null, after: after as Limit | null }
}
