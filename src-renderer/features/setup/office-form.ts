import type { Country } from '#shared/domain/lists/office-events.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { setupMessages as messages } from '#shared/i18n/setup.ts'

/** What the first run asks for. */
export interface OfficeForm {
  readonly office: string
  readonly nameAr: string
  readonly nameEn: string
  readonly country: Country
  readonly practice: boolean
  readonly adminName: string
  readonly adminUsername: string
  readonly password: string
  readonly passwordAgain: string
}

export const emptyOffice: OfficeForm = {
  office: '',
  nameAr: '',
  nameEn: '',
  country: 'SA',
  practice: false,
  adminName: '',
  adminUsername: '',
  password: '',
  passwordAgain: '',
}

export interface Lack {
  readonly field: string
  readonly words: PlainMessage
}

/** Out: what the first step lacks, in the order of its fields. */
export function lacksOfOffice(form: OfficeForm): readonly Lack[] {
  return [
    { field: 'name-ar', words: messages.needNameAr, lacks: form.nameAr.trim() === '' },
    { field: 'office', words: messages.needOfficeCode, lacks: !/^[A-Z][A-Z0-9]{1,5}$/.test(form.office) },
  ].filter((check) => check.lacks)
}

/** Out: what the second step lacks. */
export function lacksOfAdmin(form: OfficeForm): readonly Lack[] {
  return [
    { field: 'admin-name', words: messages.needAdminName, lacks: form.adminName.trim() === '' },
    {
      field: 'admin-username',
      words: messages.needUsername,
      lacks: !/^[\p{L}\p{N}._-]{2,40}$/u.test(form.adminUsername),
    },
    { field: 'password', words: messages.needPassword, lacks: form.password.length < 8 },
    { field: 'password-again', words: messages.needSamePassword, lacks: form.password !== form.passwordAgain },
  ].filter((check) => check.lacks)
}

/** In: what was found lacking when a step was sent, and what it lacks now. Out: what is still to be said. */
export const stillLacking = (found: readonly Lack[], now: readonly Lack[]): readonly Lack[] =>
  found.filter(({ field }) => now.some((lack) => lack.field === field))
