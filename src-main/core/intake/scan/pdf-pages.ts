/**
 * Pages of PDF files, drawn by pdf.js on a canvas.
 * Invariants: scripts of the file never run (no scripting sandbox is loaded, forms are drawn as they are); nothing is
 * fetched (fonts and tables come from the package on disk); an own, small canvas bounds what a page can ask for.
 */
import { createRequire } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { PageRequest } from './picture-pages.ts'
import { scanLimits } from './scan-source.ts'
import type { PageCount, RenderedPage } from './scan-source.ts'

const defaultScale = 2
const passwordError = 'PasswordException'

export const countPdfPages = (bytes: Uint8Array): Promise<Result<PageCount>> =>
  withDocument(bytes, async ({ numPages }) =>
    ok({ pages: Math.min(numPages, scanLimits.pages), hasMore: numPages > scanLimits.pages }),
  )

export const renderPdfPage = (bytes: Uint8Array, request: PageRequest): Promise<Result<RenderedPage>> =>
  withDocument(bytes, async (document) => {
    const refusal = refuse('page-cannot-be-shown', { page: request.page })
    if (request.page > Math.min(document.numPages, scanLimits.pages)) return refusal
    try {
      return ok(await draw(await document.getPage(request.page), request.maxWidth))
    } catch {
      // One broken page of a file whose other pages can be read.
      return refusal
    }
  })

async function withDocument<T>(
  bytes: Uint8Array,
  use: (document: PDFDocumentProxy) => Promise<Result<T>>,
): Promise<Result<T>> {
  // Loaded on first use: it is 3 MB of code, and most workers never see a PDF.
  const { getDocument, VerbosityLevel } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const folder = packageFolder()
  const task = getDocument({
    // A copy: pdf.js takes the buffer away from who gave it.
    data: new Uint8Array(bytes),
    standardFontDataUrl: folder('standard_fonts'),
    cMapUrl: folder('cmaps'),
    cMapPacked: true,
    wasmUrl: folder('wasm'),
    iccUrl: folder('iccs'),
    enableXfa: false,
    useSystemFonts: false,
    disableFontFace: true,
    useWorkerFetch: false,
    maxImageSize: scanLimits.pixels,
    verbosity: VerbosityLevel.ERRORS,
  })
  try {
    return await use(await task.promise)
  } catch (cause) {
    const isLocked = cause instanceof Error && cause.name === passwordError
    return isLocked
      ? refuse('scan-locked')
      : refuse('scan-not-readable', { cause: cause instanceof Error ? cause.message : String(cause) })
  } finally {
    await task.destroy()
  }
}

/** Folders of the package, with the slash at the end that pdf.js asks for. */
function packageFolder(): (name: string) => string {
  const root = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'))
  return (name) => join(root, name) + sep
}

async function draw(page: PDFPageProxy, maxWidth: number): Promise<RenderedPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const scale = Math.min(defaultScale, maxWidth / width, scanLimits.height / height)
  const viewport = page.getViewport({ scale })
  const canvas = createCanvas(pixels(viewport.width), pixels(viewport.height))
  const context = canvas.getContext('2d')
  // The canvas of the package draws as the one of a browser does; its type does not say so.
  await page.render({ canvas: null, canvasContext: context as never, viewport, background: '#fff' }).promise
  return {
    png: new Uint8Array(await canvas.encode('png')),
    width: canvas.width,
    height: canvas.height,
    isDamaged: false,
  }
}

const pixels = (length: number): number => Math.max(1, Math.min(scanLimits.height, Math.ceil(length)))
