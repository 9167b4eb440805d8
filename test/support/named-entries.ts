import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import type { ListName } from '#shared/domain/lists/events.ts'

type Fields = Readonly<Record<string, ListName>>

const registered = {
  subjects: 'subjects',
  cause: 'causes',
  complainantKind: 'complainant_kinds',
} as const satisfies Fields

/** The list that each field of a command's input names an entry of. */
const fieldsOf: Readonly<Partial<Record<CaseCommandKind, Fields>>> = {
  register: { ...registered, channel: 'channels', type: 'types', governorate: 'governorates' },
  change_details: registered,
  set_complainant: { governorate: 'governorates' },
  record_contact: { channel: 'channels' },
  retype: { to: 'types' },
  reject: { reason: 'reject_reasons' },
  file: { reason: 'file_reasons' },
  suspend: { reason: 'suspend_reasons' },
  extend: { reason: 'extension_reasons' },
  return_referral: { reason: 'return_reasons' },
  cancel_referral: { reason: 'cancel_reasons' },
  return_draft: { reason: 'draft_return_reasons' },
  classify: { service: 'services' },
  transfer_external: { body: 'external_bodies' },
  rate: { dissatisfaction: 'dissatisfaction_reasons' },
  close: { rootCause: 'root_causes', remedies: 'remedies' },
}

/** In: a command. Out: the entries that it names, as `list/code`. */
export function namedEntries(kind: CaseCommandKind, input: object): readonly string[] {
  const values = { ...('complainant' in input ? (input.complainant as object) : {}), ...input }
  return Object.entries(fieldsOf[kind] ?? {}).flatMap(([field, list]) => {
    const value = (values as Readonly<Record<string, unknown>>)[field]
    return [value].flat().flatMap((code) => (typeof code === 'string' ? [`${list}/${code}`] : []))
  })
}
