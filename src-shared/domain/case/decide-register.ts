import { refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import { openingDue, waited } from './deadlines.ts'
import { inList, typeWrong, unless } from './decide-checks.ts'
import type { InputOf } from './decider.ts'
import type { CaseEvent } from './events.ts'
import { made } from './made.ts'
import { namedWith, namedWrong } from './named-users.ts'
import { mayGoUnverified, needsNoIdentity } from './reading.ts'
import type { Case } from './state.ts'

type Registration = InputOf<'register'>

/**
 * Registers what was received (R-01, C-07, T-01 to T-09). The clock starts at receipt (W3); the channel plays no part
 * in it (C-03). A complaint may be saved without a subject and then stays in registration (T-02).
 */
export function decideRegister(input: Registration, context: DecideContext): Result<readonly CaseEvent[]> {
  if (context.reference === null) return refuse('case-reference-missing')
  return unless(
    [
      input.receivedAt > context.now ? because('time-in-future', { at: input.receivedAt }) : null,
      typeWrong(context, input.type, input.typeEntry),
      inList(context, 'channels', [input.channel]),
      inList(context, 'subjects', input.subjects),
      inList(context, 'causes', [input.cause]),
      inList(context, 'complainant_kinds', [input.complainantKind]),
      complainantWrong(input, context),
      proofWrong(input, input.verification),
      numberUntold(input),
      input.confidentiality === 'strict' ? namedWrong(namedOf(input, context), context) : null,
    ],
    [...registration(input, context, context.reference), ...besides(input, context)],
  )
}

/** Who complains must be named or expressly not named; media coverage needs nobody (M-05, T-03). */
export function complainantWrong(
  input: Pick<Registration, 'type' | 'complainant'>,
  context: DecideContext,
): Refusal | null {
  const { person, anonymous, governorate } = input.complainant
  if (anonymous && person !== null) return because('complainant-anonymous')
  if (!anonymous && person === null && input.type !== 'media') return because('complainant-missing')
  return inList(context, 'governorates', [governorate])
}

/**
 * Who is named in a complaint is not said to need no proof. Asked where it is said and not where it arrives: what an
 * earlier program let the desk say stands in registrations, whose numbers were given, and passes for nothing.
 */
export const proofWrong = (
  about: Pick<Case, 'type' | 'complainant'>,
  verification: Registration['verification'],
): Refusal | null =>
  verification === 'not_required' && !mayGoUnverified(about) ? because('verification-needed') : null

/** At the desk, without mobile and e-mail, the number is printed or told before the form is left. */
function numberUntold({ type, source, complainant, numberTold }: Registration): Refusal | null {
  if (type === 'media' || source !== 'staff') return null
  const isReached = complainant.contactableBy.includes('sms') || complainant.contactableBy.includes('email')
  return isReached || numberTold === 'printed' || numberTold === 'told' ? null : because('number-not-told')
}

function registration(input: Registration, context: DecideContext, reference: string): readonly CaseEvent[] {
  const {
    receivedAt,
    stampedBy,
    channel,
    form,
    pages,
    type,
    subjects,
    cause,
    complainantKind,
    confidentiality,
    source,
  } = input
  const classes = { type, ...entryOf(input), subjects, cause, complainantKind, confidentiality, source }
  return [
    made('received', { receivedAt, stampedBy, channel, form, pages }, null),
    made(
      'registered',
      {
        ...classes,
        reference,
        office: context.actor.unit,
        practice: context.practice,
        waited: waited(context.clock, receivedAt, context.now),
        due: openingDue(context, receivedAt, { type, complexity: null, service: null }),
      },
      null,
    ),
    made(
      'described',
      { language: input.textLanguage },
      { subject: input.subject, text: input.text, senderLetter: input.senderLetter, remedySought: input.remedySought },
    ),
    made('complainant_set', input.complainant, null),
  ]
}

/** The type's own entry is not told: it is what is meant where none is. */
const entryOf = ({ type, typeEntry }: Registration) =>
  typeEntry === null || typeEntry === (type as string) ? {} : { typeEntry }

function besides(input: Registration, context: DecideContext): readonly CaseEvent[] {
  const verification = needsNoIdentity(input) ? 'not_required' : input.verification
  return [
    ...(verification === null ? [] : [made('identity_verified', { state: verification }, { text: '' })]),
    ...(input.confidentiality === 'strict'
      ? [made('confidentiality_set', { level: 'strict', users: namedOf(input, context) }, { text: '' })]
      : []),
    ...filesAdded(input.files, true),
    // A receipt has a number to print from now on: that it was printed is recorded when it is.
    ...(input.numberTold === 'told' ? [made('number_told', {}, null)] : []),
    ...(input.session === null
      ? []
      : [made('session_started', { session: input.session, channel: input.channel }, null)]),
  ]
}

const namedOf = (input: Registration, context: DecideContext) => namedWith(context.actor.user, input.namedUsers)

/** Files as events; their names and keys are private. */
export function filesAdded(files: Registration['files'], original: boolean): readonly CaseEvent[] {
  return files.map(({ name, key, ...facts }) => made('file_added', { ...facts, original }, { name, key }))
}
