/**
 * The keys of a data folder. The database key is random and never changes; ways in come and go around it.
 * A vault in hand means the key was proven by a slot's tag. Secrets never stand in a log, a refusal or the environment.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { Ids, SecretStore } from '#core/ports.ts'
import type { DeviceSigner } from '#core/store/chain.ts'
import { storeFile } from '#core/store/store-file.ts'
import { missingPart } from './missing-part.ts'
import { createDeviceKey, type DeviceKey, signerOf } from './device-key.ts'
import { keyFilePath, type Keys, type KeySlot, portableKeys, putKeysAside, readKeys, writeKeys } from './keys-file.ts'
import { passwordLength } from './passwords.ts'
import { formatRecoveryCode, recoveryBytes } from './recovery-code.ts'
import { fileSlot, keychainSlot, openBySecret, openUnattended, passphraseSlot, recoverySlot } from './slots.ts'
import { unwrap, wrap } from './wrap.ts'

export interface Vault {
  readonly folder: string
  /** The database key, 32 bytes. */
  readonly key: Uint8Array
  /** Signs this device's chain. Null in a folder that has no device yet (just restored). */
  readonly signer: DeviceSigner | null
  readonly slots: readonly KeySlot['kind'][]
  /** What a backup carries. */
  portable(): Keys
  setPassphrase(passphrase: string): Promise<Result<null>>
  /** Takes the place of the code before. Out: the code, to be shown once. */
  newRecoveryCode(): string
  setFileSlot(on: boolean): void
  setKeychain(secrets: SecretStore): Promise<void>
  /** Makes the key of a new device epoch; the one before is forgotten. */
  startEpoch(device: string, epoch: number): DeviceSigner
}

/**
 * A new folder's key with a new device. Refuses `store-exists`, `folder-half`, before anything is written. `secrets`: also wrap for the key chain.
 * Keys without a store (a set-up that did not come to its end) are put aside, not overwritten.
 */
export async function createVault(
  folder: string,
  options: { readonly ids: Ids; readonly file: boolean; readonly secrets?: SecretStore | null },
): Promise<Result<Vault>> {
  const missing = missingPart(folder)
  if (missing !== null) return refuse('folder-half', { folder, missing })
  const key = options.ids.randomBytes(32)
  // The key chain may ask its user, and another process make its office meanwhile: nothing is written before it answered.
  const keychain = options.secrets ? await keychainSlot(options.secrets, key) : null
  if (existsSync(storeFile(folder))) return refuse('store-exists', { folder })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  putKeysAside(folder)
  const slots = keychain === null ? [] : [keychain]
  const vault = vaultOf(folder, { keys: { format: 1, slots, device: null }, key, ids: options.ids })
  // The way in first: keys that nothing opens would lock a new folder for ever.
  if (options.file) vault.setFileSlot(true)
  vault.startEpoch(options.ids.uuid(), 1)
  return ok(vault)
}

/** Opens without a person. Refuses store-missing, keys-damaged, no-key-slot (then ask and use `unlockVault`). */
export async function openVault(
  folder: string,
  options: { readonly ids: Ids; readonly secrets?: SecretStore | null },
): Promise<Result<Vault>> {
  const keys = readKeys(folder)
  if (!keys.ok) return keys
  const key = await openUnattended(folder, keys.value, options.secrets ?? null)
  return key.ok ? ok(vaultOf(folder, { keys: keys.value, key: key.value, ids: options.ids })) : key
}

/** Opens by passphrase or recovery code. Refuses also wrong-passphrase, wrong-recovery-code, recovery-code-mistyped. */
export async function unlockVault(folder: string, secret: string, ids: Ids): Promise<Result<Vault>> {
  const keys = readKeys(folder)
  if (!keys.ok) return keys
  const key = await openBySecret(keys.value, secret)
  return key.ok ? ok(vaultOf(folder, { keys: keys.value, key: key.value, ids })) : key
}

/** Puts a backup's keys into an empty folder: its portable ways in, a file slot if asked, a new device epoch. */
export function adoptKeys(
  folder: string,
  given: {
    readonly keys: Keys
    readonly key: Uint8Array
    readonly ids: Ids
    readonly device: string
    readonly epoch: number
  },
): Vault {
  const vault = vaultOf(folder, { keys: portableKeys(given.keys), key: given.key, ids: given.ids })
  vault.startEpoch(given.device, given.epoch)
  return vault
}

const devicePurpose = 'insaf device key'

function vaultOf(folder: string, opened: { keys: Keys; key: Uint8Array; ids: Ids }): Vault {
  const { key, ids } = opened
  let { keys } = opened
  let signer = keys.device === null ? null : openDevice(keys.device, key, ids)
  const save = (changed: Keys): void => {
    writeKeys(folder, changed)
    keys = changed
  }
  const setSlot = (kind: KeySlot['kind'], slot: KeySlot | null): void => {
    const others = keys.slots.filter((other) => other.kind !== kind)
    save({ ...keys, slots: slot === null ? others : [...others, slot] })
  }
  return {
    folder,
    key,
    get signer() {
      return signer
    },
    get slots() {
      return keys.slots.map(({ kind }) => kind)
    },
    portable: () => portableKeys(keys),
    setPassphrase: async (passphrase) => {
      const refused = refusePassphrase(passphrase)
      if (refused !== null) return refused
      setSlot('passphrase', await passphraseSlot(passphrase, key, ids))
      return ok(null)
    },
    newRecoveryCode: () => {
      const code = ids.randomBytes(recoveryBytes)
      setSlot('recovery', recoverySlot(code, key, ids))
      return formatRecoveryCode(code)
    },
    setFileSlot: (on) => {
      setSlot('file', on ? fileSlot(folder, key, ids) : null)
      if (!on) rmSync(keyFilePath(folder), { force: true })
    },
    setKeychain: async (secrets) => setSlot('keychain', await keychainSlot(secrets, key)),
    startEpoch: (device, epoch) => {
      const deviceKey = createDeviceKey(device, epoch)
      save({ ...keys, device: wrapDevice(deviceKey, key, ids) })
      signer = signerOf(deviceKey, ids.randomBytes)
      return signer
    },
  }
}

function refusePassphrase(passphrase: string): Result<never> | null {
  const length = [...passphrase].length
  if (length < passphraseLeast) return refuse('password-too-short', { min: passphraseLeast })
  return length > passwordLength.most ? refuse('password-too-long', { max: passwordLength.most }) : null
}

/** Longer than a password: it is tried away from the machine, without anyone counting. */
const passphraseLeast = 10

function wrapDevice({ device, epoch, privateKey }: DeviceKey, key: Uint8Array, ids: Ids): Keys['device'] {
  const purpose = `${devicePurpose} ${device} ${epoch}`
  return { id: device, epoch, wrapped: wrap({ key, secret: privateKey, purpose, nonce: ids.randomBytes(12) }) }
}

function openDevice(
  { id, epoch, wrapped }: NonNullable<Keys['device']>,
  key: Uint8Array,
  ids: Ids,
): DeviceSigner | null {
  const privateKey = unwrap(key, wrapped, `${devicePurpose} ${id} ${epoch}`)
  return privateKey === null ? null : signerOf({ device: id, epoch, privateKey }, ids.randomBytes)
}
