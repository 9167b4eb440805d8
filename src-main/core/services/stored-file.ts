import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import { caseFiles } from './case-files.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'

export interface StoredFile {
  readonly address: string
  readonly key: string
  readonly name: string
  readonly mediaType: string
  readonly size: number
}

/** A file by its address and the case it is in; by its upload when it waits for one. */
export interface FileAsked {
  readonly file: string
  readonly case?: string | undefined
}

/** A file the caller may open: of a case he sees, or one that was uploaded and waits for its case. */
export function storedFile(office: Office, caller: Caller, asked: FileAsked): Result<StoredFile> {
  const missing = refuse('not-found', { what: asked.file })
  if (asked.case === undefined) {
    const upload = office.uploads.find(asked.file)
    return upload === null ? missing : ok(upload)
  }
  const state = openCase(office, caller, asked.case)
  if (!state.ok) return missing
  const history = readStream(office.store.db, `case:${state.value.id}`)
  const found = caseFiles(office, caller, history).find(({ file }) => file === asked.file)
  return found === undefined ? missing : ok({ ...found, address: found.file })
}
