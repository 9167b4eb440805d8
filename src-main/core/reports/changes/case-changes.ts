import type { CaseEventType, CaseFacts } from '#shared/domain/case/events.ts'
import { changeWords as words } from '#shared/i18n/change-words.ts'
import type { Change } from '#shared/i18n/changes.ts'
import {
  complexityLabels,
  confidentialityLabels,
  contactChannelLabels,
  importanceLabels,
  priorityLabels,
  procedureLabels,
  ratingLabels,
  verificationLabels,
} from '#shared/i18n/codes.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import { asAll, asCode, asMoment, asYesNo, changesBetween, hidden, inWords, joined, nothing, same } from './field.ts'
import type { ChangeNames, Field } from './field.ts'

/* What each event of a case changed, by what the events before it had set (G-06). */

interface Told {
  readonly id: string
  readonly type: string
  /** As the reader is shown them. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly verdict: 'pending' | 'accepted' | 'conflict' | 'void'
}

type FieldsOf<T extends CaseEventType> = (facts: CaseFacts<T>, names: ChangeNames) => readonly Field[]

const dueField = ({ due }: { readonly due: { readonly at: string } }): Field => ({
  key: 'due',
  label: words.due,
  value: asMoment(due.at),
})

const referralDue = ({
  referral,
  due,
}: {
  readonly referral: string
  readonly due: { readonly at: string }
}): Field => ({
  key: `due of ${referral}`,
  label: words.referralDue,
  value: asMoment(due.at),
})

const list = (names: ChangeNames, name: string, code: string | null) =>
  inWords(code === null ? null : names.list(name, code))

const typeField = (entry: string, names: ChangeNames): Field => ({
  key: 'type',
  label: words.type,
  value: list(names, 'types', entry),
})
const unitField = (unit: string, names: ChangeNames): Field => ({
  key: 'unit',
  label: words.unit,
  value: inWords(names.unit(unit)),
})
const levelField = (level: string): Field => ({
  key: 'confidentiality',
  label: words.confidentiality,
  value: asCode(confidentialityLabels, level),
})
const namedField = (users: readonly string[], names: ChangeNames): Field => ({
  key: 'named',
  label: words.namedUsers,
  value: asAll(users.toSorted().map(names.user)),
})

type Details = Pick<CaseFacts<'details_changed'>, 'subjects' | 'cause' | 'complainantKind'>

const detailFields = ({ subjects, cause, complainantKind }: Details, names: ChangeNames): readonly Field[] => [
  {
    key: 'subjects',
    label: words.subjects,
    value: asAll(subjects.toSorted().map((code) => names.list('subjects', code))),
  },
  { key: 'cause', label: words.cause, value: list(names, 'causes', cause) },
  { key: 'kind', label: words.complainantKind, value: list(names, 'complainant_kinds', complainantKind) },
]

const classFields = (facts: CaseFacts<'classified'>, names: ChangeNames): readonly Field[] => [
  { key: 'service', label: words.service, value: list(names, 'services', facts.service) },
  { key: 'complexity', label: words.complexity, value: asCode(complexityLabels, facts.complexity) },
  { key: 'importance', label: words.importance, value: asCode(importanceLabels, facts.importance) },
  { key: 'procedure', label: words.procedure, value: asCode(procedureLabels, facts.procedure) },
  { key: 'priority', label: words.priority, value: asCode(priorityLabels, facts.priority) },
  dueField(facts),
]

/** Whoever may not know the complainant is shown only whether he gives his name: another record is said without it. */
function complainantFields(facts: Partial<CaseFacts<'complainant_set'>>, names: ChangeNames): readonly Field[] {
  const anonymous = { key: 'anonymous', label: words.anonymous, value: asYesNo(facts.anonymous === true) }
  if (facts.person === undefined) return [anonymous, { key: 'person', label: words.person, value: hidden }]
  const name = facts.person === null ? null : names.person(facts.person)
  const person = facts.person === null ? nothing : name === null ? hidden : inWords(name)
  const channels = (facts.contactableBy ?? []).map((channel) => contactChannelLabels[channel])
  const language = facts.language === 'en' ? partsMessages.english : partsMessages.arabic
  return [
    anonymous,
    { key: 'person', label: words.person, value: person },
    { key: 'contact', label: words.contactableBy, value: asAll(channels) },
    { key: 'preferred', label: words.preferred, value: asCode(contactChannelLabels, facts.preferred) },
    { key: 'language', label: words.language, value: inWords(language) },
    { key: 'governorate', label: words.governorate, value: list(names, 'governorates', facts.governorate ?? null) },
  ]
}

const fieldsOf: { readonly [T in CaseEventType]?: FieldsOf<T> } = {
  registered: (facts, names) => [
    typeField(facts.typeEntry ?? facts.type, names),
    unitField(facts.office, names),
    levelField(facts.confidentiality),
    namedField([], names),
    ...detailFields(facts, names),
    { key: 'employees', label: words.complainedAbout, value: nothing },
    dueField(facts),
  ],
  details_changed: detailFields,
  complainant_set: complainantFields,
  identity_verified: ({ state }) => [
    { key: 'verification', label: words.verification, value: asCode(verificationLabels, state) },
  ],
  retyped: ({ to, toEntry, due }, names) => [typeField(toEntry ?? to, names), dueField({ due })],
  confidentiality_set: ({ level, users }, names) => [levelField(level), namedField(users, names)],
  complained_about: ({ employees }, names) => [
    {
      key: 'employees',
      label: words.complainedAbout,
      value: asAll(employees.map(({ staffId, unit }) => joined(same(staffId), names.unit(unit)))),
    },
  ],
  moved_to_unit: ({ to }, names) => [unitField(to, names)],
  classified: classFields,
  class_corrected: classFields,
  assigned: ({ user }, names) => [{ key: 'handler', label: words.handler, value: inWords(names.user(user)) }],
  referred: (facts) => [referralDue(facts)],
  ref_ack: (facts) => [referralDue(facts)],
  clarification_answered: (facts) => [referralDue(facts)],
  info_requested: (facts) => [dueField(facts)],
  info_received: (facts) => [dueField(facts)],
  resumed: (facts) => [dueField(facts)],
  extended: (facts) => [dueField(facts)],
  due_recomputed: ({ referral, due }) => [referral === null ? dueField({ due }) : referralDue({ referral, due })],
  reopened: (facts) => [dueField(facts)],
  external_transferred: (facts) => [followUp(facts)],
  external_followed_up: (facts) => [followUp(facts)],
  rated: ({ rating }) => [{ key: 'rating', label: words.rating, value: asCode(ratingLabels, rating) }],
}

function followUp({ followUpAt }: { readonly followUpAt: string }): Field {
  return { key: 'followUp', label: words.followUp, value: asMoment(followUpAt) }
}

/**
 * In: the events of a case that a reader is shown, in their order. Out: event → what it changed that had been set before;
 * what it set for the first time its own sentence says. Events that do not count change nothing.
 */
export function caseChanges(events: readonly Told[], names: ChangeNames): ReadonlyMap<string, readonly Change[]> {
  const standing = new Map<string, Field>()
  const changes = new Map<string, readonly Change[]>()
  for (const { id, type, facts, verdict } of events) {
    if (!doesStand({ verdict })) continue
    // A cycle has its own rating: the one before stands as it was given (Z-08).
    if (type === 'reopened') standing.delete('rating')
    const fields = setBy(type, facts, names)
    const known = fields.filter(({ key }) => standing.has(key))
    const before = known.flatMap(({ key }) => standing.get(key) ?? [])
    changes.set(id, changedOf(before, known))
    for (const field of fields) standing.set(field.key, field)
  }
  return changes
}

function setBy(type: string, facts: Told['facts'], names: ChangeNames): readonly Field[] {
  if (!Object.hasOwn(fieldsOf, type)) return []
  const fields = fieldsOf[type as CaseEventType] as FieldsOf<never> | undefined
  return fields?.(facts as never, names) ?? []
}

/** Another record that the reader may not know is a change all the same: that it was set again is all that can be said. */
function changedOf(before: readonly Field[], after: readonly Field[]): readonly Change[] {
  const shut = after.filter(({ value }) => value.kind === 'hidden')
  return [
    ...changesBetween(before, after),
    ...shut
      .filter(({ key, value }) => before.some((old) => old.key === key && old.value.kind === value.kind))
      .map(({ label, value }) => ({ field: label, before: value, after: value })),
  ]
}
