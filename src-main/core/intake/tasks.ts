/**
 * What intake does off the writer's thread. Each task takes and gives plain values that can cross to a worker.
 * Invariant: a hostile file can keep a parser busy without end; the runner must end the thread when its `timeLimits` are over,
 * because no signal reaches a loop that never yields.
 */
import { readFile, stat } from 'node:fs/promises'
import { parseReference } from '#shared/domain/numbering/parse-reference.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { emailLimits } from './email/parsed-email.ts'
import type { ParsedEmail } from './email/parsed-email.ts'
import { readEmail } from './email/read-email.ts'
import { countPages, renderPage } from './scan/scan-pages.ts'
import type { PageCount, RenderedPage, ScanSource } from './scan/scan-source.ts'

export interface TaskContext {
  readonly signal: AbortSignal
  /** From 0 to 1. */
  readonly onProgress: (done: number) => void
}

export type EmailSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }

export interface PageInput {
  readonly source: ScanSource
  /** From 1. */
  readonly page: number
  readonly maxWidth: number
}

export async function readEmailFile(source: EmailSource, { signal }: TaskContext): Promise<Result<ParsedEmail>> {
  signal.throwIfAborted()
  if (source.kind === 'bytes') return readEmail(source.bytes, parseReference)
  const loaded = await loadEmail(source.path)
  return loaded.ok ? readEmail(loaded.value, parseReference) : loaded
}

async function loadEmail(path: string): Promise<Result<Uint8Array>> {
  try {
    const { size } = await stat(path)
    if (size > emailLimits.messageBytes)
      return refuse('email-too-large', { limitMb: emailLimits.messageBytes / 1024 / 1024 })
    return ok(await readFile(path))
  } catch (cause) {
    return refuse('email-not-readable', { cause: cause instanceof Error ? cause.message : String(cause) })
  }
}

export async function countScanPages(source: ScanSource, { signal }: TaskContext): Promise<Result<PageCount>> {
  signal.throwIfAborted()
  return countPages(source)
}

export async function renderScanPage(
  { source, page, maxWidth }: PageInput,
  { signal }: TaskContext,
): Promise<Result<RenderedPage>> {
  signal.throwIfAborted()
  return renderPage(source, page, { maxWidth })
}
