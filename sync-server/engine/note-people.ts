/**
 * Where a person stands follows from the cases that name him: openly, strictly, or disclosed to departments. No event of
 * his own stream says so, so it is noted there, and moves with the case (R-08, R-09, B-17).
 */
import type { CaseState } from '#shared/domain/case/state.ts'
import { rowOf } from './load-streams.ts'
import { notingCase } from './notes.ts'
import { disclosedTo } from './stream-members.ts'
import { setRow } from './work.ts'
import type { Work } from './work.ts'

/** What a case says of its complainant. */
interface Said {
  readonly person: string | null
  readonly words: readonly string[]
}

function saidBy(state: CaseState): Said {
  const person = state.kind === 'none' ? null : (state.complainant?.person ?? null)
  if (state.kind === 'none' || person === null) return { person: null, words: [] }
  const stream = `person:${person}`
  if (state.confidentiality === 'strict') return { person: stream, words: [`strict:${state.id}`] }
  const disclosed = disclosedTo(state).map((department) => `disclosed:${state.id}/${department}`)
  // A case that was given to another unit takes its complainant along (G-07): nobody there could write to him otherwise.
  const at = state.kind === 'case' && state.moves.length > 0 ? [`at:${state.id}/${state.office}`] : []
  return { person: stream, words: [`case:${state.id}`, ...at, ...disclosed].toSorted() }
}

/** In: a case before and after a commit. Out: people of whom it says something else now. */
export function peopleMoved(before: CaseState, after: CaseState): readonly string[] {
  const [was, is] = [saidBy(before), saidBy(after)]
  if (was.person === is.person && was.words.join(' ') === is.words.join(' ')) return []
  return [was.person, is.person].filter((person) => person !== null)
}

/** Notes what a case says now with people whom it moved, whose streams are held. */
export function notePeople(
  work: Work,
  people: readonly string[],
  { id, state }: { readonly id: string; readonly state: CaseState },
): void {
  const is = saidBy(state)
  for (const person of people) {
    const row = rowOf(work, person)
    setRow(work, { ...row, notes: notingCase(row.notes, id, person === is.person ? is.words : []) })
  }
}
