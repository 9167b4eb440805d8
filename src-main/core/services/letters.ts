import { createHash } from 'node:crypto'
import type { LetterView } from '#shared/contract/desktop/letters.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { cyclesUsed } from '#shared/domain/case/guards-closing.ts'
import { correctedReply, currentCycle, isClockLive, sentReply } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { identityMarks } from '#shared/domain/person/identity-marks.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { workingDaysFrom } from '#shared/domain/clock/working-time.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import type { Result } from '#shared/lib/result.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { LetterFacts, LetterKind, Paper, PaperKind } from '#core/letters/letter-facts.ts'
import { languageOf } from '#core/letters/make-letter.ts'
import type { Letter } from '#core/letters/make-letter.ts'
import { runTask } from '#core/workers/run-task.ts'
import { readStream } from '#core/store/read-stream.ts'
import { recordRead } from './audit.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { caseFile } from './case-file.ts'
import { caseView } from './case-view.ts'
import { caseSettings } from './decide-context.ts'
import { entryLabel, typeLabel } from './entry-label.ts'
import { bytesAs } from './file-tickets.ts'
import type { Office } from './office.ts'
import { openCase } from './open-case.ts'
import { readPersonRow } from './persons.ts'
import { calendarOf, unitLabel } from './reference-data.ts'
import { trackingCodeOf } from './tracking-code.ts'
import { maySeeIdentity } from './visibility.ts'

interface TypedReply {
  readonly text: string
  readonly language: 'ar' | 'en'
}

interface LetterAsked<Kind extends PaperKind = PaperKind> {
  readonly case: string
  readonly kind: Kind
  readonly referral?: string | undefined
  readonly draft?: string | undefined
  readonly language?: 'ar' | 'en' | undefined
  readonly paper?: Paper | undefined
  /** A reply that its author has not handed in yet. */
  readonly typed?: TypedReply | undefined
  /** Only shown: what is printed or saved of it is told later. */
  readonly preview: boolean
}

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** A receipt, referral or reply letter, or the file of the whole case, made by a worker as the case stands now (R-04, 6.5, UI-12); every print and every file is logged. */
export async function makeLetterFor(office: Office, caller: Caller, asked: LetterAsked): Promise<Result<LetterView>> {
  const state = openCase(office, caller, asked.case)
  if (!state.ok) return state
  const allowed = mayPrint(office, caller, asked.kind)
  if (!allowed.ok) return allowed
  const made = await makePaper(office, caller, { state: state.value, asked })
  if (!made.ok) return made
  const { letter, language } = made.value
  const isRead = (): boolean => recordRead(office, caller, { kind: 'printed', of: state.value.id })
  if (asked.preview) recordLook(office, caller, state.value)
  else isRead()
  const served = bytesAs({ name: letter.name, mediaType: wordType, inline: false }, letter.word)
  const url = office.tickets.issue(caller, () => {
    if (asked.preview) isRead()
    return Promise.resolve(served)
  })
  return ok({ kind: asked.kind, language, html: letter.html, word: { name: letter.name, url } })
}

interface Made {
  readonly letter: Letter
  readonly language: 'ar' | 'en'
}

const makePaper = (office: Office, caller: Caller, { state, asked }: About): Promise<Result<Made>> =>
  asked.kind === 'case_file'
    ? makeFile(office, caller, { state, asked })
    : makeLetterOf(office, caller, { state, asked: { ...asked, kind: asked.kind } })

async function makeLetterOf(
  office: Office,
  caller: Caller,
  { state, asked }: About<LetterKind>,
): Promise<Result<Made>> {
  const facts = letterFacts(office, caller, { state, asked })
  if (!facts.ok) return facts
  const { kind } = asked
  const options = {
    ...(asked.paper === undefined ? {} : { paper: asked.paper }),
    ...(asked.language === undefined ? {} : { language: asked.language }),
  }
  const letter = await runTask(office.store, 'makeLetter', { input: { kind, facts: facts.value, options } })
  return ok({ letter, language: asked.language ?? languageOf(kind, facts.value) })
}

/** Its reader is in the office: it is in his language where none was asked for. */
async function makeFile(office: Office, caller: Caller, { state, asked }: About): Promise<Result<Made>> {
  const language = asked.language ?? caller.user.language
  const letter = await runTask(office.store, 'writePaper', { input: caseFile(office, caller, { state, language }) })
  return ok({ letter, language })
}

