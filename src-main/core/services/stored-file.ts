import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { readStream } from '#core/store/read-stream.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { maySeeText } from './visibility.ts'

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

/** In: a `file_added` event with its private part. Out: what opens the file. */
export function fileOf(event: RecordedEvent): StoredFile {
  const secret = must(event.private, 'a file that is shown has its private part')
  return {
    address: String(event.facts['file']),
    size: Number(event.facts['size']),
    mediaType: String(event.facts['mediaType']),
    name: String(secret['name']),
    key: String(secret['key']),
  }
}

/** A file the caller may open: of a case he sees, or one that was uploaded and waits for its case. */
export function storedFile(office: Office, caller: Caller, asked: FileAsked): Result<StoredFile> {
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
