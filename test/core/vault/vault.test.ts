import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SecretStore } from '#core/ports.ts'
import { systemIds } from '#core/system-ports.ts'
import { createVault, openVault, unlockVault, type Vault } from '#core/vault/vault.ts'
import type { Result } from '#shared/lib/result.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const ids = systemIds
const keychain = (backend: string): SecretStore => ({
  backend,
  wrap: async (secret) => secret.map((byte) => byte ^ 0x5a),
  unwrap: async (wrapped) => wrapped.map((byte) => byte ^ 0x5a),
})

async function made(options: { file?: boolean; secrets?: SecretStore } = {}): Promise<Vault> {
  return valueOf(await createVault(temporaryFolder(), { ids, file: true, ...options }))
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.refusal.code)
  return result.value
}

describe('vault: key slots', () => {
  it('opens by every slot to the same key and the same device', async () => {
    const vault = await made({ secrets: keychain('kwallet6') })
    const code = vault.newRecoveryCode()
    valueOf(await vault.setPassphrase('عبارة مرور طويلة'))
    const { folder } = vault
    const opened = [
      await openVault(folder, { ids }),
      await openVault(folder, { ids, secrets: keychain('kwallet6') }),
      await unlockVault(folder, 'عبارة مرور طويلة', ids),
      await unlockVault(folder, code, ids),
      await unlockVault(folder, code.toLowerCase().replaceAll('-', ' '), ids),
    ].map(valueOf)
    for (const { key, signer } of opened) {
      expect(Buffer.from(key).equals(vault.key)).toBe(true)
      expect([signer?.device, signer?.epoch]).toEqual([vault.signer?.device, 1])
      expect(Buffer.from(signer?.publicKey ?? []).equals(vault.signer?.publicKey ?? Buffer.alloc(1))).toBe(true)
    }
  })

  it('bad input: a wrong passphrase, code or a slip of the pen is refused by name', async () => {
    const vault = await made()
    const { folder } = vault
    expect(await unlockVault(folder, 'anything at all', ids)).toMatchObject({ refusal: { code: 'no-key-slot' } })
    const old = vault.newRecoveryCode()
    const code = vault.newRecoveryCode()
    expect(await unlockVault(folder, old, ids)).toMatchObject({ refusal: { code: 'wrong-recovery-code' } })
    valueOf(await vault.setPassphrase('long enough passphrase'))
    expect(await unlockVault(folder, 'another passphrase', ids)).toMatchObject({
      refusal: { code: 'wrong-passphrase' },
    })
    const slipped = `${code.slice(0, 13)}${code[13] === '7' ? '8' : '7'}${code.slice(14)}`
    expect(await unlockVault(folder, slipped, ids)).toMatchObject({
      refusal: { code: 'recovery-code-mistyped', params: { group: 3 } },
    })
    expect(await vault.setPassphrase('short')).toMatchObject({ refusal: { code: 'password-too-short' } })
  })

  it('asks when no slot opens without a person: other machine, key file gone', async () => {
    const vault = await made({ file: false, secrets: keychain('kwallet6') })
    expect(await openVault(vault.folder, { ids, secrets: keychain('gnome') })).toMatchObject({
      refusal: { code: 'no-key-slot' },
    })
    expect(await openVault(vault.folder, { ids })).toMatchObject({ refusal: { code: 'no-key-slot' } })
    vault.setFileSlot(true)
    expect((await openVault(vault.folder, { ids })).ok).toBe(true)
    rmSync(join(vault.folder, 'file.key'))
    expect(await openVault(vault.folder, { ids })).toMatchObject({ refusal: { code: 'no-key-slot' } })
  })

  it('keys are readable by their owner only, whole, and hold nothing in the clear', async () => {
    const vault = await made()
    vault.newRecoveryCode()
    expect(readdirSync(vault.folder).toSorted()).toEqual(['file.key', 'keys.json'])
    for (const name of ['file.key', 'keys.json']) expect(statSync(join(vault.folder, name)).mode & 0o777).toBe(0o600)
    expect(readFileSync(join(vault.folder, 'keys.json'), 'utf8')).not.toContain(Buffer.from(vault.key).toString('hex'))
  })

  it('bad input: damaged keys are refused, a second vault in a folder too', async () => {
    const vault = await made()
    writeFileSync(join(vault.folder, 'insaf.db'), '')
    expect(await createVault(vault.folder, { ids, file: true })).toMatchObject({ refusal: { code: 'store-exists' } })
    writeFileSync(join(vault.folder, 'keys.json'), '{"format":1')
    expect(await openVault(vault.folder, { ids })).toMatchObject({ refusal: { code: 'keys-damaged' } })
    expect(await openVault(temporaryFolder(), { ids })).toMatchObject({ refusal: { code: 'store-missing' } })
  })

  it('bad input: a half-copied folder is told what it lacks, and a set-up in it changes no byte', async () => {
    const vault = await made()
    const { folder } = vault
    for (const name of ['insaf.db', 'tables-1.db']) writeFileSync(join(folder, name), 'cases')
    const keys = readFileSync(join(folder, 'keys.json'))
    const bytes = () => readdirSync(folder).map((name) => [name, readFileSync(join(folder, name)).toString('hex')])
    for (const [lost, kept] of [
      ['keys.json', keys],
      ['insaf.db', 'cases'],
    ] as const) {
      rmSync(join(folder, lost))
      const before = bytes()
      expect(await createVault(folder, { ids, file: true })).toMatchObject({
        refusal: { code: 'folder-half', params: { missing: lost } },
      })
      expect(bytes()).toEqual(before)
      writeFileSync(join(folder, lost), kept)
    }
  })

  it('bad input: a set-up in what a cut-off restore left changes no byte either', async () => {
    const folder = temporaryFolder()
    mkdirSync(join(folder, 'restoring'))
    writeFileSync(join(folder, 'insaf.db'), 'cases')
    expect(await createVault(folder, { ids, file: true })).toMatchObject({ refusal: { code: 'store-exists' } })
    expect(readdirSync(folder).toSorted()).toEqual(['insaf.db', 'restoring'])
  })

  it('a set-up that was cut off is begun again; its keys and its key file are put aside, each time under another name', async () => {
    const { folder } = await made()
    const first = readFileSync(join(folder, 'file.key'), 'hex')
    await createVault(folder, { ids, file: true })
    await createVault(folder, { ids, file: true })
    expect(readdirSync(folder).toSorted()).toEqual([
      'file.before-2.key',
      'file.before.key',
      'file.key',
      'keys.before-2.json',
      'keys.before.json',
      'keys.json',
    ])
    expect(readFileSync(join(folder, 'file.before.key'), 'hex')).toBe(first)
  })

  it('a backup carries passphrase and recovery slots, never the device key or this machine’s slots', async () => {
    const vault = await made({ secrets: keychain('kwallet6') })
    vault.newRecoveryCode()
    valueOf(await vault.setPassphrase('long enough passphrase'))
    const { slots, device } = vault.portable()
    expect([slots.map(({ kind }) => kind), device]).toEqual([['recovery', 'passphrase'], null])
  })
})