/**
 * A look at a letter of a confidential case, and any page that the command line hands out, is read: one line for a user and
 * a case in the life of a ticket (G-06, B-16). In the window the page of a case that is open to all has shown as much.
 */
function recordLook(office: Office, caller: Caller, { id, confidentiality }: Case): void {
  const isLogged = caller.via === 'cli' || confidentiality !== 'normal'
  if (isLogged)
    office.tickets.once(`look ${caller.id} ${id}`, () => recordRead(office, caller, { kind: 'letter_seen', of: id }))
}

/** A letter that was looked at went to the printer. */
export function letterPrinted(office: Office, caller: Caller, asked: Pick<LetterAsked, 'case' | 'kind'>): Result<null> {
  const state = openCase(office, caller, asked.case)
  if (!state.ok) return state
  const allowed = mayPrint(office, caller, asked.kind)
  if (!allowed.ok) return allowed
  recordRead(office, caller, { kind: 'printed', of: state.value.id })
  return ok(null)
}

/** A department prints its referrals and what it sees of the case: the other papers speak to the complainant, in the office's name. */
function mayPrint(office: Office, caller: Caller, kind: PaperKind): Result<null> {
  if (kind === 'referral' || kind === 'case_file' || !isDepartmentOnly(office, caller)) return ok(null)
  return refuse('not-allowed', { right: kind === 'receipt' ? 'register' : 'send_reply' })
}

interface About<Kind extends PaperKind = PaperKind> {
  readonly state: Case
  readonly asked: LetterAsked<Kind>
}

function letterFacts(office: Office, caller: Caller, { state, asked }: About<LetterKind>): Result<LetterFacts> {
  const view = caseView(office, caller, state)
  const cycle = currentCycle(state)
  const referral = view.referrals.find(({ id }) => id === asked.referral) ?? view.referrals.at(-1)
  const folded = state.cycles.flatMap(({ referrals }) => referrals).find(({ id }) => id === referral?.id)
  if (asked.kind === 'referral' && referral === undefined) return refuse('not-found', { what: 'referral' })
  const reply = replyOf(caller, { state, asked }, view.drafts)
  if (!reply.ok) return reply
  const rejection = asked.kind === 'rejection' ? rejectionOf(office, state) : null
  if (asked.kind === 'rejection' && rejection === null) return refuse('not-found', { what: 'rejection' })
  const data = office.reference
  const now = office.ports.clock.now()
  return ok({
    office: data.settings,
    madeAt: leftAt(state, { kind: asked.kind, draft: reply.value?.draft, referral: referral?.id }) ?? now,
    reference: state.reference,
    type: typeLabel(data, state.type, state.typeEntry),
    registeredAt: state.registeredAt,
    receivedAt: state.receivedAt,
    channel: entryLabel(data, 'channels', state.channel),
    caseType: state.type,
    complainant: maySeeIdentity(office, caller) ? (view.person?.displayName ?? null) : null,
    subject: view.text?.subject ?? '',
    text: view.text?.text ?? '',
    language: state.complainant?.language ?? 'ar',
    // What was received long ago may be late from its first hour: a date that has passed is promised to nobody.
    expectedAnswerBy: isClockLive(state) && cycle.clock.dueNow.at > now ? cycle.clock.dueNow.at : null,
    trackingCode: trackingCodeOf(office, state.id),
    verification: verificationOf(office, state),
    followUp: null,
    referral:
      referral === undefined
        ? null
        : {
            department: unitLabel(data, referral.department.id),
            text: referral.text,
            tellsIdentity: tellsIdentity(office, state, referral.text),
            sentAt: folded?.sentAt ?? null,
            due: folded?.due.at ?? null,
          },
    reply: reply.value?.facts ?? null,
    objection: isReopenable(office, state) ? { until: reopenableUntil(office, state), how: null } : null,
    rejection,
    signatory: null,
  })
}

interface AskedReply {
  readonly facts: NonNullable<LetterFacts['reply']>
  /** Undefined while it is being typed. */
  readonly draft?: string
}

/** The reply that the letter carries: as it is typed, else the draft that was asked for, else the last; null on other letters. */
function replyOf(
  caller: Caller,
  { state, asked }: About<LetterKind>,
  drafts: CaseView['drafts'],
): Result<AskedReply | null> {
  if (asked.kind !== 'reply') return ok(null)
  if (asked.typed !== undefined) return typedReply(caller, state, asked.typed)
  const draft = drafts.find(({ id }) => id === asked.draft) ?? drafts.at(-1)
  if (draft === undefined) return refuse('not-found', { what: 'reply' })
  if (!maySeeReply(caller, state, draft.id)) return refuse('draft-not-approved')
  return ok({ facts: { text: draft.text, ...standOf(state, draft.id) }, draft: draft.id })
}

