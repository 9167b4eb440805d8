import type { Confidentiality, Verification } from '#shared/domain/case/codes.ts'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import type { Country } from '#shared/domain/lists/office-events.ts'
import type { Uploaded } from '#renderer/client/files.ts'
import type { PersonDraft } from '#renderer/parts/person-draft.ts'
import { emptyPerson, hasMessageAddress, isEmptyPerson } from '#renderer/parts/person-draft.ts'

/** A known person as the side list gave it. */
export interface ChosenPerson {
  readonly id: string
  readonly displayName: string
}

/** The registration form while it is being filled; plain data, so that it can be kept as a draft. */
export interface IntakeForm {
  readonly channel: string
  /** What was typed to find the caller. */
  readonly key: string
  readonly known: ChosenPerson | null
  /** The known person's details are open for correction. */
  readonly editing: boolean
  readonly anonymous: boolean
  readonly person: PersonDraft
  readonly verification: Verification | null
  readonly type: CaseType | null
  /** The entry of the list of types that was chosen; null: the type's own (T-01). */
  readonly typeEntry: string | null
  readonly subject: string
  readonly text: string
  /** null: by the letters of the text. */
  readonly textLanguage: 'ar' | 'en' | null
  readonly subjects: readonly string[]
  readonly cause: string | null
  readonly remedySought: string
  readonly form: 'oral' | 'written'
  /** null: now. */
  readonly received: { readonly day: string | null; readonly time: string | null } | null
  /** The time of receipt was read from the message itself. */
  readonly stampedByMachine: boolean
  readonly pages: number | null
  readonly letterNumber: string
  readonly letterDate: string | null
  readonly confidentiality: Confidentiality
  /** Who besides the registrar may open a strictly confidential case. */
  readonly namedUsers: readonly string[]
  readonly uploads: readonly Uploaded[]
  /** How somebody without mobile and e-mail learns the number. */
  readonly numberTold: 'printed' | 'told' | null
  readonly source: 'staff' | 'email_file' | 'scan'
}

/** Channels that come as paper or message: pages, letter number and a viewer beside the form. */
export const isPaperChannel = (channel: string): boolean => channel === 'fax' || channel === 'email'

/** Channels at which a person is there to speak. */
export const isSpoken = (channel: string): boolean =>
  ['phone', 'walk_in', 'hotline', 'contact_centre'].includes(channel)

export function emptyForm(country: Country, channel: string): IntakeForm {
  return {
    channel,
    key: '',
    known: null,
    editing: false,
    anonymous: false,
    person: emptyPerson(country),
    verification: null,
    type: null,
    typeEntry: null,
    subject: '',
    text: '',
    textLanguage: null,
    subjects: [],
    cause: null,
    remedySought: '',
    form: isSpoken(channel) ? 'oral' : 'written',
    received: null,
    stampedByMachine: false,
    pages: null,
    letterNumber: '',
    letterDate: null,
    confidentiality: 'normal',
    namedUsers: [],
    uploads: [],
    numberTold: null,
    source: 'staff',
  }
}

/** nobody can be sent the number, so the desk must hand it over. What came as message or paper is answered later. */
export function owesNumber(form: IntakeForm): boolean {
  return form.type !== 'media' && form.source === 'staff' && (form.anonymous || !hasMessageAddress(form.person))
}

/** Nothing was typed that would be missed. */
export function isBlank(form: IntakeForm): boolean {
  const texts = [form.key, form.subject, form.text, form.remedySought, form.letterNumber]
  return (
    texts.every((text) => text.trim() === '') &&
    form.known === null &&
    form.uploads.length === 0 &&
    form.type === null &&
    isEmptyPerson(form.person)
  )
}
