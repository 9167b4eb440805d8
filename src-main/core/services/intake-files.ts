import { open } from 'node:fs/promises'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import type { IntakeProposal, TakenFile } from '#shared/contract/desktop/intake.ts'
import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { directionOf } from '#shared/text/direction.ts'
import type { AttachmentInfo } from '#core/attachments/attachment-info.ts'
import type { ParsedEmail } from '#core/intake/email/parsed-email.ts'
import { findCaseId } from '#core/projections/case-store.ts'
import { runFileTask } from '#core/workers/run-file-task.ts'
import { isInside } from './backups.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { runCaseCommand } from './case-command.ts'
import { saveDraft } from './drafts.ts'
import type { Office } from './office.ts'
import { register } from './register.ts'
import { caseOfMessage, rememberMessage } from './taken-messages.ts'
import { fileInput } from './uploads.ts'
import type { Upload } from './uploads.ts'

/* E-mails and scans on their way to a case: taken in encrypted, read by a worker, proposed to a person (C-05, C-06). */

const emailTypes = ['message/rfc822', 'application/vnd.ms-outlook']
const scanTypes = ['image/tiff', 'application/pdf', 'image/png', 'image/jpeg']

type PlainOffice = Pick<Office, 'files' | 'store'>

/** Number of pages of a scan; null for what has none or cannot be read. */
export async function pagesOf(office: PlainOffice, info: AttachmentInfo): Promise<number | null> {
  if (!scanTypes.includes(info.mediaType)) return null
  const bytes = await office.files.read(info)
  if (!bytes.ok) return null
  const input = { kind: 'bytes' as const, bytes: bytes.value }
  const counted = await runFileTask(office.store, 'countScanPages', { input })
  return counted.ok ? counted.value.pages : null
}

export const isEmail = (upload: Pick<Upload, 'mediaType' | 'name'>): boolean =>
  emailTypes.includes(upload.mediaType) || /\.(eml|msg)$/i.test(upload.name)

/** Takes in a file by its path; never one of the data folder's own. */
export async function addFile(office: Office, path: string, name?: string): Promise<Result<Upload>> {
  if (isInside(office.store.folder, path)) return refuse('not-found', { what: basename(path) })
  try {
    // Opened before anything is read: a missing file is an answer, never an event that nobody hears.
    const handle = await open(path)
    return await office.uploads.take(name ?? basename(path), handle.createReadStream())
  } catch (cause) {
    return refuse('not-found', {
      what: cause instanceof Error && 'code' in cause ? `${basename(path)} (${String(cause.code)})` : basename(path),
    })
  }
}

export async function readUpload(office: Office, upload: string): Promise<Result<IntakeProposal>> {
  const found = office.uploads.find(upload)
  if (found === null) return refuse('not-found', { what: 'upload' })
  return isEmail(found) ? proposeEmail(office, found) : ok(proposeFile(found))
}

async function parse(office: Office, upload: Upload): Promise<Result<ParsedEmail>> {
  const bytes = await office.files.read(upload)
  if (!bytes.ok) return bytes
  return runFileTask(office.store, 'readEmailFile', { input: { kind: 'bytes', bytes: bytes.value } })
}

async function proposeEmail(office: Office, upload: Upload): Promise<Result<IntakeProposal>> {
  const parsed = await parse(office, upload)
  return parsed.ok ? proposalOf(office, upload, parsed.value) : parsed
}

async function proposalOf(office: Office, upload: Upload, email: ParsedEmail): Promise<Result<IntakeProposal>> {
  const attachments: Upload[] = []
  for (const attachment of email.attachments) {
    const taken = await office.uploads.take(attachment.name, Readable.from([Buffer.from(attachment.bytes)]))
    if (!taken.ok) return taken
    attachments.push(taken.value)
  }
  return ok({
    kind: 'email',
    uploads: [upload, ...attachments].map(uploadView),
    fields: fieldsOf(office, email),
    warnings: email.warnings,
  })
}

const fieldsOf = (office: Office, email: ParsedEmail): IntakeProposal['fields'] => ({
  subject: email.subject,
  text: email.text,
  receivedAt: email.receivedAt?.instant ?? email.sentAt?.instant ?? null,
  senderName: email.from?.name ?? '',
  senderEmail: email.from?.address ?? '',
  language: directionOf(`${email.subject}\n${email.text}`) === 'rtl' ? 'ar' : 'en',
  belongsTo: email.referenceCandidates.find((reference) => findCaseId(office.store.db, reference) !== null) ?? null,
})

const emptyFields = {
  subject: '',
  text: '',
  receivedAt: null,
  senderName: '',
  senderEmail: '',
  language: 'ar' as const,
  belongsTo: null,
}

