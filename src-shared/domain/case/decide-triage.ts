import type { UnitId } from '#shared/domain/access/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { isAboutRemit } from '#shared/domain/lists/is-about-remit.ts'
import { ok } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { isComplainedAbout } from './complained-about.ts'
import type { DecideContext } from './context.ts'
import { classOf, duesAsClass, duesWithoutAbsence, waited } from './deadlines.ts'
import { given, happened, inList, isAhead, takenBack, typeWrong, unless } from './decide-checks.ts'
import type { Deciders, InputOf } from './decider.ts'
import type { CaseFacts } from './events.ts'
import { made } from './made.ts'
import { priorityFor } from './priority.ts'
import { currentCycle, isReachable } from './reading.ts'
import { separated } from './separation.ts'
import type { Case } from './state.ts'

type TriageCommand =
  | 'retype'
  | 'accept'
  | 'reject'
  | 'record_rejection_sent'
  | 'file'
  | 'withdraw'
  | 'classify'
  | 'assign'
  | 'move_to_unit'
  | 'transfer_external'
  | 'follow_up_external'
  | 'confirm_external'

export const triageDeciders: Deciders<TriageCommand> = {
  /** Within remit and admissible (L-02, L-03). */
  accept: (state, _input, context) =>
    ok([made('accepted', { waited: waited(context.clock, state.receivedAt, context.now) }, null)]),
  reject: (state, { note, ...ending }, context) => {
    const { reason } = ending
    return unless(
      [
        endsByRemit(state, context, { list: 'reject_reasons', ...ending }),
        inList(context, 'reject_reasons', [reason]),
        given(note),
      ],
      [
        made(
          'rejected',
          {
            reason,
            withinRemit: true,
            waited: waited(context.clock, state.receivedAt, context.now),
            toNotify: isReachable(state.complainant),
          },
          { text: note },
        ),
      ],
    )
  },
  record_rejection_sent: (state, { note, ...facts }, context) =>
    unless(
      [happened(context, facts.sentAt, state.exit?.at ?? state.receivedAt)],
      [made('rejection_notified', facts, { text: note })],
    ),
  file: (state, { note, ...ending }, context) => {
    const { reason } = ending
    return unless(
      [endsByRemit(state, context, { list: 'file_reasons', ...ending }), inList(context, 'file_reasons', [reason])],
      [...takenBack(currentCycle(state)), made('filed', { reason, withinRemit: true }, { text: note })],
    )
  },
  withdraw: (state, { note }) => ok([...takenBack(currentCycle(state)), made('withdrawn', {}, { text: note })]),
  classify,
  retype: (state, { to, toEntry, note }, context) => {
    const dues = duesAsClass(context, currentCycle(state), classOf(state, to))
    const named = toEntry === null || toEntry === (to as string) ? {} : { toEntry }
    return unless(
      [typeWrong(context, to, toEntry)],
      [made('retyped', { from: state.type, to, ...named, ...dues }, { text: note })],
    )
  },
  assign,
  move_to_unit: (state, { unit, note }, context) =>
    unless(
      [moveWrong(state, unit, context)],
      [made('moved_to_unit', { from: state.office, to: unit }, { text: note })],
    ),
  transfer_external: (state, { note, ...facts }, context) =>
    unless(
      [
        inList(context, 'external_bodies', [facts.body]),
        happened(context, facts.transferredAt, state.receivedAt),
        isAhead(context, facts.followUpAt),
      ],
      [...takenBack(currentCycle(state)), made('external_transferred', facts, { text: note })],
    ),
  follow_up_external: (_state, { followUpAt, note }, context) =>
    unless([isAhead(context, followUpAt)], [made('external_followed_up', { followUpAt }, { text: note })]),
  confirm_external: (state, { note, ...facts }, context) => {
    const dues = facts.solved ? {} : duesWithoutAbsence(context, state)
    return ok([made('external_confirmed', { ...facts, ...dues }, { text: note })])
  },
}

/**
 * Out of remit is answered by a transfer, never by a bare end (L-02, B-25): by what was said of it, and by the reason. It must
 * be said, but of a case that was accepted, as within the remit, before.
 */
