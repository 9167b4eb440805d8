import type { Result } from '#shared/lib/result.ts'
import { countPdfPages, renderPdfPage } from './pdf-pages.ts'
import { countPicturePages, renderPicturePage } from './picture-pages.ts'
import { isPdf, loadScan, scanLimits } from './scan-source.ts'
import type { PageCount, RenderedPage, ScanSource } from './scan-source.ts'

/** How many pages a fax, scan or picture has. C-06. Refusals: scan-not-readable, scan-locked, scan-too-large. */
export async function countPages(source: ScanSource): Promise<Result<PageCount>> {
  const loaded = await loadScan(source)
  if (!loaded.ok) return loaded
  return isPdf(loaded.value) ? countPdfPages(loaded.value) : countPicturePages(loaded.value)
}

/**
 * A page as PNG, upright, no wider than `maxWidth` pixels; pages count from 1. C-06.
 * Refusals: page-cannot-be-shown and those of counting.
 */
export async function renderPage(
  source: ScanSource,
  page: number,
  { maxWidth }: { readonly maxWidth: number },
): Promise<Result<RenderedPage>> {
  const loaded = await loadScan(source)
  if (!loaded.ok) return loaded
  const request = {
    page: Math.max(1, Math.trunc(page)),
    maxWidth: Math.min(scanLimits.width, Math.max(1, Math.trunc(maxWidth))),
  }
  return isPdf(loaded.value) ? renderPdfPage(loaded.value, request) : renderPicturePage(loaded.value, request)
}
