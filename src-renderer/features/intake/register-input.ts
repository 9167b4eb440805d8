import type { RegisterInput } from '#shared/contract/desktop/intake.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { intakeMessages as messages } from '#shared/i18n/intake.ts'
import { must } from '#shared/lib/assert.ts'
import { instantOfMoment } from '#renderer/parts/local-moment.ts'
import { personFormOf } from '#renderer/parts/person-draft.ts'
import type { IntakeForm } from './intake-form.ts'
import { owesNumber } from './intake-form.ts'

export interface Lack {
  readonly field: string
  readonly words: PlainMessage
}

/** Out: what the form lacks before the core is asked, in the order of its fields (T-01, T-02). */
export function lacksOf(form: IntakeForm): readonly Lack[] {
  const { given, institutionName, kind } = form.person
  const asksPerson = !form.anonymous && (form.known === null || form.editing)
  return [
    { field: 'channel', words: messages.needChannel, lacks: form.channel === '' },
    {
      field: 'institution',
      words: messages.needInstitution,
      lacks: asksPerson && kind === 'institution' && institutionName.trim() === '',
    },
    { field: 'given', words: messages.needName, lacks: asksPerson && kind === 'individual' && given.trim() === '' },
    { field: 'number-told', words: messages.needNumberTold, lacks: owesNumber(form) && form.numberTold === null },
    { field: 'type', words: messages.needType, lacks: form.type === null },
    { field: 'subject', words: messages.needSubject, lacks: form.subject.trim() === '' },
    { field: 'text', words: messages.needText, lacks: form.text.trim() === '' },
    { field: 'subjects', words: messages.needSubjects, lacks: form.type === 'complaint' && form.subjects.length === 0 },
    {
      field: 'received',
      words: messages.needReceived,
      lacks: form.received !== null && (form.received.day === null || form.received.time === null),
    },
  ].filter((check) => check.lacks)
}

function personOf(form: IntakeForm): RegisterInput['person'] {
  if (form.anonymous) return { kind: 'anonymous', language: form.person.language }
  if (form.known === null) return { kind: 'new', details: personFormOf(form.person) }
  return { kind: 'known', id: form.known.id, changes: form.editing ? personFormOf(form.person) : null }
}

interface OfDraft {
  readonly draft: string
  readonly draftKept: boolean
}

/** In: a form that lacks nothing, the office's zone, the draft it is kept as. Out: the input of `intake.register`. */
export function registerInputOf(form: IntakeForm, zone: string, draft: OfDraft): RegisterInput {
  const received = form.received === null ? null : instantOfMoment(form.received, zone)
  const hasLetter = form.letterNumber.trim() !== '' || form.letterDate !== null
  return {
    person: personOf(form),
    type: must(form.type, 'a form without a type is not sent'),
    typeEntry: form.typeEntry ?? null,
    channel: form.channel,
    form: form.form,
    subject: form.subject.trim(),
    text: form.text,
    subjects: [...form.subjects],
    cause: form.cause,
    remedySought: form.remedySought,
    pages: form.pages,
    senderLetter: hasLetter ? { number: form.letterNumber.trim(), date: form.letterDate ?? '' } : null,
    confidentiality: form.confidentiality,
    namedUsers: form.confidentiality === 'strict' ? [...form.namedUsers] : [],
    verification: form.verification,
    source: form.source,
    stampedBy: form.stampedByMachine ? 'machine' : 'person',
    numberTold: owesNumber(form) ? form.numberTold : null,
    uploads: form.uploads.map(({ upload }) => upload),
    ...draft,
    ...(form.textLanguage === null ? {} : { textLanguage: form.textLanguage }),
    ...(received === null ? {} : { receivedAt: received }),
  }
}

const fieldOfRefusal: Readonly<Record<string, string>> = {
  'subjects-missing': 'subjects',
  'complainant-missing': 'key',
  'number-not-told': 'number-told',
  'name-missing': 'given',
  'email-invalid': 'email',
  'birth-date-invalid': 'birth-date',
  'time-in-future': 'received',
  'clock-doubtful': 'today',
  'time-too-early': 'received',
  'verification-needed': 'verification',
  'named-users-missing': 'named-users',
  'named-user-unknown': 'named-users',
  'named-users-cannot-work': 'named-users',
}

const person = (form: IntakeForm): unknown => form.person

/** What of the form a field shows; of those that are not here a refusal stands until the next try. */
const partOf: Readonly<Record<string, (form: IntakeForm) => unknown>> = {
  'document-number': person,
  mobile: person,
  given: person,
  email: person,
  'birth-date': person,
  received: (form) => form.received,
  subjects: (form) => form.subjects,
  'number-told': (form) => form.numberTold,
  verification: (form) => `${form.type} ${form.verification}`,
  'named-users': (form) => form.namedUsers,
}

/** In: the field a refusal speaks of, the form as it was sent and as it is. Out: whether that was changed since: the refusal is old then. */
export function isMendedSince(sent: IntakeForm, form: IntakeForm, field: string): boolean {
  const part = partOf[field]
  return part !== undefined && part(sent) !== part(form)
}

/** In: code of a refusal of the core. Out: the field it speaks of, empty for the form as a whole. */
export function refusedField(code: string): string {
  if (code.startsWith('document-')) return 'document-number'
  if (code.startsWith('phone-')) return 'mobile'
  return fieldOfRefusal[code] ?? ''
}
