import { caseEvents } from '#shared/domain/case/events.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import type { CaseCommand } from '#shared/domain/case/commands.ts'
import { decide, idsNeeded } from '#shared/domain/case/decide.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'
import { stampsFor } from '#shared/domain/case/stamps.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { CommandDone } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { isTakenFrom } from './caller.ts'
import type { Caller } from './caller.ts'
import { decideContext } from './decide-context.ts'
import { knownCase, knownCaseId } from './known-case.ts'
import type { Office } from './office.ts'
import { unconfirmedTelling } from './unconfirmed-telling.ts'
import { maySee } from './visibility.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'
import { withOpenableFiles } from './openable-files.ts'

/** Runs one command of the rulebook on an existing case: one transaction, one commit. */
export function runCaseCommand(
  office: Office,
  caller: Caller,
  asked: { readonly case: string; readonly command: CaseCommand },
): Result<CommandDone> {
  if (!isTakenFrom(office, caller, asked.command.kind)) return refuse('not-of-department')
  const completed = withOpenableFiles(office, caller, asked)
  if (!completed.ok) return completed
  const command = completed.value
  let id = ''
  const written = writeCommit(office, authorOf(caller), (db) => {
    id = knownCaseId(office, db, asked.case) ?? ''
    const state = id === '' ? null : knownCase(office, db, id)
    if (state === null || !maySee(office, caller, state)) return refuse('not-found', { what: asked.case })
    const telling = unconfirmedTelling(office, caller, { db, state, command })
    if (telling !== null) return { ok: false, refusal: telling }
    const context = decideContext(office, db, {
      caller,
      caseId: state.id,
      owner: state.office,
      reference: null,
      idsNeeded: idsNeeded(command),
    })
    const decided = decide(state, command, context)
    return decided.ok
      ? ok(freshEvents(decided.value, { id: state.id, at: context.now, expects: stampsFor(state, command) }))
      : decided
  })
  if (!written.ok) return written
  const after = must(knownCase(office, office.store.db, id), 'a case that was written is in the tables')
  return ok({
    case: after.id,
    reference: after.reference,
    status: statusOf(after),
    events: written.value.recorded.map(({ id: event, type }) => ({ id: event, type })),
    due: currentCycle(after).clock.dueNow.at,
  })
}

export const authorOf = (caller: Caller): { actor: string; session: string; via: 'window' | 'cli' } => ({
  actor: caller.id,
  session: caller.session,
  via: caller.via,
})

interface Place {
  readonly id: CaseId
  /** The moment of deciding: the events of one command carry exactly it. */
  readonly at: Instant
  readonly expects: Readonly<Record<string, string>>
}

/** Events of the rulebook as the log takes them. */
export function freshEvents(events: readonly CaseEvent[], { id, at, expects }: Place): readonly Fresh[] {
  return events.map(({ type, facts, private: secret }, index) => ({
    stream: `case:${id}`,
    type,
    version: caseEvents[type].version,
    facts,
    private: secret,
    at,
    // Stamps name what the author had seen; they are judged once, with the first event of the commit.
    expects: index === 0 ? expects : {},
  }))
}