function endsByRemit(
  { decision }: Case,
  { lists }: DecideContext,
  { list, reason, withinRemit }: Omit<InputOf<'reject'>, 'note'> & { readonly list: ListName },
): Refusal | null {
  const isOutside = withinRemit === false || isAboutRemit(reason, lists.labelsOf(list, reason))
  if (isOutside) return because('remit-needs-transfer')
  return withinRemit === undefined && decision.kind === 'undecided' ? because('remit-undecided') : null
}

function classify(
  state: Case,
  input: InputOf<'classify'>,
  context: DecideContext,
): ReturnType<Deciders<'classify'>['classify']> {
  const cycle = currentCycle(state)
  const computed = priorityFor(context.priorities, input.importance, input.complexity)
  const isOverridden = input.priority !== null && input.priority !== computed
  const facts: CaseFacts<'classified'> = {
    service: input.service,
    complexity: input.complexity,
    importance: input.importance,
    procedure: input.procedure,
    priority: input.priority ?? computed,
    priorityOverridden: isOverridden,
    fcrPossible: input.service !== null && context.lists.isFcrPossible(input.service),
    services: context.lists.version('services'),
    ...duesAsClass(context, cycle, { type: state.type, complexity: input.complexity, service: input.service }),
  }
  const isSecondLook = cycle.classification !== null && cycle.classification.by !== context.actor.user
  return unless(
    [
      inList(context, 'services', [input.service]),
      importanceWrong(cycle.classification?.importance ?? null, input, context),
      isOverridden && input.priorityReason.trim() === '' ? because('priority-needs-reason') : null,
    ],
    [
      made(isSecondLook ? 'class_corrected' : 'classified', facts, {
        importance: input.importanceReason,
        priority: input.priorityReason,
      }),
    ],
  )
}

/** Importance is set by the specialised team, with a reason when high and for any change (L-07). Medium until somebody set it. */
function importanceWrong(before: string | null, input: InputOf<'classify'>, context: DecideContext): Refusal | null {
  const isChange = before !== null && before !== input.importance
  const isSet = isChange || (before === null && input.importance !== 'medium')
  if (isSet && !context.actor.rights.includes('set_importance'))
    return because('not-allowed', { right: 'set_importance' })
  const needsReason = isChange || (isSet && input.importance === 'high')
  return needsReason && given(input.importanceReason) !== null ? because('importance-needs-reason') : null
}

function assign(
  state: Case,
  { user, exceptionReason, onlyIfFree }: InputOf<'assign'>,
  context: DecideContext,
): ReturnType<Deciders<'assign'>['assign']> {
  const { excluded, handler } = currentCycle(state)
  if (onlyIfFree === true && handler !== null && handler.user !== user)
    return { ok: false, refusal: because('case-has-handler') }
  const unit = context.units.unitOf(user)
  if (unit === null || !context.othersWithRight('draft_reply', []).includes(user)) {
    return { ok: false, refusal: because('handler-unsuitable', { user }) }
  }
  if (isComplainedAbout(state, { unit, staffId: context.units.staffIdOf(user) }))
    return { ok: false, refusal: because('handler-complained-about') }
  const marks = separated(
    state,
    { rule: 'new_staff', right: 'draft_reply', excluded, person: user, reason: exceptionReason },
    context,
  )
  return marks.ok ? ok([...marks.value, made('assigned', { user, unit }, null)]) : marks
}

/**
 * A case goes up or down its line of units; to another line it is sent by whoever stands above both (G-07). Of one that is
 * strictly confidential somebody named must be there. Refuses `unit-unknown`, `move-out-of-line`, `named-users-cannot-work`.
 */
function moveWrong(state: Case, to: UnitId, { units, actor }: DecideContext): Refusal | null {
  if (!units.isActiveOffice(to)) return because('unit-unknown', { unit: to })
  const isInLine = units.isOver(to, state.office) || units.isOver(state.office, to)
  const isFromAbove = units.isOver(actor.unit, state.office) && units.isOver(actor.unit, to)
  if (!isInLine && !isFromAbove) return because('move-out-of-line')
  const isOrphaned = state.confidentiality === 'strict' && !state.namedUsers.some((user) => units.unitOf(user) === to)
  return isOrphaned ? because('named-users-cannot-work') : null
}
