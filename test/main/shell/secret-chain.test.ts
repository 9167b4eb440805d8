import { expect, it, onTestFinished, vi } from 'vitest'
import { keyChain } from '#main/shell/secret-chain.ts'

const chain = vi.hoisted(() => ({ backend: '', isAvailable: true }))

vi.mock('electron', () => ({
  safeStorage: {
    isEncryptionAvailable: () => chain.isAvailable,
    getSelectedStorageBackend: () => chain.backend,
  },
}))

function on(platform: NodeJS.Platform): void {
  const spy = vi.spyOn(process, 'platform', 'get').mockReturnValue(platform)
  onTestFinished(() => spy.mockRestore())
}

it.each([
  ['gnome_libsecret', { backend: 'gnome_libsecret' }],
  ['kwallet6', { backend: 'kwallet6' }],
  ['basic_text', null],
  ['unknown', null],
])('S14 on Linux a key chain that calls itself %s', (backend, expected) => {
  on('linux')
  Object.assign(chain, { backend, isAvailable: true })
  expect(keyChain()).toEqual(expected)
})

it('S14 a key chain that is not there is none', () => {
  Object.assign(chain, { backend: 'gnome_libsecret', isAvailable: false })
  expect(keyChain()).toBeNull()
})
