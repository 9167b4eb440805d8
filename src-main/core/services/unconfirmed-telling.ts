import { because } from '#shared/domain/case/because.ts'
import type { CaseCommand } from '#shared/domain/case/commands.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { identityMarks } from '#shared/domain/person/identity-marks.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { readPersonRow } from './persons.ts'
import { maySeeIdentity } from './visibility.ts'

interface ToldText {
  readonly text: string
  readonly tells?: 'confirmed' | undefined
}

interface Asked {
  readonly db: ReadableDb
  readonly state: Case
  readonly command: CaseCommand
}

/**
 * In: what the team sends to a department. Out: the refusal where a text tells, or may tell, who complained and nobody
 * confirmed that it is sent so; whichever way the command came. Whoever may not know the complainant is asked by what
 * looks like a number or an address.
 */
export function unconfirmedTelling(office: Office, caller: Caller, { db, state, command }: Asked): Refusal | null {
  const texts = textsIn(command).filter(({ tells }) => tells === undefined)
  if (texts.length === 0 || !caller.rights.has('refer')) return null
  const id = state.complainant?.person ?? null
  const person = id !== null && maySeeIdentity(office, caller) ? readPersonRow(db, id) : null
  const places = texts.flatMap(({ text }) =>
    identityMarks(text, person?.details ?? null).map(({ from, to }) => text.slice(from, to)),
  )
  return places.length === 0 ? null : because('text-tells-complainant', { places: [...new Set(places)].join('، ') })
}

function textsIn({ kind, input }: CaseCommand): readonly ToldText[] {
  switch (kind) {
    case 'refer':
      return input.referrals
    case 'ask_clarification':
    case 'answer_clarification':
    case 'ask_directorate':
      return [input]
    case 'cancel_referral':
    case 'waive_referral':
    case 'remind':
      return [{ ...input, text: input.note }]
    default:
      return []
  }
}
