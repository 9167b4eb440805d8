import type { UserId } from '#shared/domain/access/events.ts'
import { ok } from '#shared/lib/result.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import { inList, unless } from './decide-checks.ts'
import { complainantWrong, filesAdded } from './decide-register.ts'
import type { Deciders } from './decider.ts'
import { made } from './made.ts'

type DeskCommand =
  | 'change_details'
  | 'describe'
  | 'set_complainant'
  | 'verify_identity'
  | 'tell_number'
  | 'add_note'
  | 'add_files'
  | 'record_contact'
  | 'set_confidentiality'

/** What the desk adds to a registered case. */
export const deskDeciders: Deciders<DeskCommand> = {
  change_details: (_state, input, context) =>
    unless(
      [
        inList(context, 'subjects', input.subjects),
        inList(context, 'causes', [input.cause]),
        inList(context, 'complainant_kinds', [input.complainantKind]),
      ],
      [made('details_changed', input, null)],
    ),
  describe: (_state, { subject, text, language }) =>
    ok([made('described', { language }, { subject, text, senderLetter: null, remedySought: '' })]),
  set_complainant: (state, input, context) =>
    unless(
      [complainantWrong({ type: state.type, complainant: input }, context)],
      [made('complainant_set', input, null)],
    ),
  verify_identity: (_state, { state: verified, note }) =>
    ok([made('identity_verified', { state: verified }, { text: note })]),
  tell_number: (_state, { how }) => ok([made(how === 'printed' ? 'receipt_printed' : 'number_told', {}, null)]),
  add_note: (_state, { text }) => ok([made('note_added', {}, { text })]),
  add_files: (_state, { files, original }) => ok(filesAdded(files, original)),
  record_contact: (_state, { channel, purpose, note }, context) =>
    unless([inList(context, 'channels', [channel])], [made('inbound_contact', { channel, purpose }, { text: note })]),
  set_confidentiality: (_state, { level, users, note }, context) =>
    unless(
      [level === 'strict' ? namedWrong(users, context) : null],
      [made('confidentiality_set', { level, users }, { text: note })],
    ),
}

/** Whoever is named must be able to open the case, and one of them to take it further: else it is lost to all. */
function namedWrong(users: readonly UserId[], context: DecideContext): Refusal | null {
  if (users.length === 0) return because('named-users-missing')
  const unknown = users.find((user) => !context.units.isActiveUser(user))
  if (unknown !== undefined) return because('named-user-unknown', { user: unknown })
  const triage = context.othersWithRight('triage', [])
  const isKept = users.some((user) => user === context.actor.user || triage.includes(user))
  return isKept ? null : because('named-users-cannot-work')
}
