import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { adminOfficeMessages } from '#shared/i18n/admin-office.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { namesOrArabic, typedNames } from '#renderer/parts/both-names.ts'
import type { Lack } from './lack.ts'
import { lacking } from './lack.ts'
import { lacksOfNames } from './name-fields.tsx'

type Nullable<T> = { readonly [Key in keyof T]: T[Key] extends number ? number | null : T[Key] }

/** Settings while they are typed: a number that is not fit yet is null. */
export type OfficeForm = Nullable<Omit<OfficeSettings, 'attempts'>> & {
  readonly attempts: Nullable<OfficeSettings['attempts']>
}

export const officeForm = (settings: OfficeSettings): OfficeForm => ({
  ...settings,
  name: typedNames(settings.name),
  letterhead: { ...settings.letterhead, ministry: typedNames(settings.letterhead.ministry) },
})

/** Out: what the form lacks. */
export function lacksOfOffice(form: OfficeForm): readonly Lack[] {
  const { count, days, bands, channels } = form.attempts
  const isTyped = count !== null && days !== null && bands !== null && channels !== null
  return [
    ...lacksOfNames(form.name),
    ...lacking([
      { field: 'ministry-ar', words: adminMessages.needNameAr, lacks: form.letterhead.ministry.ar.trim() === '' },
      { field: 'idle-lock', words: adminOfficeMessages.needIdle, lacks: form.idleLockMinutes === null },
      {
        field: 'max-cycles',
        words: adminOfficeMessages.needRules,
        lacks: form.maxCycles === null || form.extensionsPerCycle === null || !isTyped,
      },
      {
        field: 'attempts-days',
        words: adminOfficeMessages.needAttempts,
        lacks: isTyped && (days > count || channels > count),
      },
    ]),
  ]
}

/** In: the form. Out: what the core takes, or null while a number is missing. */
export function officeInput(form: OfficeForm): Omit<OfficeSettings, 'office' | 'code' | 'practice'> | null {
  const {
    office: _office,
    code: _code,
    practice: _practice,
    name,
    letterhead,
    idleLockMinutes,
    maxCycles,
    extensionsPerCycle,
    attempts,
    ...rest
  } = form
  const { count, days, bands, channels } = attempts
  if (idleLockMinutes === null || maxCycles === null || extensionsPerCycle === null) return null
  if (count === null || days === null || bands === null || channels === null) return null
  return {
    ...rest,
    name: namesOrArabic(name),
    letterhead: { ...letterhead, ministry: namesOrArabic(letterhead.ministry) },
    idleLockMinutes,
    maxCycles,
    extensionsPerCycle,
    attempts: { count, days, bands, channels },
  }
}
