import { checkWeek, Week as WeekSchema } from '#shared/domain/clock/calendar.ts'
import type { Week } from '#shared/domain/clock/calendar.ts'
import { weekdays } from '#shared/domain/clock/local-date.ts'
import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { weekdayNames } from '#shared/i18n/month-names.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'

/** In: hours of a week while they are typed. Out: the first day whose hours cannot stand, and why; null when all can (W1). */
export function weekFault(week: Week): PlainMessage | null {
  const none = WeekSchema.parse(Object.fromEntries(weekdays.map((day) => [day, []])))
  for (const day of weekdays) {
    const why = faultOf({ ...none, [day]: week[day] })
    if (why === null) continue
    const name = (language: 'ar' | 'en') => weekdayNames[language][Number(day)] ?? ''
    return { ar: `${name('ar')}: ${why.ar}`, en: `${name('en')}: ${why.en}` }
  }
  return null
}

function faultOf(week: Week): PlainMessage | null {
  if (!WeekSchema.safeParse(week).success) return adminCalendarMessages.needTimes
  const checked = checkWeek(week)
  if (checked.ok) return null
  const { code, params } = checked.refusal
  return { ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') }
}
