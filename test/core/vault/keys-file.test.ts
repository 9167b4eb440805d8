import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemIds } from '#core/system-ports.ts'
import { keepKeysToJoin, takeKeysToJoin } from '#core/vault/keys-file.ts'
import { createVault, openVault } from '#core/vault/vault.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const ids = systemIds

/** A folder with keys; out: also who it is to a server. */
async function made(folder = temporaryFolder()): Promise<{ folder: string; device: string | undefined }> {
  const vault = await createVault(folder, { ids, file: true })
  return { folder, device: vault.ok ? vault.value.signer?.device : undefined }
}

async function deviceOf(folder: string): Promise<string | undefined> {
  const vault = await openVault(folder, { ids })
  return vault.ok ? vault.value.signer?.device : vault.refusal.code
}

describe('keys of a folder whose joining was not answered', () => {
  it('SYNC-ENROL-3 are kept away from their place, and taken again', async () => {
    const { folder, device } = await made()
    keepKeysToJoin(folder)
    expect(readdirSync(folder).toSorted()).toEqual(['joining.json', 'joining.key'])
    expect(takeKeysToJoin(folder)).toBe(true)
    expect(readdirSync(folder).toSorted()).toEqual(['file.key', 'keys.json'])
    expect(await deviceOf(folder)).toBe(device)
    expect(takeKeysToJoin(folder)).toBe(false)
  })

  it('SYNC-ENROL-3 S1 whose keeping or taking was cut off between its two files is the same machine again', async () => {
    const { folder, device } = await made()
    renameSync(join(folder, 'keys.json'), join(folder, 'joining.json'))
    expect(takeKeysToJoin(folder)).toBe(true)
    expect(await deviceOf(folder)).toBe(device)
  })

  it('SYNC-ENROL-3 stay when a set-up that was begun meanwhile is cut off too: its own are put aside', async () => {
    const { folder, device } = await made()
    keepKeysToJoin(folder)
    await made(folder)
    const later = readFileSync(join(folder, 'keys.json'), 'utf8')
    keepKeysToJoin(folder)
    expect(readFileSync(join(folder, 'keys.before.json'), 'utf8')).toBe(later)
    expect(takeKeysToJoin(folder)).toBe(true)
    expect(await deviceOf(folder)).toBe(device)
  })
})