/** Whoever may write replies sees what becomes of his words before he hands them in; the case knows nothing of it (UI-4). */
function typedReply(caller: Caller, state: Case, typed: TypedReply): Result<AskedReply> {
  if (!caller.rights.has('draft_reply')) return refuse('not-allowed', { right: 'draft_reply' })
  const corrects = sentReply(currentCycle(state))?.sent?.sentAt ?? null
  return ok({ facts: { ...typed, isDraft: true, corrects } })
}

interface Which {
  readonly kind: LetterKind
  readonly draft: string | undefined
  readonly referral: string | undefined
}

/** A letter that has left is printed again under the date it left by; any other is of the day it is printed. */
function leftAt({ cycles, exit }: Case, { kind, draft, referral }: Which): Instant | null {
  switch (kind) {
    case 'receipt':
      return null
    case 'referral':
      return cycles.flatMap(({ referrals }) => referrals).find(({ id }) => id === referral)?.sentAt ?? null
    case 'reply':
      return cycles.flatMap(({ drafts }) => drafts).find(({ id }) => id === draft)?.sent?.sentAt ?? null
    case 'rejection':
      return exit?.kind === 'rejected' ? (exit.notified?.sentAt ?? null) : null
    default:
      return assertNever(kind)
  }
}

/** Whether a reply is still a draft, in which language it is written, and which one that left it puts right. */
function standOf(state: Case, id: string): Omit<NonNullable<LetterFacts['reply']>, 'text'> {
  const cycle = state.cycles.find(({ drafts }) => drafts.some((each) => each.id === id))
  const draft = cycle?.drafts.find((each) => each.id === id)
  const corrected = cycle === undefined || draft === undefined ? null : correctedReply(cycle, draft)
  const language = draft?.language ?? 'ar'
  return { isDraft: !isApproved(state, id), language, corrects: corrected?.sent?.sentAt ?? null }
}

/** The reason of the list and the words beside it (L-03); null where the case was not rejected. */
function rejectionOf(office: Office, { id, decision, exit }: Case): LetterFacts['rejection'] {
  if (exit?.kind !== 'rejected' || decision.kind !== 'rejected') return null
  const event = readStream(office.store.db, `case:${id}`).findLast(
    (each) => each.type === 'rejected' && doesStand(each),
  )
  return {
    reason: entryLabel(office.reference, 'reject_reasons', decision.reason),
    text: stringOr(event?.private?.['text'], ''),
  }
}

/** As the form marks it. Where the record is not at hand, as in a department, whatever looks like a number or an address counts. */
function tellsIdentity(office: Office, state: Case, text: string): boolean {
  const id = state.complainant?.person ?? null
  const person = id === null ? null : readPersonRow(office.store.db, id)
  const marks = identityMarks(text, person?.details ?? null)
  return marks.some(({ known }) => known || (id !== null && person === null))
}

/** A reply is put on paper when it was approved; those who write and approve it look at it before. */
function maySeeReply(caller: Caller, state: Case, draft: string | undefined): boolean {
  return isApproved(state, draft) || caller.rights.has('draft_reply') || caller.rights.has('approve_reply')
}

function isApproved(state: Case, draft: string | undefined): boolean {
  const folded = state.cycles.flatMap(({ drafts }) => drafts).find(({ id }) => id === draft)
  return folded !== undefined && (folded.approved !== null || folded.sent !== null)
}

/** B-18: a short code over what was registered, so that a receipt that was altered shows it. */
function verificationOf(office: Office, state: Case): string {
  const digest = createHash('sha256')
    .update(`${state.id} ${state.reference} ${state.receivedAt} ${trackingCodeOf(office, state.id)}`)
    .digest('hex')
  return digest.slice(0, 8).toUpperCase()
}

/** Whether a further cycle is left: else nobody is told that he may ask for one (A-10, D6). */
const isReopenable = ({ reference }: Office, state: Case): boolean =>
  cyclesUsed(state, caseSettings(reference, state.office)) === null

/** Until when the case can be resumed: the reopening window from delivery, or from today while it has not left. */
function reopenableUntil(office: Office, state: Case) {
  const data = office.reference
  const from = currentCycle(state).resolution?.at ?? office.ports.clock.now()
  return workingDaysFrom(calendarOf(data, state.office).compiled, from, data.targets.value.reopenWindowDays)
}
