import { Readable } from 'node:stream'
import type { ServedFile } from './served-file.ts'
import { runFileTask } from '#core/workers/run-file-task.ts'
import { recordRead } from './audit.ts'
import { callerAgain } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { storedFile } from './stored-file.ts'
import type { FileAsked, StoredFile } from './stored-file.ts'

/** Types that a browser shows itself without running anything; all else is offered as a download. */
const shownInline = ['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'video/mp4', 'audio/mpeg', 'audio/wav']

/** Route of an attachment's bytes for the caller who was just let in. */
export function fileTicket(office: Office, caller: Caller, asked: FileAsked): string {
  return office.tickets.issue(caller, async (again) => {
    const file = openedFile(office, again, asked)
    return file !== null && (await isHere(office, file)) ? served(office, file) : null
  })
}

/** A case may have come before its file: it is fetched when somebody wants to open it (S16). */
async function isHere({ files, sync }: Office, { address }: StoredFile): Promise<boolean> {
  if (await files.has(address)) return true
  return sync !== null && (await sync.fetchFile(address)).ok
}

/** What a ticket opens, asked again of the session, user and rights as they are now (G-02); null when it opens nothing. */
export async function redeemTicket(office: Office, name: string): Promise<ServedFile | null> {
  const ticket = office.tickets.find(name)
  const again = ticket === null ? null : callerAgain(office, ticket.caller)
  return ticket === null || again === null ? null : ticket.open(again)
}

/** The file as far as the caller may still open it; that he opened one of a case is recorded. */
function openedFile(office: Office, caller: Caller, asked: FileAsked): StoredFile | null {
  const file = storedFile(office, caller, asked)
  if (!file.ok) return null
  const state = asked.case === undefined ? null : openCase(office, caller, asked.case)
  if (state?.ok === true) {
    const read = { kind: 'file_opened', of: state.value.id, file: file.value.address } as const
    office.tickets.once(`${caller.session} ${read.file}`, () => recordRead(office, caller, read))
  }
  return file.value
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

interface PageAsked extends FileAsked {
  readonly page: number
  readonly width: number
}

/** Route of one page of a scan, rendered by a worker when it is asked for. */
export function pageTicket(office: Office, caller: Caller, asked: PageAsked): string {
  return office.tickets.issue(caller, async (again) => {
    const file = openedFile(office, again, asked)
    const png = file === null ? null : await renderPage(office, file, asked)
    return png === null ? null : bytesAs({ name: `${asked.page}.png`, mediaType: 'image/png', inline: true }, png)
  })
}

async function renderPage(
  office: Office,
  file: StoredFile,
  asked: { readonly page: number; readonly width: number },
): Promise<Uint8Array | null> {
  if (!(await isHere(office, file))) return null
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
