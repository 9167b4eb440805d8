/**
 * Where a person stands follows from the cases that name him: openly, strictly, or disclosed to departments. No event of
 * his own stream says so, so it is noted there, and moves with the case (R-08, R-09, B-17).
 */
import { excludedUnits } from '#shared/domain/case/complained-about.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { rowOf } from './load-streams.ts'
import { notedOwner, notingCase } from './notes.ts'
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
  const about = excludedUnits(state).map((unit) => `not:${state.id}/${unit}`)
  return { person: stream, words: [`case:${state.id}`, atNote(state), ...about, ...disclosed].toSorted() }
}

/** Whoever has a case of his has him (G-07), by a move or by registering it: nobody there could write to him otherwise. */
const atNote = ({ id, office }: CaseState & { readonly kind: 'case' }): string => `at:${id}/${office}`

/** In: a case before and after a commit. Out: people of whom it says something else now. */
export function peopleMoved(before: CaseState, after: CaseState): readonly string[] {
  const [was, is] = [saidBy(before), saidBy(after)]
  // What an earlier program noted of a case about an employee says nothing of his unit: it is said again.
  const isAbout = is.words.some((word) => word.startsWith('not:'))
  if (!isAbout && was.person === is.person && was.words.join(' ') === is.words.join(' ')) return []
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
    const words = person === is.person ? is.words : []
    // With the unit whose record he is he stands anyhow.
    const own = `at:${id}/${notedOwner(row.notes) ?? ''}`
    const said = words.filter((word) => word !== own)
    setRow(work, { ...row, notes: notingCase(row.notes, id, said) })
  }
}
