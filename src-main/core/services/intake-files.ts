import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { IntakeProposal } from '#shared/contract/desktop/intake.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { directionOf } from '#shared/text/direction.ts'
import type { AttachmentInfo } from '#core/attachments/attachment-info.ts'
import type { ParsedEmail } from '#core/intake/email/parsed-email.ts'
import { runFileTask } from '#core/workers/run-file-task.ts'
import { refuseCancelled } from '#core/workers/run-task.ts'
import { isInside } from './backups.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { removeWaiting } from './sweep-uploads.ts'
import { caseOfMessage, knownReference, messageKey } from './taken-messages.ts'
import type { Upload } from './uploads.ts'

/* E-mails and scans on their way to a case: taken in encrypted, read by a worker, proposed to a person (C-05, C-06). */

const emailTypes = ['message/rfc822', 'application/vnd.ms-outlook']
const scanTypes = ['image/tiff', 'application/pdf', 'image/png', 'image/jpeg']

const stoppedBy = (signal: AbortSignal | undefined) => (signal === undefined ? {} : { signal })

type PlainOffice = Pick<Office, 'files' | 'store'>

/** Number of pages of a scan; null for what has none or cannot be read. */
export async function pagesOf(office: PlainOffice, info: AttachmentInfo, signal?: AbortSignal): Promise<number | null> {
  if (!isScan(info)) return null
  const bytes = await office.files.read(info)
  if (!bytes.ok) return null
  const input = { kind: 'bytes' as const, bytes: bytes.value }
  const counted = await runFileTask(office.store, 'countScanPages', { input, ...stoppedBy(signal) })
  return counted.ok ? counted.value.pages : null
}

export const isEmail = (upload: Pick<Upload, 'mediaType' | 'name'>): boolean =>
  emailTypes.includes(upload.mediaType) || /\.(eml|msg)$/i.test(upload.name)

export const isScan = ({ mediaType }: Pick<AttachmentInfo, 'mediaType'>): boolean => scanTypes.includes(mediaType)

/** Takes in a file by its path; never one of the data folder's own. */
interface FileAsked {
  readonly path: string
  readonly name?: string | undefined
  readonly signal?: AbortSignal | undefined
}

export async function addFile(office: Office, { path, name, signal }: FileAsked): Promise<Result<Upload>> {
  if (isInside(office.store.folder, path)) return refuse('not-found', { what: basename(path) })
  try {
    // Opened before anything is read: a missing file is an answer, never an event that nobody hears.
    const handle = await open(path)
    return await office.uploads.take(name ?? basename(path), handle.createReadStream(), signal)
  } catch (cause) {
    return refuse('not-found', {
      what: cause instanceof Error && 'code' in cause ? `${basename(path)} (${String(cause.code)})` : basename(path),
    })
  }
}

/** What the file proposes to the caller: fields, files, and the case it belongs to as far as he may know of it. */
export async function readUpload(
  office: Office,
  caller: Caller,
  { upload, signal }: { readonly upload: string; readonly signal?: AbortSignal | undefined },
): Promise<Result<IntakeProposal>> {
  const found = office.uploads.find(upload)
  if (found === null) return refuse('not-found', { what: 'upload' })
  return isEmail(found) ? proposeEmail(office, caller, { upload: found, signal }) : ok(proposeFile(found))
}

export async function parseEmail(office: Office, upload: Upload, signal?: AbortSignal): Promise<Result<ParsedEmail>> {
  const bytes = await office.files.read(upload)
  if (!bytes.ok) return bytes
  const input = { kind: 'bytes' as const, bytes: bytes.value }
  return runFileTask(office.store, 'readEmailFile', { input, ...stoppedBy(signal) }).catch(refuseCancelled)
}

interface MessageAsked {
  readonly upload: Upload
  readonly signal: AbortSignal | undefined
}

async function proposeEmail(
  office: Office,
  caller: Caller,
  { upload, signal }: MessageAsked,
): Promise<Result<IntakeProposal>> {
  const email = await parseEmail(office, upload, signal)
  return email.ok ? proposalOf(office, caller, { upload, email: email.value, signal }) : email
}

export interface ReadMessage {
  readonly upload: Upload
  readonly email: ParsedEmail
  readonly signal?: AbortSignal | undefined
}

export async function proposalOf(
  office: Office,
  caller: Caller,
  { upload, email, signal }: ReadMessage,
): Promise<Result<IntakeProposal>> {
  office.uploads.isMessage(upload, messageKey(email))
  const attachments: Upload[] = []
  const warnings = new Set<IntakeProposal['warnings'][number]>(email.warnings)
  for (const { name, bytes } of email.attachments) {
    const taken = await office.uploads.take(name, Readable.from([Buffer.from(bytes)]), signal)
    if (taken.ok) attachments.push(taken.value)
    else if (isNoAttachment(taken.refusal.code)) warnings.add(taken.refusal.code)
    else {
      await removeWaiting(office, attachments)
      return taken
    }
  }
  return ok({
    kind: 'email',
    uploads: [upload, ...attachments].map(uploadView),
    fields: fieldsOf(office, caller, email),
    warnings: [...warnings],
  })
}

/** Such a part stays in the message itself, which is kept whole; the rest of it is taken all the same. */
const isNoAttachment = (code: string): code is 'attachment-empty' | 'attachment-program' =>
  code === 'attachment-empty' || code === 'attachment-program'

export const fieldsOf = (office: Office, caller: Caller, email: ParsedEmail): IntakeProposal['fields'] => ({
  subject: email.subject,
  text: email.text,
  receivedAt: email.receivedAt?.instant ?? email.sentAt?.instant ?? null,
  senderName: email.from?.name ?? '',
  senderEmail: email.from?.address ?? '',
  language: directionOf(`${email.subject}\n${email.text}`) === 'rtl' ? 'ar' : 'en',
  belongsTo:
    email.referenceCandidates
      .map((reference) => knownReference(office, caller, reference))
      .find((known) => known !== null) ?? null,
  takenInto: caseOfMessage(office, caller, messageKey(email)),
})

const emptyFields = {
  subject: '',
  text: '',
  receivedAt: null,
  senderName: '',
  senderEmail: '',
  language: 'ar' as const,
  belongsTo: null,
  takenInto: null,
}

export const proposeFile = (upload: Upload): IntakeProposal => ({
  kind: scanTypes.includes(upload.mediaType) ? 'scan' : 'file',
  uploads: [uploadView(upload)],
  fields: emptyFields,
  warnings: upload.pages === null && scanTypes.includes(upload.mediaType) ? ['pages-cannot-be-shown'] : [],
})

export const uploadView = ({ upload, name, mediaType, size, pages }: Upload): IntakeProposal['uploads'][number] => ({
  upload,
  name,
  mediaType,
  size,
  pages,
})
