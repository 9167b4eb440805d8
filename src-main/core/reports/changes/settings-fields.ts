import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { adminCalendarMessages } from '#shared/i18n/admin-calendar.ts'
import { adminOfficeMessages } from '#shared/i18n/admin-office.ts'
import { adminUnitMessages } from '#shared/i18n/admin-units.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { nameFields } from './access-fields.ts'
import { attemptFields } from './attempt-fields.ts'
import { asCode, asText, asYesNo, joined } from './field.ts'
import type { Field } from './field.ts'

const closers: Readonly<Record<string, PlainMessage>> = {
  team: adminOfficeMessages.closingTeam,
  liaison: adminOfficeMessages.closingLiaison,
}
const digits: Readonly<Record<string, PlainMessage>> = {
  latin: adminOfficeMessages.digitsLatin,
  arabic: adminOfficeMessages.digitsArabic,
}
const countries: Readonly<Record<OfficeSettings['country'], PlainMessage>> = {
  SA: partsMessages.countrySA,
  JO: partsMessages.countryJO,
  EG: partsMessages.countryEG,
  PS: partsMessages.countryPS,
}

/** How an office looks and works, field by field (G-06). */
export const settingsFields = (settings: OfficeSettings): readonly Field[] => [
  ...nameFields(settings.name),
  { key: 'code', label: adminOfficeMessages.officeCode, value: asText(settings.code) },
  { key: 'country', label: adminOfficeMessages.country, value: asCode(countries, settings.country) },
  { key: 'zone', label: adminCalendarMessages.zone, value: asText(settings.zone) },
  { key: 'digits', label: adminOfficeMessages.digits, value: asCode(digits, settings.digits) },
  { key: 'hijri', label: adminOfficeMessages.hijri, value: asYesNo(settings.hijri) },
  { key: 'ministry.ar', label: adminOfficeMessages.ministryAr, value: asText(settings.letterhead.ministry.ar) },
  { key: 'ministry.en', label: adminOfficeMessages.ministryEn, value: asText(settings.letterhead.ministry.en) },
  { key: 'address', label: adminOfficeMessages.address, value: asText(settings.letterhead.address) },
  { key: 'address.en', label: adminOfficeMessages.addressEn, value: asText(settings.letterhead.addressEn ?? '') },
  { key: 'phone', label: adminUnitMessages.phone, value: asText(settings.letterhead.phone) },
  { key: 'email', label: adminUnitMessages.email, value: asText(settings.letterhead.email) },
  { key: 'logo', label: adminOfficeMessages.logo, value: asText(logoText(settings.letterhead.logo ?? null)) },
  {
    key: 'idleLock',
    label: joined(adminOfficeMessages.idleLock, adminOfficeMessages.minutes),
    value: asText(settings.idleLockMinutes),
  },
  {
    key: 'refer',
    label: adminOfficeMessages.referBeforeVerification,
    value: asYesNo(settings.referBeforeVerification),
  },
  { key: 'closing', label: adminOfficeMessages.closingAuthority, value: asCode(closers, settings.closingAuthority) },
  { key: 'fourEyesForFcr', label: adminOfficeMessages.fourEyesForFcr, value: asYesNo(settings.fourEyesForFcr) },
  { key: 'maxCycles', label: adminOfficeMessages.maxCycles, value: asText(settings.maxCycles) },
  { key: 'extensions', label: adminOfficeMessages.extensionsPerCycle, value: asText(settings.extensionsPerCycle) },
  ...attemptFields(settings.attempts),
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
