/**
 * What becomes of a commit: exactly one outcome for all of it (SYNC-APPEND-2). Looks at states as the commits before it
 * left them and changes none.
 */
import { admit } from '#shared/domain/case/admit.ts'
import type { Verdict } from '#shared/domain/case/admit.ts'
import { because } from '#shared/domain/case/because.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { evolve } from '#shared/domain/case/evolve.ts'
import { noCase } from '#shared/domain/case/state.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { upcast } from '#shared/domain/case/upcast.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { homeOf, ruleEvent } from './authority.ts'
import { dutyKeyOf } from './duty-key.ts'
import { eventCatalogue } from './event-catalogue.ts'
import type { EventShape } from './event-catalogue.ts'
import { caseIdOf, toRecorded } from './load-streams.ts'
import { lackingGround } from './lacking-ground.ts'
import { accessFor, policyFor } from './judged-policy.ts'
import type { ReceivedCommit, ReceivedEvent } from './received.ts'
import { withReferenceEvents } from './reference.ts'
import { ruleNamed } from './rule-named.ts'
import type { Work } from './work.ts'

export interface Judged {
  readonly outcome: Outcome
  readonly dutyKeys: readonly string[]
  /** The cases of an accepted commit as they stand after it. */
  readonly states: ReadonlyMap<string, CaseState>
}

const noStates: ReadonlyMap<string, CaseState> = new Map()

/** In: an outcome that leaves no case changed as it was meant. */
export const unmoved = (outcome: Outcome): Judged => ({ outcome, dutyKeys: [], states: noStates })

const held = ({ code, params }: Refusal): Judged => unmoved({ kind: 'held', reason: { code, params: { ...params } } })
const refused = ({ code, params }: Refusal): Judged =>
  unmoved({ kind: 'refused', reason: { code, params: { ...params } } })

export async function judgeCommit(work: Work, commit: ReceivedCommit): Promise<Judged> {
  const shapes = commit.events.map(({ content }) => eventCatalogue.get(content.type))
  const isNewer = shapes.some((shape, index) => (commit.events[index]?.content.version ?? 0) > (shape?.version ?? 0))
  if (isNewer) return held(because('sync-newer'))
  const malformed = commit.events.find((event, index) => !fits(event, shapes[index]))
  if (malformed !== undefined) return refused(because('sync-facts', { type: malformed.content.type }))
  const isFenced = commit.events.some(({ content }) => work.fences.has(content.stream))
  if (isFenced) return held(because('sync-fenced'))
  const { reference } = work
  const judged = await judgeInOrder(work, commit, shapes as readonly EventShape[])
  work.reference = reference
  const lacking = isPlain(judged.outcome) ? null : await lackingGround(work, commit)
  return lacking === null ? judged : held(because('sync-ground-lacking', lacking))
}

const isPlain = (outcome: Outcome): boolean => outcome.kind === 'accepted' && outcome.moved.length === 0

/** Facts and private part are what the catalogue says; facts of an older version, once they are brought up to this one. */
function fits({ content, body, hidden }: ReceivedEvent, shape: EventShape | undefined): boolean {
  if (shape === undefined || !content.stream.startsWith(`${shape.stream}:`)) return false
  if (shape.private === null ? content.privateHash !== null : content.privateHash === null) return false
  const brought = upcast(content.type, content.version, body)
  const facts = brought.ok ? brought.value.facts : body
  return shape.facts.safeParse(facts).success && (hidden === null || shape.private?.safeParse(hidden).success === true)
}

interface Judging {
  readonly states: Map<string, CaseState>
  readonly moved: Set<string>
  /** The first answer other than "accepted". */
  stopped: Verdict | null
}

async function judgeInOrder(work: Work, commit: ReceivedCommit, shapes: readonly EventShape[]): Promise<Judged> {
  const judging: Judging = { states: new Map(), moved: new Set(), stopped: null }
  const dutyKeys: string[] = []
  for (const [index, event] of commit.events.entries()) {
    const shape = shapes[index] as EventShape
    const access = accessFor(work, event.content)
    const state = judging.states.get(event.content.stream) ?? work.states.get(event.content.stream) ?? noCase
    const ruling = ruleEvent(work, { event, shape, commit, state, access }) ?? (await ruleNamed(work, event, state))
    if (ruling?.kind === 'refused') return refused(ruling.refusal)
    if (ruling !== null) judging.stopped ??= { kind: 'held', refusal: ruling.refusal }
    if (shape.kind === 'reference') lookAhead(work, event)
    if (shape.kind !== 'case' || judging.stopped !== null) continue
    const key = dutyKeyOf(event, state)
    if (key !== null && (await isTaken(work, key))) return unmoved({ kind: 'void' })
    if (key !== null) dutyKeys.push(key)
    judgeCaseEvent(work, judging, { commit, index, state, access })
  }
  return { outcome: outcomeOf(judging), dutyKeys, states: judging.states }
}

/** Within its commit a unit's users and lists may come right behind it: an office's first commit makes its whole tree. */
function lookAhead(work: Work, { content: { id, stream, type }, body }: ReceivedEvent): void {
  const event = { id, stream, type, body, home: homeOf(work), takenAt: work.judging.now }
  work.reference = withReferenceEvents(work.reference, [event], work.reference.length)
}

const isTaken = async (work: Work, key: string): Promise<boolean> =>
  work.duties.has(key) || (await work.log.takenDuties([key])).has(key)

interface AtEvent {
  readonly commit: ReceivedCommit
  readonly index: number
  readonly state: CaseState
  readonly access: Parameters<typeof policyFor>[1]
}

function judgeCaseEvent(work: Work, judging: Judging, { commit, index, state, access }: AtEvent): void {
  const event = commit.events[index] as ReceivedEvent
  const { content } = event
  const recorded = toRecorded(content, event.body, 'accepted')
  if (recorded === null) return void (judging.stopped = { kind: 'held', refusal: because('sync-newer') })
  const office = state.kind === 'none' ? stringOr(event.body['office'], '') : state.office
  const policy = policyFor(work, access, { office, content })
  const own = commit.events.filter((other) => other.content.stream === content.stream)
  const verdict = admit(
    state,
    {
      event: recorded as unknown as Pick<CaseEvent, 'type' | 'facts'>,
      actor: recorded.actor as never,
      at: content.at,
      via: content.via,
      // Stamps stand on the first event of a commit and hold for all of it.
      expects: own[0]?.content.expects ?? {},
      sameCommit: commit.events.slice(0, index).map((earlier) => earlier.content.id),
    },
    policy,
  )
  if (verdict.kind !== 'accepted') return void (judging.stopped = verdict)
  for (const fact of verdict.moved) judging.moved.add(fact)
  judging.states.set(content.stream, evolve(state, recorded, caseIdOf(content.stream)))
}

function outcomeOf({ stopped, moved }: Judging): Outcome {
  if (stopped === null) return { kind: 'accepted', moved: [...moved] }
  switch (stopped.kind) {
    case 'accepted':
      return { kind: 'accepted', moved: [...moved] }
    case 'conflict':
      return { kind: 'conflict', facts: [...stopped.facts] }
    case 'held':
      return held(stopped.refusal).outcome
    case 'refused':
      return refused(stopped.refusal).outcome
    case 'void':
      return { kind: 'void' }
    default:
      return assertNever(stopped)
  }
}
