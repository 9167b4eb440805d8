/** Pages of pictures: multi-page TIFF as fax machines write it, PNG, JPEG and the like. */
import sharp from 'sharp'
import type { Metadata } from 'sharp'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { scanLimits } from './scan-source.ts'
import type { PageCount, RenderedPage } from './scan-source.ts'
import { tiffResolution } from './tiff-resolution.ts'

// A worker shows one page at a time; a cache of decoded pages would only be memory.
sharp.cache(false)
sharp.concurrency(1)

/** TIFF, PNG, JPEG, GIF, WebP. Nothing else reaches the decoder: it would also open SVG, with all that can be in one. */
const marks = /^(?:49492[ab]00|4d4d002[ab]|89504e47|ffd8ff|47494638|52494646.{8}57454250)/

export interface PageRequest {
  readonly page: number
  readonly maxWidth: number
}

interface Shape {
  readonly width: number
  readonly height: number
}

export async function countPicturePages(bytes: Uint8Array): Promise<Result<PageCount>> {
  const metadata = await metadataOf(bytes)
  if (!metadata) return refuse('scan-not-readable')
  const pages = metadata.format === 'tiff' ? (metadata.pages ?? 1) : 1
  return ok({ pages: Math.min(pages, scanLimits.pages), hasMore: pages > scanLimits.pages })
}

export async function renderPicturePage(bytes: Uint8Array, request: PageRequest): Promise<Result<RenderedPage>> {
  const counted = await countPicturePages(bytes)
  if (!counted.ok) return counted
  if (request.page > counted.value.pages) return refuse('page-cannot-be-shown', { page: request.page })
  return (
    (await draw(bytes, request, 'error')) ??
    (await draw(bytes, request, 'none')) ??
    refuse('page-cannot-be-shown', { page: request.page })
  )
}

async function metadataOf(bytes: Uint8Array, page = 1): Promise<Metadata | null> {
  if (!marks.test(Buffer.from(bytes.subarray(0, 16)).toString('hex'))) return null
  try {
    return await sharp(bytes, { page: page - 1, limitInputPixels: scanLimits.pixels }).metadata()
  } catch {
    // Whatever is wrong with a picture, the decoder says it by throwing; the caller refuses.
    return null
  }
}

/** `error` stops at the first bad line; `none` shows what can be read, as a fax machine would print it. */
async function draw(
  bytes: Uint8Array,
  { page, maxWidth }: PageRequest,
  failOn: 'error' | 'none',
): Promise<Result<RenderedPage> | null> {
  const metadata = await metadataOf(bytes, page)
  if (!metadata) return null
  const shape = shapeOf(metadata, bytes, page)
  const scale = Math.min(1, maxWidth / shape.width, scanLimits.height / shape.height)
  try {
    const { data, info } = await sharp(bytes, { page: page - 1, failOn, limitInputPixels: scanLimits.pixels })
      .autoOrient()
      .flatten({ background: '#fff' })
      .resize({ width: atLeastOne(shape.width * scale), height: atLeastOne(shape.height * scale), fit: 'fill' })
      .png({ compressionLevel: 6 })
      .timeout({ seconds: scanLimits.seconds })
      .toBuffer({ resolveWithObject: true })
    // Where nothing at all could be read the decoder leaves one even, black page, which would pass for what was sent.
    if (failOn === 'none' && (await isEven(data))) return null
    return ok({ png: new Uint8Array(data), width: info.width, height: info.height, isDamaged: failOn === 'none' })
  } catch {
    // As above: the next try, else the refusal, is the answer.
    return null
  }
}

async function isEven(png: Uint8Array): Promise<boolean> {
  const { channels } = await sharp(png).stats()
  return channels.every(({ min, max }) => min === max)
}

const atLeastOne = (pixels: number): number => Math.max(1, Math.round(pixels))

/** The page upright and with square dots. */
function shapeOf({ format, orientation, width, height }: Metadata, bytes: Uint8Array, page: number): Shape {
  const resolution = format === 'tiff' ? tiffResolution(bytes, page) : null
  const stretch = resolution === null ? 1 : resolution.across / resolution.down
  const square = stretch > 1.2 && stretch < 5 ? { width, height: height * stretch } : { width, height }
  const isLying = (orientation ?? 1) >= 5
  return isLying ? { width: square.height, height: square.width } : square
}
