import { safeStorage } from 'electron'
import type { FromCore } from '#shared/contract/desktop/core-process.ts'
import type { CoreChild } from '#main/host/core-child.ts'

/** Chromium's own stand-in where there is no key chain: a fixed password, so no secret at all. */
const pretended = ['basic_text', 'unknown']

/**
 * The machine's key chain by name, or null where it is none worth the name. An Electron too old to say which one it
 * uses counts as none on Linux.
 */
export function keyChain(): { readonly backend: string } | null {
  if (!safeStorage.isEncryptionAvailable()) return null
  if (process.platform !== 'linux') return { backend: process.platform === 'darwin' ? 'keychain' : 'dpapi' }
  const backend = 'getSelectedStorageBackend' in safeStorage ? safeStorage.getSelectedStorageBackend() : 'unknown'
  return pretended.includes(backend) ? null : { backend }
}

/** Answers the core's question to the key chain; what cannot be opened is null, not a fault. */
export function answerSecret(core: CoreChild, { id, work, bytes }: Extract<FromCore, { kind: 'secret' }>): void {
  core.send({ kind: 'secret-answer', id, bytes: work === 'wrap' ? wrap(bytes) : unwrap(bytes) })
}

function wrap(secret: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(safeStorage.encryptString(Buffer.from(secret).toString('base64')))
  } catch (error) {
    console.error('key chain', error)
    return null
  }
}

function unwrap(wrapped: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(Buffer.from(safeStorage.decryptString(Buffer.from(wrapped)), 'base64'))
  } catch {
    // Another user's or machine's secret: the next slot is tried.
    return null
  }
}
