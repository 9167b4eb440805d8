import { ok } from '#shared/lib/result.ts'
import { because } from './because.ts'
import { inList, unless } from './decide-checks.ts'
import { complainantWrong, filesAdded, proofWrong } from './decide-register.ts'
import type { Deciders } from './decider.ts'
import { made } from './made.ts'
import { namedWrong } from './named-users.ts'

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
  | 'set_complained_about'
  | 'settle_conflict'

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
  describe: (_state, { subject, text, language }) => ok([made('described', { language }, { subject, text })]),
  set_complainant: (state, input, context) =>
    unless(
      [complainantWrong({ type: state.type, complainant: input }, context)],
      [made('complainant_set', input, null)],
    ),
  verify_identity: (state, { state: verified, note }) =>
    unless([proofWrong(state, verified)], [made('identity_verified', { state: verified }, { text: note })]),
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
  set_complained_about: (_state, { employees, note }, context) => {
    const unknown = employees.find(({ unit }) => !context.units.isActive(unit))
    return unless(
      [unknown === undefined ? null : because('unit-unknown', { unit: unknown.unit })],
      [made('complained_about', { employees }, { text: note })],
    )
  },
  settle_conflict: (_state, { event, choice, note }) =>
    ok([made('conflict_settled', { event, choice }, { text: note })]),
}
