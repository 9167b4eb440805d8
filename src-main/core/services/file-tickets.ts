import { Readable } from 'node:stream'
import type { ServedFile } from './served-file.ts'
import { runFileTask } from '#core/workers/run-file-task.ts'
import type { StoredFile } from './case-view.ts'
import type { Office } from './office.ts'

/** Types that a browser shows itself without running anything; all else is offered as a download. */
const shownInline = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'video/mp4', 'audio/mpeg', 'audio/wav']

/** Route of an attachment's bytes for the caller who was just let in. */
export function fileTicket(office: Office, file: StoredFile): string {
  return `/files/t/${office.tickets.issue(async () => ((await office.files.has(file.address)) ? served(office, file) : null))}`
}

function served(office: Office, file: StoredFile): ServedFile {
  const { name, mediaType, size } = file
  return {
    name,
    mediaType,
    size,
    inline: shownInline.includes(mediaType),
    open: (start, end) => Readable.from(plainBytes(office, file, { from: start, to: end + 1 })),
  }
}

async function* plainBytes(
  office: Office,
  file: StoredFile,
  range: { from: number; to: number },
): AsyncGenerator<Uint8Array> {
  for await (const part of office.files.stream({ address: file.address, key: file.key }, range)) {
    if (!part.ok) throw new Error(part.refusal.code)
    yield part.value
  }
}

/** Route of one page of a scan, rendered by a worker when it is asked for. */
export function pageTicket(
  office: Office,
  file: StoredFile,
  asked: { readonly page: number; readonly width: number },
): string {
  const open = async (): Promise<ServedFile | null> => {
    const png = await renderPage(office, file, asked)
    return png === null ? null : bytesAs({ name: `${asked.page}.png`, mediaType: 'image/png', inline: true }, png)
  }
  return `/files/t/${office.tickets.issue(open)}`
}

async function renderPage(
  office: Office,
  file: StoredFile,
  asked: { readonly page: number; readonly width: number },
): Promise<Uint8Array | null> {
  const bytes = await office.files.read({ address: file.address, key: file.key })
  if (!bytes.ok) return null
  const input = { source: { kind: 'bytes' as const, bytes: bytes.value }, page: asked.page, maxWidth: asked.width }
  const rendered = await runFileTask(office.store, 'renderScanPage', { input })
  return rendered.ok ? rendered.value.png : null
}

/** Bytes that stand in memory, as the file route serves them. */
export function bytesAs(about: Pick<ServedFile, 'name' | 'mediaType' | 'inline'>, bytes: Uint8Array): ServedFile {
  return {
    ...about,
    size: bytes.length,
    open: (start, end) => Readable.from([Buffer.from(bytes.subarray(start, end + 1))]),
  }
}
