import { z } from 'zod'
import { PersonForm } from '#shared/contract/desktop/people.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import { personRows } from '#core/services/history/history-row.ts'

/*
 * The JSON Schema of one line of a history file, written from the catalogue of events: what an event carries may stand on its
 * line; what is named here as needed must.
 */
type Json = Readonly<Record<string, unknown>>

/** What only the register can know. Everything else is filled in where it is left out. */
const needed: Partial<Readonly<Record<CaseEventType | keyof typeof personRows, readonly string[]>>> = {
  received: ['channel'],
  registered: ['type'],
  identity_verified: ['state'],
  retyped: ['to'],
  confidentiality_set: ['level'],
  assigned: ['user'],
  referred: ['referral', 'department'],
  ref_ack: ['referral'],
  ref_returned: ['referral'],
  ref_replied: ['referral'],
  ref_cancelled: ['referral'],
  ref_waived: ['referral'],
  clarification_asked: ['referral'],
  clarification_answered: ['referral'],
  reminder_sent: ['referral'],
  disclosed: ['referral'],
  disclosure_ended: ['referral'],
  rated: ['rating'],
  linked: ['lead'],
  separation_excepted: ['rule', 'way'],
  qa_scored: ['score'],
  kb_used: ['article'],
  kb_created: ['article'],
  action_created: ['action', 'dueAt'],
  action_done: ['action'],
  file_added: ['file', 'size', 'mediaType', 'original', 'name', 'key'],
  person_linked: ['other'],
  person_unlinked: ['other'],
}

const name = (description: string): Json => ({ type: 'string', minLength: 1, maxLength: 200, description })
const time = { type: 'string', format: 'date-time', description: 'ISO 8601 with offset.' }

/** Fields that are names of the file's own, or are written plainer than in the log. */
const plainer: Readonly<Record<string, Json>> = {
  referral: name('Name of the referral within the case, chosen by the file.'),
  draft: name('Name of the draft within the case, chosen by the file; without it the newest draft is meant.'),
  action: name('Name of the improvement action within the case, chosen by the file.'),
  lead: name('The `case` of the lead: the file’s own name of another case, which stands earlier in the file.'),
  department: name('Code of a department; one that is not known is created.'),
  proposedDepartment: name('Code of a department.'),
  user: name('User name.'),
  reviewer: name('User name.'),
  due: { ...time, description: 'Due date, ISO 8601 with offset. Computed by calendar and limits when left out.' },
  until: time,
}

/** Frozen by the import with the versions of calendar, limits and lists; not for the file. */
const computed = new Set([
  'waited',
  'net',
  'gross',
  'dueOrig',
  'services',
  'departments',
  'practice',
  'office',
  'priorityOverridden',
  'person',
  'mark',
])

const described = { subject: { type: 'string', maxLength: 500 }, text: { type: 'string', maxLength: 20_000 } }

/** Besides its own fields, the line of a registration may carry who complains and what a first classification says. */
const withRegistration: Json = {
  ...described,
  person: { ...jsonOf(PersonForm), description: 'The complainant as the desk would type it.' },
  personKey: name('The same for every case of one person; the case’s own name when left out.'),
  anonymous: { type: 'boolean' },
  contactableBy: { type: 'array', items: { enum: ['phone', 'sms', 'email', 'post', 'counter', 'other'] } },
  governorate: { type: ['string', 'null'] },
  complexity: { enum: ['routine', 'critical', 'complex'] },
  procedure: { enum: ['fcr', 'processing', 'third_party'] },
  importance: { enum: ['low', 'medium', 'high'] },
  service: { type: ['string', 'null'] },
}

function jsonOf(schema: z.ZodType): Json {
  const {
    $schema: _version,
    additionalProperties: _others,
    ...json
  } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return json
}

function propertiesOf(type: CaseEventType): Json {
  const { facts, private: secret } = caseEvents[type]
  const parts = [facts, ...(secret === null ? [] : [secret])].map((schema) => jsonOf(schema)['properties'] as Json)
  const fields = Object.entries(Object.assign({}, ...parts) as Json).filter(([field]) => !computed.has(field))
  return Object.fromEntries(fields.map(([field, json]) => [field, plainer[field] ?? withoutBrand(field, json)]))
}

const withoutBrand = (field: string, json: unknown): unknown => (field.endsWith('At') ? time : json)

function lineOf(event: string, properties: Json): Json {
  const own = needed[event as CaseEventType] ?? []
  return {
    title: event,
    properties: { event: { const: event }, ...properties },
    ...(own.length === 0 ? {} : { required: own }),
  }
}

/** The schema as it stands in docs/history-format.schema.json. */
export function historySchema(): string {
  const cases = (Object.keys(caseEvents) as CaseEventType[]).map((type) =>
    lineOf(type, { ...propertiesOf(type), ...(type === 'registered' ? withRegistration : {}) }),
  )
  const persons = Object.keys(personRows).map((type) =>
    lineOf(type, {
      personKey: withRegistration['personKey'],
      ...(type === 'person_forgotten' ? { reason: name('Why.') } : { other: name('`personKey` of the other record.') }),
    }),
  )
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'One line of a history file of Insaf',
    type: 'object',
    required: ['id', 'case', 'event', 'at'],
    properties: {
      id: name('Id of the line in the old register, unique in the file: a line that was taken once is passed over.'),
      case: name('Name of the case in the old register.'),
      event: { enum: [...Object.keys(caseEvents), ...Object.keys(personRows)] },
      at: {
        ...time,
        description: 'When it happened, ISO 8601 with offset; never before the line before it of the same case.',
      },
      by: name('User name of who did it.'),
    },
    oneOf: [...cases, ...persons],
  }
  return `${JSON.stringify(schema, null, 2)}\n`
}

export const neededFields = needed
