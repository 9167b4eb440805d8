import { hkdfSync } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { refuse, ok, type Result } from '#shared/lib/result.ts'
import { sameBytes } from '#shared/sync/bytes.ts'
import type { Ids, SecretStore } from '#core/ports.ts'
import { keyFromPassphrase } from './argon2.ts'
import { keyFilePath, type Keys, type KeySlot, readKeys, writeSecretFile } from './keys-file.ts'
import { looksLikeRecoveryCode, parseRecoveryCode } from './recovery-code.ts'
import { unwrap, wrap } from './wrap.ts'

type SlotOf<Kind extends KeySlot['kind']> = Extract<KeySlot, { kind: Kind }>

const purpose = (kind: KeySlot['kind']): string => `insaf database key, ${kind}`
const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

/** Opens without a person; as safe as the disk's own rights. */
export function fileSlot(folder: string, key: Uint8Array, ids: Ids): SlotOf<'file'> {
  const fileKey = ids.randomBytes(32)
  writeSecretFile(keyFilePath(folder), hex(fileKey))
  return {
    kind: 'file',
    wrapped: wrap({ key: fileKey, secret: key, purpose: purpose('file'), nonce: ids.randomBytes(12) }),
  }
}

export async function keychainSlot(secrets: SecretStore, key: Uint8Array): Promise<SlotOf<'keychain'>> {
  return { kind: 'keychain', backend: secrets.backend, opaque: Buffer.from(await secrets.wrap(key)).toString('base64') }
}

export async function passphraseSlot(passphrase: string, key: Uint8Array, ids: Ids): Promise<SlotOf<'passphrase'>> {
  const salt = ids.randomBytes(16)
  const outer = await keyFromPassphrase(passphrase, salt)
  const wrapped = wrap({ key: outer, secret: key, purpose: purpose('passphrase'), nonce: ids.randomBytes(12) })
  return { kind: 'passphrase', salt: hex(salt), wrapped }
}

export function recoverySlot(code: Uint8Array, key: Uint8Array, ids: Ids): SlotOf<'recovery'> {
  const salt = ids.randomBytes(16)
  const wrapped = wrap({
    key: recoveryKey(code, salt),
    secret: key,
    purpose: purpose('recovery'),
    nonce: ids.randomBytes(12),
  })
  return { kind: 'recovery', salt: hex(salt), wrapped }
}

/** Tries what needs no person: key chain, then file. Refuses `no-key-slot`. */
export async function openUnattended(
  folder: string,
  keys: Keys,
  secrets: SecretStore | null,
): Promise<Result<Uint8Array>> {
  for (const slot of keys.slots) {
    const key =
      slot.kind === 'keychain'
        ? await openKeychain(slot, secrets)
        : slot.kind === 'file'
          ? openFile(folder, slot)
          : null
    if (key !== null) return ok(key)
  }
  return refuse('no-key-slot')
}

/** In: a passphrase or a recovery code as typed. Refuses wrong-passphrase, wrong-recovery-code, recovery-code-mistyped, no-key-slot. */
export async function openBySecret(keys: Keys, secret: string): Promise<Result<Uint8Array>> {
  const passphrase = keys.slots.find((slot) => slot.kind === 'passphrase')
  const recovery = keys.slots.find((slot) => slot.kind === 'recovery')
  if (passphrase === undefined && recovery === undefined) return refuse('no-key-slot')
  const byPassphrase = passphrase === undefined ? null : await openPassphrase(passphrase, secret)
  if (byPassphrase !== null) return ok(byPassphrase)
  if (recovery === undefined || (passphrase !== undefined && !looksLikeRecoveryCode(secret)))
    return refuse('wrong-passphrase')
  const code = parseRecoveryCode(secret)
  if (!code.ok) return code
  const key = unwrap(recoveryKey(code.value, Buffer.from(recovery.salt, 'hex')), recovery.wrapped, purpose('recovery'))
  return key === null ? refuse('wrong-recovery-code') : ok(key)
}

async function openPassphrase(slot: SlotOf<'passphrase'>, passphrase: string): Promise<Uint8Array | null> {
  return unwrap(await keyFromPassphrase(passphrase, Buffer.from(slot.salt, 'hex')), slot.wrapped, purpose('passphrase'))
}

async function openKeychain(slot: SlotOf<'keychain'>, secrets: SecretStore | null): Promise<Uint8Array | null> {
  if (secrets === null || secrets.backend !== slot.backend) return null
  const key = await secrets.unwrap(Buffer.from(slot.opaque, 'base64'))
  return key?.length === 32 ? key : null
}

/**
 * Whether the key chain that closed a folder's keys is open and does not open them: it was made anew, and never will (S10). One
 * of another name, or one that closes nothing now, is another or shut: the keys wait for theirs.
 */
export async function isChainAnew(folder: string, secrets: SecretStore | null): Promise<boolean> {
  const keys = readKeys(folder)
  const slot = keys.ok ? keys.value.slots.find(({ kind }) => kind === 'keychain') : undefined
  if (slot?.kind !== 'keychain' || secrets?.backend !== slot.backend) return false
  // Its user may have said no before, and says yes now.
  return (await opensItsOwn(secrets)) && (await openKeychain(slot, secrets)) === null
}

async function opensItsOwn(secrets: SecretStore): Promise<boolean> {
  const probe = Uint8Array.of(1, 2, 3)
  try {
    const opened = await secrets.unwrap(await secrets.wrap(probe))
    return opened !== null && sameBytes(opened, probe)
  } catch {
    return false
  }
}

function openFile(folder: string, slot: SlotOf<'file'>): Uint8Array | null {
  const path = keyFilePath(folder)
  if (!existsSync(path)) return null
  const fileKey = Buffer.from(readFileSync(path, 'utf8').trim(), 'hex')
  return fileKey.length === 32 ? unwrap(fileKey, slot.wrapped, purpose('file')) : null
}

/** The code is random and long: no slow derivation is needed. */
function recoveryKey(code: Uint8Array, salt: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', code, salt, 'insaf recovery code', 32))
}
