/*
 * The office's mark on what it publishes. It is a setting, so that every machine of the office prints the same, and
 * small: settings are kept whole in every event that changes them.
 */
import { z } from 'zod'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'

/** Bytes of the picture, and pixels of either side. */
export const logoBounds = { bytes: 64 * 1024, shortest: 32, longest: 2000 } as const

/** The picture's bytes in base64, as a setting holds them. */
export const OfficeLogo = z.base64().max(Math.ceil(logoBounds.bytes / 3) * 4)

export interface LogoPicture {
  readonly kind: 'png' | 'jpg'
  /** Pixels. */
  readonly width: number
  readonly height: number
}

/** In: bytes of a file. Out: what picture they are, told from the bytes alone. Refuses `logo-unfit`: no PNG or JPEG, too large, too small. */
export function readLogo(bytes: Uint8Array): Result<LogoPicture> {
  const picture = pngOf(bytes) ?? jpegOf(bytes)
  if (picture === null || bytes.length > logoBounds.bytes || !isFit(picture)) return refuse('logo-unfit', limits)
  return ok(picture)
}

const limits = { kilobytes: logoBounds.bytes / 1024, shortest: logoBounds.shortest, longest: logoBounds.longest }

const isFit = ({ width, height }: LogoPicture): boolean =>
  [width, height].every((side) => side >= logoBounds.shortest && side <= logoBounds.longest)

const pngStart = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const

/** Its first chunk tells the size: width and height stand at a fixed place. */
function pngOf(bytes: Uint8Array): LogoPicture | null {
  if (bytes.length < 24 || !pngStart.every((byte, place) => bytes[place] === byte)) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) }
}

/** Frames are C0 to CF; these three of them are tables and no frames. */
const noFrames: ReadonlySet<number> = new Set([0xc4, 0xc8, 0xcc])

/** Walks its segments up to the frame, which tells the size. */
function jpegOf(bytes: Uint8Array): LogoPicture | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  for (let at = 2; at + 9 <= bytes.length && bytes[at] === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1] ?? 0
    if (marker >= 0xc0 && marker <= 0xcf && !noFrames.has(marker))
      return { kind: 'jpg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) }
  }
  return null
}
