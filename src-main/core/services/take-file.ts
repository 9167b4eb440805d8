import type { IntakeProposal, TakenFile } from '#shared/contract/desktop/intake.ts'
import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { ok } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { saveDraft } from './drafts.ts'
import { addFile, fieldsOf, isEmail, isScan, parseEmail, proposalOf, proposeFile } from './intake-files.ts'
import type { Office } from './office.ts'
import { register } from './register.ts'
import { removeWaiting } from './sweep-uploads.ts'
import { threadUpload } from './thread-upload.ts'
import type { Upload } from './uploads.ts'

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
  const taken = await addFile(office, { path: asked.path })
  if (!taken.ok) return ok(rejected(asked.path, taken.refusal))
  return ok(
    asked.kind === 'email'
      ? await takeEmail(office, caller, { path: asked.path, upload: taken.value })
      : await takeScan(office, caller, { path: asked.path, upload: taken.value }),
  )
}

interface Taken {
  readonly path: string
  readonly upload: Upload
}

async function takeScan(office: Office, caller: Caller, { path, upload }: Taken): Promise<TakenFile> {
  if (!isScan(upload)) return unfit(office, 'file-no-scan', { path, upload })
  if (upload.pages === null) return rejected(path, { code: 'page-cannot-be-shown', params: { page: 1, cause: '' } })
  return registerProposal(office, caller, { path, proposal: proposeFile(upload) })
}

async function takeEmail(office: Office, caller: Caller, { path, upload }: Taken): Promise<TakenFile> {
  const parsed = await parseEmail(office, upload)
  if (!parsed.ok) return rejected(path, parsed.refusal)
  const email = parsed.value
  // Bare text saved as a message is one; another document that happens to be text is none.
  if (email.warnings.includes('no-headers') && !isEmail(upload))
    return unfit(office, 'file-no-message', { path, upload })
  const taken = (): TakenFile | null => {
    const fields = fieldsOf(office, caller, email)
    return fields.takenInto === null ? null : { file: path, status: 'registered', reference: fields.takenInto, fields }
  }
  const before = taken()
  if (before !== null) return before
  const proposal = await proposalOf(office, caller, { upload, email })
  if (!proposal.ok) return rejected(path, proposal.refusal)
  const joined = await joinCase(office, caller, { path, upload, fields: proposal.value.fields })
  // Asked again: another call may have taken the same message while this one waited for its attachments.
  return joined ?? taken() ?? registerProposal(office, caller, { path, proposal: proposal.value })
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

/** Not what it was given for: nothing of it stays. */
async function unfit(
  office: Office,
  code: 'file-no-message' | 'file-no-scan',
  { path, upload }: Taken,
): Promise<TakenFile> {
  await removeWaiting(office, [upload])
  return rejected(path, { code, params: { name: upload.name } })
}

const rejected = (file: string, refusal: Refusal): TakenFile => ({ file, status: 'rejected', error: errorOf(refusal) })

const errorOf = ({ code, params }: Refusal): NonNullable<TakenFile['error']> => ({
  code,
  ar: refusalSentence(code, params, 'ar'),
  en: refusalSentence(code, params, 'en'),
})
