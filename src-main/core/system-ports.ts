import { execFileSync } from 'node:child_process'
import { randomFillSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { Clock, Ids, Log } from './ports.ts'

let [lastMs, lastInstant] = [0, instantFromMs(0)]

/** One command asks several times within a millisecond, and writing the text costs more than asking. */
function now(): Instant {
  const ms = Date.now()
  if (ms !== lastMs) [lastMs, lastInstant] = [ms, instantFromMs(ms)]
  return lastInstant
}

export const systemClock: Clock = { now }

export const systemIds: Ids = {
  uuid: () => uuidV7(Date.now(), randomBytes(16)),
  randomBytes,
}

export const silentLog: Log = { info: () => {}, warn: () => {}, error: () => {} }

/** RFC 9562: 48 bits of milliseconds, then random bits. In: milliseconds, 16 random bytes (overwritten). */
export function uuidV7(ms: number, bytes: Uint8Array): string {
  for (let index = 5, rest = ms; index >= 0; index -= 1, rest = Math.floor(rest / 256)) bytes[index] = rest % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

const pool = new Uint8Array(4096)
let used = pool.length

/** Asking the system for 16 bytes at a time costs more than everything else an event needs, so it is asked for 4 KB. */
function randomBytes(length: number): Uint8Array {
  if (length > 64) return randomFillSync(new Uint8Array(length))
  if (used + length > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const bytes = pool.slice(used, used + length)
  pool.fill(0, used, used + length)
  used += length
  return bytes
}

const idsOfMachines: Readonly<Partial<Record<NodeJS.Platform, () => string | undefined>>> = {
  linux: () => readFileSync('/etc/machine-id', 'utf8'),
  win32: () =>
    /MachineGuid\s+REG_SZ\s+(\S+)/.exec(
      said('reg', ['query', String.raw`HKLM\SOFTWARE\Microsoft\Cryptography`, '/v', 'MachineGuid']),
    )?.[1],
  darwin: () => /"IOPlatformUUID" = "([^"]+)"/.exec(said('ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']))?.[1],
}

const said = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, {
    encoding: 'utf8',
    timeout: 3000,
    windowsHide: true,
    stdio: ['ignore', 'pipe', 'ignore'],
  })

/** What the system calls this machine; null where it does not say. */
export function machineId(): string | null {
  try {
    const found = idsOfMachines[process.platform]?.()?.trim() ?? ''
    return found === '' ? null : found
  } catch {
    return null
  }
}
