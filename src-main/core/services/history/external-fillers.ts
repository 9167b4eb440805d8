import { duesWithoutAbsence } from '#shared/domain/case/deadlines.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import { note } from './row-parts.ts'
import type { Filler, RowPlace } from './row-parts.ts'

const lookedAtAgain = ({ context, row }: RowPlace) => addWorkingDays(context.clock.calendar, row.at, 10)

/** What a line of an old register leaves out of a transfer to another body. */
export const externalFillers: Partial<Readonly<Record<CaseEventType, Filler>>> = {
  external_transferred: (place) => ({
    body: 'other_body',
    transferredAt: place.row.at,
    externalReference: null,
    contactGiven: true,
    followUpAt: lookedAtAgain(place),
    ...note(place),
  }),
  external_followed_up: (place) => ({
    followUpAt: lookedAtAgain(place),
    ...note(place),
  }),
  external_confirmed: (place, state) => ({
    solved: true,
    contactRating: null,
    ...(place.row.fields['solved'] === false ? duesWithoutAbsence(place.context, state) : {}),
    ...note(place),
  }),
}
