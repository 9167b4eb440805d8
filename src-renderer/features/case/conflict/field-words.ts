import type { ListName } from '#shared/domain/lists/events.ts'
import {
  attemptResultLabels,
  closeReasonLabels,
  complexityLabels,
  confidentialityLabels,
  contactChannelLabels,
  deliveryLabels,
  importanceLabels,
  outcomeLabels,
  priorityLabels,
  procedureLabels,
  ratingLabels,
  reopenCauseLabels,
  typeLabels,
  verificationLabels,
} from '#shared/i18n/codes.ts'
import { conflictMessages as words } from '#shared/i18n/conflict.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import type { Speech } from '#renderer/parts/speech.tsx'
import type { FileView, PersonView } from '#shared/contract/desktop/views.ts'
import type { Names } from '#shared/wording/names.ts'

export interface FieldTelling {
  readonly speech: Speech
  readonly names: Names
  /** Who stands as complainant, where he may be seen. */
  readonly person: PersonView | null
  readonly files: readonly FileView[]
}

/** How one value of a field is said. */
type Say = (value: string, telling: FieldTelling) => string

type Labels = Readonly<Record<string, { readonly ar: string; readonly en: string }>>

interface FieldWords {
  readonly label: PlainMessage
  readonly say: Say
}

const asTyped: Say = (value) => value
const code =
  (labels: Labels): Say =>
  (value, { speech }) =>
    speech.label(labels, value)
const entry =
  (list: ListName): Say =>
  (value, { names }) =>
    names.list(list, value)
const user: Say = (value, { names }) => names.user(value)
const moment: Say = (value, { speech }) => speech.dateTime(value)
const language: Say = (value, { speech }) => speech.t(value === 'ar' ? words.arabic : words.english)
const person: Say = (value, { speech, person: known }) =>
  known?.id === value ? known.displayName : speech.t(words.otherPerson)
const file: Say = (value, { speech, files }) =>
  files.find((each) => each.file === value)?.name ?? speech.t(words.unknownFile)

const field = (label: PlainMessage, say: Say = asTyped): FieldWords => ({ label, say })

/** Fields that two people may set differently, by their name in the history. */
const fields: Readonly<Record<string, FieldWords>> = {
  subject: field(words.subject),
  text: field(words.text),
  senderLetter: field(words.senderLetter),
  remedySought: field(words.remedySought),
  analysis: field(words.analysis),
  subjects: field(words.subjects, entry('subjects')),
  cause: field(words.cause, entry('causes')),
  complainantKind: field(words.complainantKind, entry('complainant_kinds')),
  language: field(words.language, language),
  person: field(words.person, person),
  anonymous: field(words.anonymous),
  contactableBy: field(words.contactableBy, code(contactChannelLabels)),
  preferred: field(words.preferred, code(contactChannelLabels)),
  governorate: field(words.governorate, entry('governorates')),
  state: field(words.verification, code(verificationLabels)),
  level: field(words.confidentiality, code(confidentialityLabels)),
  users: field(words.namedUsers, user),
  to: field(words.type, code(typeLabels)),
  service: field(words.service, entry('services')),
  complexity: field(words.complexity, code(complexityLabels)),
  importance: field(words.importance, code(importanceLabels)),
  importanceReason: field(words.importanceReason),
  priority: field(words.priority, code(priorityLabels)),
  priorityReason: field(words.priorityReason),
  procedure: field(words.procedure, code(procedureLabels)),
  user: field(words.handler, user),
  rating: field(words.rating, code(ratingLabels)),
  result: field(words.result, code(attemptResultLabels)),
  mode: field(words.channel, code(contactChannelLabels)),
  delivery: field(words.delivery, code(deliveryLabels)),
  outcome: field(words.outcome, code(outcomeLabels)),
  rootCause: field(words.rootCause, entry('root_causes')),
  statedAt: field(words.statedAt, moment),
  receivedAt: field(words.receivedAt, moment),
  ratedAt: field(words.ratedAt, moment),
  dueDate: field(words.dueDate, moment),
  files: field(words.files, file),
  enteredByTeam: field(words.enteredByTeam),
  dissatisfaction: field(words.dissatisfaction, entry('dissatisfaction_reasons')),
  knowledge: field(words.knowledge),
  improvement: field(words.improvement),
  remedies: field(words.remedies, entry('remedies')),
}

/** Names that mean something else in these events. */
const byType: Readonly<Record<string, Readonly<Record<string, FieldWords>>>> = {
  reopened: { cause: field(words.cause, code(reopenCauseLabels)) },
  draft_returned: { reason: field(words.reason, entry('draft_return_reasons')) },
  rejected: { reason: field(words.reason, entry('reject_reasons')) },
  closed: { reason: field(words.reason, code(closeReasonLabels)) },
}

/** In: type of an event, name of its field. Out: its words; a field without any goes by its own name. */
export function fieldWords(type: string, name: string): FieldWords | null {
  return byType[type]?.[name] ?? fields[name] ?? null
}

/** In: a value of the history. Out: how it is said, in the words of the office's lists; null where there is nothing. */
export function saidValue(value: unknown, say: Say, telling: FieldTelling): string | null {
  const { speech } = telling
  if (value === null || value === undefined || value === '') return null
  if (typeof value === 'string') return say(value, telling)
  if (typeof value === 'number') return speech.number(value)
  if (typeof value === 'boolean') return speech.t(value ? words.yes : words.no)
  const parts = (Array.isArray(value) ? value : Object.values(value)).map((each) => saidValue(each, say, telling))
  const said = parts.filter((part) => part !== null)
  return said.length === 0 ? null : said.join(speech.t(words.comma))
}
