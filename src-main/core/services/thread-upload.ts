import type { CaseCommand } from '#shared/domain/case/commands.ts'
import { decide, idsNeeded } from '#shared/domain/case/decide.ts'
import type { IntakeProposal } from '#shared/contract/desktop/intake.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf, freshEvents } from './case-command.ts'
import { decideContext } from './decide-context.ts'
import { isEmail, parseEmail, proposalOf, proposeFile } from './intake-files.ts'
import { knownCase, knownCaseId } from './known-case.ts'
import type { Office } from './office.ts'
import { caseOfMessage, messageKey, rememberMessages } from './taken-messages.ts'
import { fileInput } from './uploads.ts'
import type { Upload } from './uploads.ts'
import { maySee } from './visibility.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'

interface Asked {
  readonly case: string
  readonly upload: string
}

/**
 * Attaches an uploaded message, with its own attachments, to the case it answers: its files, the contact that it is and
 * the memory of the message are one commit or nothing. Refuses `message-taken` for one that is in a case already (C-05).
 */
export async function threadUpload(
  office: Office,
  caller: Caller,
  asked: Asked,
): Promise<Result<{ reference: string }>> {
  const allowed = mayThread(office, caller, asked)
  if (!allowed.ok) return allowed
  const proposal = await proposeNew(office, caller, allowed.value)
  if (!proposal.ok) return proposal
  let reference = ''
  const written = writeCommit(office, authorOf(caller), (db) => {
    // Asked again, with nothing between it and the writing: another call may have taken the message meanwhile.
    const upload = mayThread(office, caller, asked)
    if (!upload.ok) return upload
    const taken = refuseTaken(office, caller, upload.value.message)
    if (taken !== null) return taken
    const files = proposal.value.uploads.flatMap((each) => office.uploads.find(each.upload) ?? [])
    const events = decideThread(office, caller, { db, of: asked.case, commands: commandsOf(files, proposal.value) })
    if (!events.ok) return events
    reference = events.value.reference
    rememberMessages(db, files, reference)
    return ok(events.value.fresh)
  })
  return written.ok ? ok({ reference }) : written
}

/** Before anything is read or kept: the right, the case, the upload. */
function mayThread(office: Office, caller: Caller, asked: Asked): Result<Upload> {
  const allowed = needs(caller, 'register')
  if (!allowed.ok) return allowed
  const state = visibleCase(office, caller, { db: office.store.db, of: asked.case })
  if (state === null) return refuse('not-found', { what: asked.case })
  const upload = office.uploads.find(asked.upload)
  return upload === null ? refuse('not-found', { what: 'upload' }) : ok(upload)
}

function visibleCase(office: Office, caller: Caller, { db, of }: { readonly db: ReadableDb; readonly of: string }) {
  const id = knownCaseId(office, db, of)
  const state = id === null ? null : knownCase(office, db, id)
  return state !== null && maySee(office, caller, state) ? state : null
}

/** What the file holds; the attachments of a message that is in a case already are not taken in again. */
async function proposeNew(office: Office, caller: Caller, upload: Upload): Promise<Result<IntakeProposal>> {
  if (!isEmail(upload)) return ok(proposeFile(upload))
  const email = await parseEmail(office, upload)
  if (!email.ok) return email
  return (
    refuseTaken(office, caller, messageKey(email.value)) ?? proposalOf(office, caller, { upload, email: email.value })
  )
}

/** Null also for a message in a case that is hidden from the caller: he learns nothing of it. */
function refuseTaken(office: Office, caller: Caller, message: string | undefined): Result<never> | null {
  const reference = message === undefined ? null : caseOfMessage(office, caller, message)
  return reference === null ? null : refuse('message-taken', { reference })
}

function commandsOf(files: readonly Upload[], { fields }: IntakeProposal): readonly CaseCommand[] {
  return [
    { kind: 'add_files', input: { files: files.map(fileInput), original: true } },
    { kind: 'record_contact', input: { channel: 'email', purpose: 'addition', note: fields.text.slice(0, 20_000) } },
  ]
}

interface Threading {
  readonly db: ReadableDb
  readonly of: string
  /** None of them changes what another is decided by. */
  readonly commands: readonly CaseCommand[]
}

function decideThread(
  office: Office,
  caller: Caller,
  { db, of, commands }: Threading,
): Result<{ readonly reference: string; readonly fresh: readonly Fresh[] }> {
  const state = visibleCase(office, caller, { db, of })
  if (state === null) return refuse('not-found', { what: of })
  const about = { caller, caseId: state.id, owner: state.office, reference: null }
  const fresh: Fresh[] = []
  for (const command of commands) {
    const context = decideContext(office, db, { ...about, idsNeeded: idsNeeded(command) })
    const decided = decide(state, command, context)
    if (!decided.ok) return decided
    fresh.push(...freshEvents(decided.value, { id: state.id, at: context.now, expects: {} }))
  }
  return ok({ reference: state.reference, fresh })
}
