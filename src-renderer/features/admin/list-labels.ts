import type { ListName } from '#shared/domain/lists/events.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

export const listLabels: Readonly<Record<ListName, PlainMessage>> = {
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
}
