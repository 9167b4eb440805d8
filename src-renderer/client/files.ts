import { UploadAnswer } from '#shared/contract/desktop/upload.ts'
import { core } from './core.ts'
import type { Failure } from './errors.ts'
import { WindowRefusal, failureFrom, failureOf } from './errors.ts'
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

/** Hands a file to the core: by its path where the shell knows one, else as bytes (a browser, a picture just taken). */
export function uploadFile(file: File, watch: UploadWatch = {}): Promise<Uploaded> {
  const path = window.insaf?.pathOf(file) ?? ''
  return path === '' ? streamFile(file, watch) : addByPath(path, file.name, watch)
}

async function addByPath(path: string, name: string, { onProgress, signal }: UploadWatch): Promise<Uploaded> {
  try {
    const added = await core.files.add({ path, name }, signal === undefined ? {} : { signal })
    onProgress?.(1)
    return added
  } catch (error) {
    throw new WindowRefusal(signal?.aborted === true ? failureFrom('upload-cancelled', { name }) : failureOf(error))
  }
}

/**
 * Streams a file to the core, which encrypts it as it arrives. `XMLHttpRequest`, because only it tells how far an
 * upload is. A refusal (too large, disk full) is thrown as `WindowRefusal`.
 */
function streamFile(file: File, watch: UploadWatch): Promise<Uploaded> {
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
    void bodyOf(file).then(
      (body) => request.send(body),
      () => fail(failureFrom('upload-failed', { name: file.name })),
    )
  })
}

/** The program's own scheme takes bytes in every Electron; only newer ones take a file. What has no path is small. */
const bodyOf = (file: File): Promise<File | ArrayBuffer> => (isElectron() ? file.arrayBuffer() : Promise.resolve(file))

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
