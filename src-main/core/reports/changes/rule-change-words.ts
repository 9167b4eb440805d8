import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { Bilingual } from '#shared/domain/indicators/figure-definition.ts'
import type { Change } from '#shared/i18n/changes.ts'
import { changeText } from '#shared/i18n/changes.ts'
import type { FormatSettings } from '#shared/i18n/format.ts'
import { translate, withDigits } from '#shared/i18n/messages.ts'
import type { Language, Reading } from '#shared/i18n/messages.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { speakerOf } from '#shared/wording/speaker.ts'
import { ruleChangeMessages as words } from '#shared/i18n/rule-changes.ts'
import { calendarChanges } from './calendar-changes.ts'
import { changesBetween, inWords } from './field.ts'
import { sayLimit, targetsFields } from './targets-fields.ts'

/** A rule with what held before and what holds now. */
export type ChangedRule =
  | {
      readonly kind: 'calendar'
      readonly unit: Bilingual | null
      readonly before: WorkCalendar
      readonly after: WorkCalendar
    }
  | { readonly kind: 'limits'; readonly before: ServiceTargets; readonly after: ServiceTargets }
  | {
      readonly kind: 'service'
      readonly service: Bilingual
      readonly before: Limit | null
      readonly after: Limit | null
    }

/** A year's holidays are one change: so many of its parts are named. */
const mostNamed = 4

/** In: a changed rule, where and how the institution writes. Out: what section 2 says of it, in both languages. */
export function ruleChangeWords(changed: ChangedRule, of: Omit<FormatSettings, 'language' | 'hijri'>): Bilingual {
  const inLanguage = (language: Language): string => said(changed, { ...of, language, hijri: false })
  return { ar: inLanguage('ar'), en: inLanguage('en') }
}

function said(changed: ChangedRule, reading: FormatSettings): string {
  const all = changesOf(changed)
  const named = all.slice(0, mostNamed).map((change) => changeText(change, reading, speakerOf(reading)))
  const more = all.length > mostNamed ? [translate(words.more, reading, { count: all.length - mostNamed })] : []
  const thing = thingOf(changed, reading)
  if (all.length === 0) return thing
  const changes = [...named, ...more].join(reading.language === 'ar' ? '؛ ' : '; ')
  return translate(words.said, reading, { thing, changes: withDigits(changes, reading.digits) })
}

function thingOf(changed: ChangedRule, reading: Reading): string {
  switch (changed.kind) {
    case 'calendar':
      return changed.unit === null
        ? translate(words.officeCalendar, reading)
        : translate(words.unitCalendar, reading, { unit: changed.unit[reading.language] })
    case 'limits':
      return translate(words.limits, reading)
    case 'service':
      return translate(words.serviceLimit, reading, { service: changed.service[reading.language] })
    default:
      return assertNever(changed)
  }
}

function changesOf(changed: ChangedRule): readonly Change[] {
  switch (changed.kind) {
    case 'calendar':
      return calendarChanges(changed.before, changed.after)
    case 'limits':
      return changesBetween(targetsFields(changed.before), targetsFields(changed.after))
    case 'service':
      return changesBetween([serviceField(changed.before)], [serviceField(changed.after)])
    default:
      return assertNever(changed)
  }
}

const serviceField = (limit: Limit | null) => ({
  key: 'limit',
  label: words.serviceField,
  value: inWords(limit === null ? words.general : sayLimit(limit)),
})
