import { instantFromMs } from '#shared/domain/clock/instant.ts'
import type { MailTime } from './parsed-email.ts'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat']
/** Hours of the zones old mail names by letters. */
const namedZones: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  est: -5,
  edt: -4,
  cst: -6,
  cdt: -5,
  mst: -7,
  mdt: -6,
  pst: -8,
  pdt: -7,
}

const mailForm =
  /^\s*(?:(?<weekday>[A-Za-z]{3})[a-z]*\s*,?\s*)?(?<day>\d{1,2})[\s-]+(?<month>[A-Za-z]{3})[a-z]*\.?[\s,-]+(?<year>\d{2,4})[\s,]+(?<hour>\d{1,2})[:.](?<minute>\d{2})(?:[:.](?<second>\d{2}))?\s*(?<zone>[+-]\d{2}:?\d{2}|[A-Za-z]{1,4})?/
const isoForm =
  /^\s*(?<year>\d{4})-(?<month>\d{2})-(?<day>\d{2})[T ](?<hour>\d{2}):(?<minute>\d{2})(?::(?<second>\d{2}))?(?:\.\d+)?\s*(?<zone>[+-]\d{2}:?\d{2}|Z)?/

/** The time of a `Date` or `Received` header; null when it tells none. A missing zone is read as UTC, and doubted. */
export function parseMailDate(text: string): MailTime | null {
  const plain = text.slice(0, 200).replace(/\([^)]*\)/g, ' ')
  const parts = (mailForm.exec(plain) ?? isoForm.exec(plain))?.groups
  if (!parts) return null
  const month = monthOf(parts['month'] ?? '')
  const year = yearOf(parts['year'] ?? '')
  const day = Number(parts['day'])
  const [hour, minute, second] = [
    Number(parts['hour']),
    Number(parts['minute']),
    Math.min(59, Number(parts['second'] ?? 0)),
  ]
  const local = Date.UTC(year, month, day, hour, minute, second)
  const isReal = month >= 0 && hour < 24 && minute < 60 && day > 0 && new Date(local).getUTCDate() === day
  if (!isReal || year < 1970 || year > 2200) return null
  const zone = zoneMinutes(parts['zone'])
  const saysWrongDay =
    parts['weekday'] !== undefined && weekdays[new Date(local).getUTCDay()] !== parts['weekday'].toLowerCase()
  return {
    instant: instantFromMs(local - (zone ?? 0) * 60_000),
    isDoubtful: zone === null || saysWrongDay || (parts['year'] ?? '').length < 4,
  }
}

const monthOf = (text: string): number => (/^\d/.test(text) ? Number(text) - 1 : months.indexOf(text.toLowerCase()))

/** Two and three digits as RFC 5322 4.3 reads them. */
function yearOf(text: string): number {
  const year = Number(text)
  if (text.length >= 4) return year
  return year < 50 ? year + 2000 : year + 1900
}

/** Minutes east of Greenwich, or null when the zone is missing or unknown. */
function zoneMinutes(zone: string | undefined): number | null {
  const digits = /^([+-])(\d{2}):?(\d{2})$/.exec(zone ?? '')
  if (!digits) {
    const hours = namedZones[(zone ?? '').toLowerCase()]
    return hours === undefined ? null : hours * 60
  }
  const minutes = Number(digits[2]) * 60 + Number(digits[3])
  if (minutes > 14 * 60) return null
  return digits[1] === '-' ? -minutes : minutes
}
