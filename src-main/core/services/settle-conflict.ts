import type { ConflictSides, ConflictView } from '#shared/contract/desktop/sync.ts'
import { admit } from '#shared/domain/case/admit.ts'
import { decide, pendingEvent, policyOf } from '#shared/domain/case/decide.ts'
import type { DecideContext } from '#shared/domain/case/context.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { evolve } from '#shared/domain/case/evolve.ts'
import { lifecycleRow } from '#shared/domain/case/lifecycle.ts'
import { made } from '#shared/domain/case/made.ts'
import { CaseId } from '#shared/domain/case/event-parts.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { must } from '#shared/lib/assert.ts'
import { cleanText } from '#shared/text/clean-text.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readStream } from '#core/store/read-stream.ts'
import { doingOf } from '#core/projections/conflict-rows.ts'
import type { Caller } from './caller.ts'
import { authorOf, freshEvents } from './case-command.ts'
import { decideContext } from './decide-context.ts'
import { knownCase } from './known-case.ts'
import type { Office } from './office.ts'
import { inWords } from './in-words.ts'
import { maySee } from './visibility.ts'
import { writeCommit } from './write.ts'

/* Two intents on one fact, and a person's decision between them (N-06): both stay in the history. */

interface Clash {
  readonly state: Case
  readonly history: readonly RecordedEvent[]
  /** What was asked for, with all that was done at once with it and waits as it does, in its order. */
  readonly all: readonly [RecordedEvent, ...RecordedEvent[]]
}

function findClash(office: Office, caller: Caller, { db, event }: { db: ReadableDb; event: string }): Result<Clash> {
  const stream = db.value<string>("SELECT stream FROM events WHERE id = ? AND verdict = 'conflict'", event)
  const id = CaseId.safeParse(stream?.slice('case:'.length))
  const state = id.success ? knownCase(office, db, id.data) : null
  if (stream === undefined || state === null || !maySee(office, caller, state))
    return refuse('not-found', { what: event })
  const history = readStream(db, stream)
  const intended = must(
    history.find((each) => each.id === event),
    'a clashing event stands in its history',
  )
  const [first, ...others] = history.filter(
    (each) => state.unapplied.includes(each.id) && doingOf(each) === doingOf(intended),
  )
  return ok({ state, history, all: first === undefined ? [intended] : [first, ...others] })
}

/** What stands and what the other intended, side by side. */
export function conflictView(office: Office, caller: Caller, event: string): Result<ConflictView> {
  const found = findClash(office, caller, { db: office.store.db, event })
  if (!found.ok) return found
  const { state, history, all } = found.value
  const again = allAgain(contextOf(office, caller, state), state, all)
  const [first, ...others] = matterFirst(all).map((each) => sidesOf(history, each))
  return ok({
    case: { id: state.id, reference: state.reference },
    ...must(first, 'one at least'),
    others,
    hindrance: again.ok ? null : inWords(again.refusal),
  })
}

/** An exception is noted for what was done, and stands before it in the log: the clash is named by what was done. */
const matterFirst = (all: readonly RecordedEvent[]): readonly RecordedEvent[] => [
  ...all.filter(({ type }) => type !== excepted),
  ...all.filter(({ type }) => type === excepted),
]

const excepted = 'separation_excepted'

function sidesOf(history: readonly RecordedEvent[], intended: RecordedEvent): ConflictSides {
  const { id: event, type } = intended
  const standing = history.findLast(
    (each) =>
      isSameSubject(each, intended) && each.id !== event && each.verdict !== 'conflict' && each.verdict !== 'void',
  )
  const began = beganFrom(history, intended)
  return { event, standing: standing?.id ?? null, type, fields: fieldsOf({ standing, intended, began }) }
}

/** What its author had before his eyes, where it stands and is of the same sort: both began from it. */
function beganFrom(history: readonly RecordedEvent[], intended: RecordedEvent): RecordedEvent | undefined {
  const seen = Object.values(intended.expects)
  return history.find(
    (each) =>
      seen.includes(each.id) &&
      (each.verdict === 'accepted' || each.verdict === 'pending') &&
      (isSameSubject(each, intended) || (each.type === 'registered' && intended.type === 'details_changed')),
  )
}

/** What speaks on one thing, whichever of it came first. */
const oneSubject = [
  ['classified', 'class_corrected'],
  ['accepted', 'rejected'],
  ['approved', 'draft_returned'],
  ['rated', 'rating_declined'],
]

/** Of the same sort and, where it is a referral's, of the same referral. */
function isSameSubject(one: RecordedEvent, other: RecordedEvent): boolean {
  const isSameSort =
    one.type === other.type || oneSubject.some((types) => types.includes(one.type) && types.includes(other.type))
  return isSameSort && one.facts['referral'] === other.facts['referral']
}

/** Whether the caller's rights let him decide clashes. */
export function maySettle({ rights }: Caller): boolean {
  const { right } = lifecycleRow('settle_conflict')
  return right === null || rights.has(right)
}

/** Counted, frozen or copied by the program: nobody's intent. */
const computed: readonly string[] = [
  'waited',
  'due',
  'dueOrig',
  'from',
  'unit',
  'priorityOverridden',
  'fcrPossible',
  'services',
  'toNotify',
  'withinRemit',
  'attached',
]

