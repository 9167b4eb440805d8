import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { nameFields } from './access-fields.ts'
import { asCode, asText, asYesNo, joined } from './field.ts'
import type { Field } from './field.ts'

const closers: Readonly<Record<string, PlainMessage>> = { team: words.closingTeam, liaison: words.closingLiaison }
const digits: Readonly<Record<string, PlainMessage>> = { latin: words.digitsLatin, arabic: words.digitsArabic }
const countries: Readonly<Record<OfficeSettings['country'], PlainMessage>> = {
  SA: partsMessages.countrySA,
  JO: partsMessages.countryJO,
  EG: partsMessages.countryEG,
  PS: partsMessages.countryPS,
}

/** How an office looks and works, field by field (G-06). */
export const settingsFields = (settings: OfficeSettings): readonly Field[] => [
  ...nameFields(settings.name),
  { key: 'code', label: words.officeCode, value: asText(settings.code) },
  { key: 'country', label: words.country, value: asCode(countries, settings.country) },
  { key: 'zone', label: words.zone, value: asText(settings.zone) },
  { key: 'digits', label: words.digits, value: asCode(digits, settings.digits) },
  { key: 'hijri', label: words.hijri, value: asYesNo(settings.hijri) },
  { key: 'ministry.ar', label: words.ministryAr, value: asText(settings.letterhead.ministry.ar) },
  { key: 'ministry.en', label: words.ministryEn, value: asText(settings.letterhead.ministry.en) },
  { key: 'address', label: words.address, value: asText(settings.letterhead.address) },
  { key: 'address.en', label: words.addressEn, value: asText(settings.letterhead.addressEn ?? '') },
  { key: 'phone', label: words.phone, value: asText(settings.letterhead.phone) },
  { key: 'email', label: words.email, value: asText(settings.letterhead.email) },
  { key: 'logo', label: words.logo, value: asText(logoText(settings.letterhead.logo ?? null)) },
  { key: 'idleLock', label: joined(words.idleLock, words.minutes), value: asText(settings.idleLockMinutes) },
  { key: 'refer', label: words.referBeforeVerification, value: asYesNo(settings.referBeforeVerification) },
  { key: 'closing', label: words.closingAuthority, value: asCode(closers, settings.closingAuthority) },
  { key: 'fourEyesForFcr', label: words.fourEyesForFcr, value: asYesNo(settings.fourEyesForFcr) },
  { key: 'maxCycles', label: words.maxCycles, value: asText(settings.maxCycles) },
  { key: 'extensions', label: words.extensionsPerCycle, value: asText(settings.extensionsPerCycle) },
  ...attemptFields(settings.attempts),
]

const attemptFields = ({ count, days, bands, channels }: OfficeSettings['attempts']): readonly Field[] => [
  { key: 'attempts.count', label: joined(words.attempts, words.attemptsCount), value: asText(count) },
  { key: 'attempts.days', label: joined(words.attempts, words.attemptsDays), value: asText(days) },
  { key: 'attempts.bands', label: joined(words.attempts, words.attemptsBands), value: asText(bands) },
  { key: 'attempts.channels', label: joined(words.attempts, words.attemptsChannels), value: asText(channels) },
]

/** A picture as words can tell of it: what it is, its sides in pixels, and its length, by which two of a size differ. */
function logoText(logo: string | null): string | null {
  if (logo === null) return null
  const bytes = Buffer.from(logo, 'base64')
  const picture = readLogo(bytes)
  return picture.ok
    ? `${picture.value.kind.toUpperCase()} ${picture.value.width}×${picture.value.height} (${bytes.length})`
    : null
}
