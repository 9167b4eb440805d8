import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import { fileOf, openCase } from './case-view.ts'
import type { StoredFile } from './case-view.ts'
import type { Office } from './office.ts'
import { maySeeText } from './visibility.ts'

/** A file the caller may open: of a case he sees, or one that was uploaded and waits for its case. */
export function storedFile(
  office: Office,
  caller: Caller,
  asked: { readonly file: string; readonly case?: string | undefined },
): Result<StoredFile> {
  const missing = refuse('not-found', { what: asked.file })
  if (asked.case === undefined) {
    const upload = office.uploads.find(asked.file)
    return upload === null ? missing : ok(upload)
  }
  const state = openCase(office, caller, asked.case)
  if (!state.ok || !maySeeText(office, caller)) return missing
  const added = readStream(office.store.db, `case:${state.value.id}`).find(
    (event) => event.type === 'file_added' && event.facts['file'] === asked.file,
  )
  return added === undefined || added.private === null ? missing : ok(fileOf(added))
}