/** Steps by which a case gets another due date: whoever decides between two of them decides between their dates too. */
const movingDue: readonly string[] = ['classified', 'class_corrected']

interface Sides {
  readonly intended: RecordedEvent
  readonly standing: RecordedEvent | undefined
  readonly began: RecordedEvent | undefined
}

function fieldsOf({ standing, intended, began }: Sides): ConflictView['fields'] {
  const before = began === undefined ? {} : valuesOf(began)
  const now = standing === undefined ? {} : valuesOf(standing)
  const meant = valuesOf(intended)
  return [...new Set([...Object.keys(meant), ...Object.keys(now)])]
    .filter((name) => !computed.includes(name))
    .map((name) => ({ name, standing: now[name] ?? null, intended: meant[name] ?? null, before: before[name] ?? null }))
    .filter((field) => JSON.stringify(field.standing) !== JSON.stringify(field.intended))
}

/** Facts and private part; where both have the name, the private one is the reason of the other. */
function valuesOf({ type, facts, private: secret }: RecordedEvent): Readonly<Record<string, unknown>> {
  const due = facts['due'] as { readonly at: string } | undefined
  const dueDate = movingDue.includes(type) && due !== undefined ? { dueDate: due.at } : {}
  const reasons = Object.entries(secret ?? {}).map(([name, value]) => [name in facts ? `${name}Reason` : name, value])
  return { ...facts, ...dueDate, ...Object.fromEntries(reasons) }
}

const contextOf = (office: Office, caller: Caller, state: Case): DecideContext =>
  decideContext(office, office.store.db, {
    caller,
    caseId: state.id,
    owner: state.office,
    reference: null,
    idsNeeded: 0,
  })

/** The other intent as it would be taken at the present state, by this person. */
function againAt(
  context: DecideContext,
  state: Case,
  { type, facts, private: secret }: RecordedEvent,
): Result<CaseEvent> {
  const event = { type, facts, private: secret } as unknown as CaseEvent
  const submitted = {
    event,
    actor: context.actor.user,
    at: context.now,
    via: 'window',
    expects: {},
    sameCommit: [],
  } as const
  const verdict = admit(state, submitted, policyOf(context))
  if (verdict.kind === 'accepted') return ok(event)
  return 'refusal' in verdict ? { ok: false, refusal: verdict.refusal } : refuse('conflict-not-applicable')
}

interface Settling {
  readonly event: string
  readonly choice: 'keep' | 'apply'
  readonly note: string
  /** Kept as an internal note beside the decision: what was said second and would only be found in the history. */
  readonly noteToo: string
}

/** As an internal note is (T-09). */
const longestNote = 20_000

/** Writes the decision on all that was done at once and, where the other intent is carried out, its events anew, in one commit. */
export function settleConflict(office: Office, caller: Caller, settling: Settling): Result<null> {
  const { event, choice, note, noteToo } = settling
  const written = writeCommit(office, authorOf(caller), (db) => {
    const found = findClash(office, caller, { db, event })
    if (!found.ok) return found
    const { state, all } = found.value
    const context = contextOf(office, caller, state)
    const decided = decideAll(context, state, { all, choice, note })
    if (!decided.ok) return decided
    const after = foldedOn(context, state, { events: decided.value, stamped: all })
    const again = choice === 'keep' ? ok([]) : allAgain(context, after, all)
    if (!again.ok) return again
    const text = cleanText(noteToo, longestNote).trim()
    const kept = text === '' ? [] : [made('note_added', {}, { text })]
    const events = [...decided.value, ...again.value, ...kept]
    return ok(freshEvents(events, { id: state.id, at: context.now, expects: {} }))
  })
  return written.ok ? ok(null) : written
}

/** One decision for each event; what he says of it stands with the first. */
function decideAll(
  context: DecideContext,
  state: Case,
  { all, choice, note }: { all: readonly RecordedEvent[]; choice: Settling['choice']; note: string },
): Result<readonly CaseEvent[]> {
  const events: CaseEvent[] = []
  for (const [index, { id: event }] of all.entries()) {
    const input = { event, choice, note: index === 0 ? note : '' }
    const decided = decide(state, { kind: 'settle_conflict', input } as never, context)
    if (!decided.ok) return decided
    events.push(...decided.value)
  }
  return ok(events)
}

/** The other intents one after the other, each at the state that the one before makes. */
function allAgain(context: DecideContext, state: Case, all: readonly RecordedEvent[]): Result<readonly CaseEvent[]> {
  const events: CaseEvent[] = []
  let reached = state
  for (const intended of all) {
    const again = againAt(context, reached, intended)
    if (!again.ok) return again
    events.push(again.value)
    reached = foldedOn(context, reached, { events: [again.value], stamped: [intended] })
  }
  return ok(events)
}

/** In: events that are about to be written, and those of which they take the ids for the moment. */
function foldedOn(
  { now, actor }: DecideContext,
  state: Case,
  { events, stamped }: { events: readonly CaseEvent[]; stamped: readonly RecordedEvent[] },
): Case {
  return events.reduce<Case>((folded, event, index) => {
    const { id } = must(stamped[index], 'one for each')
    return evolve(folded, pendingEvent(event, { id, at: now, actor: actor.user }), state.id) as Case
  }, state)
}
