import { UploadAnswer } from '#shared/contract/desktop/upload.ts'
import type { Failure } from './errors.ts'
import { WindowRefusal, failureFrom } from './errors.ts'
import { sessionToken } from './session-token.ts'
import { isElectron } from './transport.ts'

export type Uploaded = Extract<UploadAnswer, { ok: true }>['value']

export interface UploadWatch {
  /** 0 to 1. */
  readonly onProgress?: (ratio: number) => void
  readonly signal?: AbortSignal
}

/** The address of a route of the core: same origin in a browser, the program's own scheme in Electron. */
export function fileUrl(path: string): string {
  return isElectron() && path.startsWith('/') ? `insaf://app${path}` : path
}

/**
 * Streams a file to the core, which encrypts it as it arrives. `XMLHttpRequest`, because only it tells how far an
 * upload is. A refusal (too large, disk full) is thrown as `WindowRefusal`.
 */
export function uploadFile(file: File, watch: UploadWatch = {}): Promise<Uploaded> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('PUT', fileUrl(`/files/uploads?name=${encodeURIComponent(file.name)}`))
    request.setRequestHeader('x-insaf-session', sessionToken() ?? '')
    request.setRequestHeader('content-type', file.type === '' ? 'application/octet-stream' : file.type)
    const fail = (failure: Failure) => reject(new WindowRefusal(failure))
    request.upload.onprogress = (event) => watch.onProgress?.(event.total === 0 ? 1 : event.loaded / event.total)
    request.onerror = () => fail(failureFrom('upload-failed', { name: file.name }))
    request.onabort = () => fail(failureFrom('upload-cancelled', { name: file.name }))
    request.onload = () => {
      const answer = readAnswer(request.responseText)
      if (answer?.ok === true) resolve(answer.value)
      else fail(answer === null ? unreadable(request.status, file.name) : answer.error)
    }
    watch.signal?.addEventListener('abort', () => request.abort(), { once: true })
    request.send(file)
  })
}

const unreadable = (status: number, name: string): Failure =>
  status === 401 ? failureFrom('not-signed-in') : failureFrom('upload-failed', { name })

function readAnswer(text: string): UploadAnswer | null {
  try {
    return UploadAnswer.parse(JSON.parse(text))
  } catch {
    // Not an answer of the core: a proxy page, or cut off on the way; the caller says that the upload failed.
    return null
  }
}
