import { setImmediate as turn } from 'node:timers/promises'
import { z } from 'zod'
import type { DuePreview, Recount } from '#shared/contract/desktop/admin.ts'
import { decide } from '#shared/domain/case/decide.ts'
import { decideDuty } from '#shared/domain/case/decide-duty.ts'
import { stampsFor } from '#shared/domain/case/stamps.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readCase } from '#core/projections/case-store.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { readSetting, removeSetting, writeSetting } from '#core/store/settings.ts'
import type { Caller } from './caller.ts'
import { authorOf, freshEvents } from './case-command.ts'
import { decideContext } from './decide-context.ts'
import type { Office } from './office.ts'
import { maySee } from './visibility.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'

/*
 * Open cases counted anew after another calendar or other limits (W7, W9, W11, B-30): looked at before, one commit a case,
 * in slices of the writer's time. What was begun is noted with the change itself and gone on with after a stop.
 */
export type RecountCause = Recount['cause']

const sliceMs = 10
const causes: readonly RecountCause[] = ['calendar', 'limit']
const noteKey = (cause: RecountCause): string => `recount:${cause}`

const running = new WeakMap<Office, Map<RecountCause, Recount>>()

/** How far a count under way is; null when there is none. */
export const recountOf = (office: Office): Recount | null => [...(running.get(office)?.values() ?? [])][0] ?? null

/** A due date as it stands, and as it would stand. */
interface Move {
  readonly before: Instant
  readonly after: Instant
}

/** Open cases in which the change would move a due date; of those that the caller may not open only how many. */
export async function movesUnder(
  office: Office,
  caller: Caller,
  moveOf: (state: Case) => Move | null,
): Promise<DuePreview> {
  const moves: DuePreview['moves'][number][] = []
  let hidden = 0
  const each = (id: string): void => {
    const state = ownCase(office, id)
    if (state === null) return
    const move = moveOf(state)
    if (move === null || move.after === move.before) return
    if (maySee(office, caller, state)) moves.push({ reference: state.reference, ...move })
    else hidden += 1
  }
  await inSlices(office, runningCases(office), { each })
  return { moves, hidden }
}

/** Inside the transaction of the change: that its count is still to be made. */
export const noteRecount = (db: WritableDb, cause: RecountCause, caller: Caller): void =>
  writeSetting(db, noteKey(cause), caller.id)

/** Counts every running clock anew. Out: in how many cases a date moved. */
export async function recountOpenCases(office: Office, caller: Caller, cause: RecountCause): Promise<number> {
  const ids = runningCases(office)
  const under = running.get(office) ?? new Map<RecountCause, Recount>()
  running.set(office, under)
  let moved = 0
  const tell = (done: number): unknown => under.set(cause, { cause, done, total: ids.length })
  tell(0)
  try {
    const isWhole = await inSlices(office, ids, {
      each: (id) => (moved += recountCase(office, caller, { id, cause })),
      onProgress: tell,
    })
    if (isWhole) office.store.db.transaction(() => removeSetting(office.store.db, noteKey(cause)))
    return moved
  } finally {
    under.delete(cause)
  }
}

/** Goes on with what a stop cut off. */
export async function resumeRecounts(office: Office): Promise<void> {
  for (const cause of causes) {
    const user = readSetting(office.store.db, noteKey(cause), z.string())
    const known = user === null ? undefined : office.reference.users.get(user)
    if (known === undefined) continue
    const caller = {
      user: known,
      id: known.id,
      rights: office.reference.rightsOf(known),
      session: '',
      via: 'window' as const,
    }
    await recountOpenCases(office, caller, cause)
  }
}

const runningCases = (office: Office): readonly string[] =>
  office.store.db
    .all<{ id: string }>('SELECT id FROM case_rows WHERE running_due IS NOT NULL ORDER BY received_seq')
    .map(({ id }) => id)

/** A case of another office is counted by that one's rules, there. */
function ownCase(office: Office, id: string): Case | null {
  const state = readCase(office.store.db, id)
  return state?.office === office.reference.settings.office ? state : null
}

interface ToCount {
  readonly id: string
  readonly cause: RecountCause
}

/** Out: 1 when a date moved, else 0. A case that the caller may not open is counted as a duty, which needs nobody's sight. */
function recountCase(office: Office, caller: Caller, { id, cause }: ToCount): number {
  const command = { kind: 'recompute_due' as const, input: { cause } }
  const state = ownCase(office, id)
  if (state === null) return 0
  const isSeen = maySee(office, caller, state)
  const author = isSeen ? authorOf(caller) : { ...authorOf(caller), via: 'duty' as const }
  const written = writeCommit(office, author, (db): Result<readonly Fresh[]> => {
    const context = decideContext(office, db, {
      caller,
      caseId: state.id,
      owner: state.office,
      reference: null,
      idsNeeded: 0,
    })
    const decided = isSeen ? decide(state, command, context) : decideDuty(state, command, context)
    return decided.ok
      ? ok(freshEvents(decided.value, { id: state.id, at: context.now, expects: stampsFor(state, command) }))
      : decided
  })
  // One that was answered meanwhile, or that he may not count, keeps its date.
  return written.ok && written.value.recorded.length > 0 ? 1 : 0
}

interface Slices {
  readonly each: (id: string) => unknown
  readonly onProgress?: (done: number) => unknown
}

/** Out: whether all were done; false when the office was closed meanwhile. */
async function inSlices(office: Office, ids: readonly string[], { each, onProgress }: Slices): Promise<boolean> {
  let isClosed = false
  office.onClose.push(() => (isClosed = true))
  let began = performance.now()
  for (const [index, id] of ids.entries()) {
    if (isClosed) return false
    each(id)
    if (performance.now() - began < sliceMs) continue
    onProgress?.(index + 1)
    await turn()
    began = performance.now()
  }
  return true
}
