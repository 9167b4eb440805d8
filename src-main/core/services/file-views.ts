import type { FileView } from '#shared/contract/desktop/views.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { Caller } from './caller.ts'
import { caseFiles } from './case-files.ts'
import { namedUser } from './case-lines.ts'
import { fileTicket } from './file-tickets.ts'
import type { Office } from './office.ts'

/** The files of a case as the window shows them: without what opens them. */
export const fileViews = (
  office: Office,
  caller: Caller,
  { state, history }: { readonly state: { readonly id: string }; readonly history: readonly RecordedEvent[] },
): FileView[] =>
  caseFiles(office, caller, history).map(({ file, name, mediaType, size, pages, original, addedAt, addedBy }) => ({
    file,
    name,
    mediaType,
    size,
    pages,
    original,
    addedAt,
    addedBy: namedUser(office.reference, addedBy),
    present: office.files.hasNow(file),
    url: fileTicket(office, caller, { file, case: state.id }),
  }))
