import type { ReferralView, RungView } from '#shared/contract/desktop/views.ts'
import type { SenderLetter } from '#shared/domain/case/event-parts.ts'
import type { Case, Referral } from '#shared/domain/case/state.ts'
import { momentOf } from '#shared/domain/duties/rung-moment.ts'
import { stringOr } from '#shared/lib/string-or.ts'
import { doesStand } from '#shared/domain/case/does-stand.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { namedUser } from './case-lines.ts'
import type { Office } from './office.ts'
import { answersItself } from './receivers.ts'
import { calendarOf, officeData, unitLabel } from './reference-data.ts'

const referralMessages = [
  'ref_returned',
  'ref_cancelled',
  'ref_waived',
  'clarification_asked',
  'clarification_answered',
  'directorate_asked',
  'directorate_answered',
  'reminder_sent',
]

interface Told {
  readonly state: Case
  readonly history: readonly RecordedEvent[]
}

/** The referrals the caller may see, with their texts and the ladder they climb: a department its own only. */
export function referralViews(office: Office, caller: Caller, { state, history }: Told): ReferralView[] {
  const all = state.cycles.flatMap((cycle) => cycle.referrals)
  const isOutside = isDepartmentOnly(office, caller)
  const seen = isOutside ? all.filter((referral) => referral.department === caller.user.unit) : all
  return seen.map((referral) => {
    const events = history.filter((event) => event.facts['referral'] === referral.id)
    const referred = events.find((event) => event.type === 'referred')
    const sent = referred?.private
    const place = events.findLastIndex((event) => event.type === 'ref_replied' && doesStand(event))
    const reply = events[place]?.private
    return {
      id: referral.id,
      department: { id: referral.department, name: unitLabel(office.reference, referral.department) },
      answersItself: referral.department !== caller.user.unit && answersItself(office, state, referral.department),
      told: isOutside ? null : toldBy(office, referred),
      text: stringOr(sent?.['text'], ''),
      files: (sent?.['files'] ?? []) as string[],
      reply:
        reply === undefined || reply === null
          ? null
          : {
              text: stringOr(reply['text'], ''),
              files: (reply['files'] ?? []) as string[],
              senderLetter: (reply['senderLetter'] ?? null) as SenderLetter | null,
              said: [reply, ...answersOf(events.slice(place + 1))].map((of) => stringOr(of['text'], '')),
            },
      messages: events
        .filter((event) => referralMessages.includes(event.type))
        .map((event) => ({
          isAfterReply: place >= 0 && events.indexOf(event) > place,
          at: event.at,
          by: namedUser(office.reference, event.actor),
          kind: event.type,
          text: stringOr(event.private?.['text'], ''),
        })),
      ladder: referral.endedAt === null ? ladderOf(office, state, referral) : [],
    }
  })
}

function toldBy({ reference }: Office, referred: RecordedEvent | undefined): ReferralView['told'] {
  const users = referred?.facts['users'] as readonly string[] | undefined
  return users?.map((user) => namedUser(reference, user)) ?? null
}

const answersOf = (events: readonly RecordedEvent[]) =>
  events
    .filter(({ type, facts }) => type === 'clarification_answered' && facts['by'] === 'department')
    .flatMap((event) => (event.private === null ? [] : [event.private]))

/** Every rung, when it falls due as the referral stands, and whether it was climbed (E-01 to E-04). */
function ladderOf(office: Office, state: Case, referral: Referral): readonly RungView[] {
  const { reference } = office
  const { compiled } = calendarOf(reference, referral.department)
  return officeData(reference, state.office).ladder.rungs.map(({ rung, moment, groups }) => ({
    rung,
    at: momentOf(compiled, referral, moment),
    groups,
    climbed: referral.climbed.includes(rung),
  }))
}
