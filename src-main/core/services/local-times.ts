import { Instant } from '#shared/domain/clock/instant.ts'
import { localTimeText } from '#shared/domain/clock/working-time.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { Office } from './office.ts'

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value)

const asWritten = (day: string): string => day.split('-').toReversed().join('/')

/** Moments and days in a refusal's sentences as people write them, on the office's clocks; the same in both languages. */
export function withLocalTimes({ reference }: Pick<Office, 'reference'>, { code, params }: Refusal): Refusal {
  const local = (value: string | number): string | number => {
    if (typeof value !== 'string') return value
    if (isDay(value)) return asWritten(value)
    if (!Instant.safeParse(value).success) return value
    const [day = '', time = ''] = localTimeText(reference.settings.zone, value as Instant).split(' ')
    return `${asWritten(day)} ${time}`
  }
  return { code, params: Object.fromEntries(Object.entries(params).map(([name, value]) => [name, local(value)])) }
}