const proposeFile = (upload: Upload): IntakeProposal => ({
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

/** Attaches an uploaded message, with its own attachments, to the case it answers (C-05). */
export async function threadUpload(
  office: Office,
  caller: Caller,
  asked: { readonly case: string; readonly upload: string },
): Promise<Result<{ reference: string }>> {
  const proposal = await readUpload(office, asked.upload)
  if (!proposal.ok) return proposal
  const files = proposal.value.uploads
    .map(({ upload }) => office.uploads.find(upload))
    .filter((upload) => upload !== null)
  const input = { files: files.map(fileInput), original: true }
  const added = runCaseCommand(office, caller, { case: asked.case, command: { kind: 'add_files', input } })
  if (!added.ok) return added
  const note = proposal.value.fields.text.slice(0, 20_000)
  const contact = { kind: 'record_contact' as const, input: { channel: 'email', purpose: 'addition' as const, note } }
  const recorded = runCaseCommand(office, caller, { case: asked.case, command: contact })
  return recorded.ok ? ok({ reference: recorded.value.reference }) : recorded
}

/**
 * Takes a file from the command line: a message whose sender and text are there is registered at once (or joined to the
 * case it answers); what wants a person becomes a draft; what cannot be read is kept as it is and says why.
 */
export async function takeFile(
  office: Office,
  caller: Caller,
  asked: { readonly path: string; readonly kind: 'email' | 'scan' },
): Promise<Result<TakenFile>> {
  const allowed = needs(caller, 'register')
  if (!allowed.ok) return allowed
  const taken = await addFile(office, asked.path)
  if (!taken.ok) return ok(rejected(asked.path, taken.refusal))
  return ok(
    asked.kind === 'email'
      ? await takeEmail(office, caller, { path: asked.path, upload: taken.value })
      : takeScan(office, caller, { path: asked.path, upload: taken.value }),
  )
}

interface Taken {
  readonly path: string
  readonly upload: Upload
}

function takeScan(office: Office, caller: Caller, { path, upload }: Taken): TakenFile {
  if (upload.pages === null) return rejected(path, { code: 'page-cannot-be-shown', params: { page: 1, cause: '' } })
  return registerProposal(office, caller, { path, proposal: proposeFile(upload) })
}

async function takeEmail(office: Office, caller: Caller, { path, upload }: Taken): Promise<TakenFile> {
  const parsed = await parse(office, upload)
  if (!parsed.ok) return rejected(path, parsed.refusal)
  const email = parsed.value
  const { db } = office.store
  const taken = (): TakenFile | null => {
    const reference = caseOfMessage(db, email)
    return reference === null ? null : { file: path, status: 'registered', reference, fields: fieldsOf(office, email) }
  }
  const before = taken()
  if (before !== null) return before
  const proposal = await proposalOf(office, upload, email)
  if (!proposal.ok) return rejected(path, proposal.refusal)
  const joined = await joinCase(office, caller, { path, upload, fields: proposal.value.fields })
  // Asked again: another call may have taken the same message while this one waited for its attachments.
  const made = joined ?? taken() ?? registerProposal(office, caller, { path, proposal: proposal.value })
  if (made.reference !== undefined) rememberMessage(db, email, made.reference)
  return made
}

async function joinCase(
  office: Office,
  caller: Caller,
  { path, upload, fields }: Taken & { readonly fields: IntakeProposal['fields'] },
): Promise<TakenFile | null> {
  if (fields.belongsTo === null) return null
  const joined = await threadUpload(office, caller, { case: fields.belongsTo, upload: upload.upload })
  return joined.ok ? { file: path, status: 'registered', reference: joined.value.reference, fields } : null
}

interface Proposed {
  readonly path: string
  readonly proposal: IntakeProposal
}

function registerProposal(office: Office, caller: Caller, { path, proposal }: Proposed): TakenFile {
  const { fields } = proposal
  const form = formOf(proposal)
  const input = fields.text.trim() === '' || fields.senderEmail === '' ? null : RegisterInput.safeParse(form)
  const registered = input?.success === true ? register(office, caller, input.data) : null
  if (registered?.ok === true)
    return { file: path, status: 'registered', reference: registered.value.reference, fields }
  saveDraft(office.store.db, { user: caller.id, id: office.ports.ids.uuid(), form, now: office.ports.clock.now() })
  const refusal = registered?.ok === false ? { error: errorOf(registered.refusal) } : {}
  return { file: path, status: 'draft', fields, ...refusal }
}

/** The registration form as far as a message or scan fills it; the type is a complaint until a person says otherwise. */
function formOf({ kind, fields, uploads }: IntakeProposal): unknown {
  const [given = '', ...rest] = (fields.senderName || fields.senderEmail.split('@')[0] || '').split(/\s+/)
  return {
    person: {
      kind: 'new',
      details: { given, family: rest.join(' '), email: fields.senderEmail, language: fields.language },
    },
    type: 'complaint',
    channel: kind === 'email' ? 'email' : 'fax',
    form: 'written',
    subject: (fields.subject || fields.text.slice(0, 80)).slice(0, 500) || '—',
    text: fields.text.slice(0, 20_000) || '—',
    source: kind === 'email' ? 'email_file' : 'scan',
    uploads: uploads.map(({ upload }) => upload),
    ...(fields.receivedAt === null ? {} : { receivedAt: fields.receivedAt, stampedBy: 'machine' }),
    ...(uploads[0]?.pages === null || uploads[0] === undefined ? {} : { pages: uploads[0].pages }),
  }
}

const rejected = (file: string, refusal: Refusal): TakenFile => ({ file, status: 'rejected', error: errorOf(refusal) })

const errorOf = ({ code, params }: Refusal): NonNullable<TakenFile['error']> => ({
  code,
  ar: refusalSentence(code, params, 'ar'),
  en: refusalSentence(code, params, 'en'),
})
