/**
 * `keys.json` of a data folder: the database key, wrapped once per way in, and this device's signing key, wrapped by the
 * database key. Written to the side and renamed, readable by its owner only.
 */
import {
  closeSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  readdirSync,
  renameSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { syncFolder } from '#core/store/sync-folder.ts'
import { Wrapped } from './wrap.ts'

const salt = z.string().regex(/^[0-9a-f]{32}$/)

export const KeySlot = z.discriminatedUnion('kind', [
  /** Opened by `file.key` beside it. */
  z.strictObject({ kind: z.literal('file'), wrapped: Wrapped }),
  /** Opened by the machine's key chain. */
  z.strictObject({ kind: z.literal('keychain'), backend: z.string().max(100), opaque: z.string().max(20_000) }),
  z.strictObject({ kind: z.literal('passphrase'), salt, wrapped: Wrapped }),
  z.strictObject({ kind: z.literal('recovery'), salt, wrapped: Wrapped }),
])
export type KeySlot = z.infer<typeof KeySlot>

export const WrappedDevice = z.strictObject({
  id: z.string().min(1).max(100),
  epoch: z.int().positive(),
  wrapped: Wrapped,
})

export const Keys = z.strictObject({
  format: z.literal(1),
  slots: z.array(KeySlot).max(8),
  device: WrappedDevice.nullable(),
})
export type Keys = z.infer<typeof Keys>

const keysPath = (folder: string): string => join(folder, 'keys.json')
export const keyFilePath = (folder: string): string => join(folder, 'file.key')

export const hasKeys = (folder: string): boolean => existsSync(keysPath(folder))

/** Refuses `store-missing` without the file, `keys-damaged` when it cannot be read. */
export function readKeys(folder: string): Result<Keys> {
  if (!hasKeys(folder)) return refuse('store-missing', { folder })
  const parsed = Keys.safeParse(jsonOf(readFileSync(keysPath(folder), 'utf8')))
  return parsed.success ? ok(parsed.data) : refuse('keys-damaged', { file: keysPath(folder) })
}

export function writeKeys(folder: string, keys: Keys): void {
  writeSecretFile(keysPath(folder), JSON.stringify(keys, null, 2))
}

/** Keys that open nothing here may still open a backup somewhere. */
export function putKeysAside(folder: string): void {
  if (!hasKeys(folder)) return
  const tries = readdirSync(folder).filter((name) => /^keys\.before.*\.json$/.test(name)).length
  const of = tries === 0 ? 'before' : `before-${tries + 1}`
  renameSync(keysPath(folder), join(folder, `keys.${of}.json`))
  if (existsSync(keyFilePath(folder))) renameSync(keyFilePath(folder), join(folder, `file.${of}.key`))
}

const joiningKeysPath = (folder: string): string => join(folder, 'joining.json')

const joiningNames = (folder: string) =>
  [
    [keysPath(folder), joiningKeysPath(folder)],
    [keyFilePath(folder), join(folder, 'joining.key')],
  ] as const

/**
 * Keys of a folder whose joining was not answered: the next try is the same machine to the server (SYNC-ENROL-3). Those that
 * were kept before are asked for first: the later ones are put aside.
 */
export function keepKeysToJoin(folder: string): void {
  if (hasKeysToJoin(folder)) return putKeysAside(folder)
  for (const [path, kept] of joiningNames(folder)) if (existsSync(path)) renameSync(path, kept)
}

/**
 * Out: whether such keys were kept; they stand in their place again. Their file follows them when they are kept and goes
 * before them when they are taken: whatever is cut off between the two, it is in either place.
 */
export function takeKeysToJoin(folder: string): boolean {
  if (hasKeys(folder) || !hasKeysToJoin(folder)) return false
  for (const [path, kept] of joiningNames(folder).toReversed()) if (existsSync(kept)) renameSync(kept, path)
  return true
}

export const hasKeysToJoin = (folder: string): boolean => existsSync(joiningKeysPath(folder))

/** The slots that open on another machine, without the device's own key: what a backup carries. */
export function portableKeys(keys: Keys): Keys {
  return {
    format: 1,
    slots: keys.slots.filter(({ kind }) => kind === 'passphrase' || kind === 'recovery'),
    device: null,
  }
}

/** Whole or not at all, 0600, on disk when it returns. */
export function writeSecretFile(path: string, content: string | Uint8Array): void {
  const partial = `${path}.partial`
  const handle = openSync(partial, 'w', 0o600)
  try {
    writeFileSync(handle, content)
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
  renameSync(partial, path)
  syncFolder(dirname(path))
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
