import { adminListMessages as words } from './admin-lists.ts'
import type { Messages } from './messages.ts'

/** The editable lists by their names in the code. */
export const listLabels = {
  types: words.listTypes,
  channels: words.listChannels,
  services: words.listServices,
  subjects: words.listSubjects,
  causes: words.listCauses,
  complainant_kinds: words.listComplainantKinds,
  governorates: words.listGovernorates,
  reject_reasons: words.listRejectReasons,
  file_reasons: words.listFileReasons,
  suspend_reasons: words.listSuspendReasons,
  extension_reasons: words.listExtensionReasons,
  return_reasons: words.listReturnReasons,
  cancel_reasons: words.listCancelReasons,
  draft_return_reasons: words.listDraftReturnReasons,
  dissatisfaction_reasons: words.listDissatisfactionReasons,
  root_causes: words.listRootCauses,
  remedies: words.listRemedies,
  external_bodies: words.listExternalBodies,
} as const satisfies Messages
