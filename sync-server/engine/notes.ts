/**
 * What the engine notes about a stream beside its events, in short words, because no event of that stream says it:
 * `owner:<unit>` (people, machines' audit, names without owner), `reference`, `open` (cases in work), and of a person
 * `case:<id>` or `strict:<id>` for each case that names him, `at:<case>/<unit>` where that is not his owner, `not:<case>/<unit>` where it
 * is about somebody of that unit, `disclosed:<case>/<department>`; `forgotten` once he is.
 *
 * Rows that are no streams carry notes too, so that they are held like one: `!device:<id>` the last rights event that the
 * device confirmed, `!named:<user>` the strict cases that name a user, with their changes counted in its length,
 * `!narrowed:<feed>` counts in its length, `!reference` has `taken:<commit>/<time>` for what was held before it was taken.
 */
export type Notes = readonly string[]

export const openNote = 'open'
/** Something on the case can fall due by itself. */
export const dueNote = 'due'
export const referenceNote = 'reference'
export const forgottenNote = 'forgotten'

export const deviceRow = (device: string): string => `!device:${device}`
export const namedRow = (user: string): string => `!named:${user}`
export const narrowedRow = (feed: string): string => `!narrowed:${feed}`

const rights = 'rights:'

export const rightsNote = (event: string): string => `${rights}${event}`

/** The rights event that a device confirmed; empty before it did. */
export const notedRights = (notes: Notes): string =>
  notes.find((note) => note.startsWith(rights))?.slice(rights.length) ?? ''

const taken = 'taken:'

/** That a commit, which had been held, was taken then. */
export const takenNote = (commit: string, at: string): string => `${taken}${commit}/${at}`

/** Commit → when it was taken, of those that came earlier. */
export const notedTakings = (notes: Notes): ReadonlyMap<string, string> =>
  new Map(
    notes
      .filter((note) => note.startsWith(taken))
      .map((note) => note.slice(taken.length).split('/') as [string, string]),
  )

const owner = 'owner:'

export const ownerNote = (unit: string): string => `${owner}${unit}`

export function notedOwner(notes: Notes): string | null {
  return notes.find((note) => note.startsWith(owner))?.slice(owner.length) ?? null
}

/** In: notes, a word, whether it is to stand. Out: the notes, the same ones where nothing changes. */
export function noting(notes: Notes, word: string, isSaid: boolean): Notes {
  if (notes.includes(word) === isSaid) return notes
  return isSaid ? [...notes, word].toSorted() : notes.filter((note) => note !== word)
}

/** What a person's notes say about one case, in place of what they said before. */
export function notingCase(notes: Notes, id: string, words: readonly string[]): Notes {
  const others = notes.filter((note) => note !== `case:${id}` && note !== `strict:${id}` && !isOfCase(note, id))
  return [...others, ...words].toSorted()
}

const isOfCase = (note: string, id: string): boolean =>
  ['disclosed', 'at', 'not'].some((said) => note.startsWith(`${said}:${id}/`))

const unitIn = (said: string): string => said.slice(said.indexOf('/') + 1)

/**
 * Ids of the strict cases that name a person, whether others do, the units that open cases of his stand with, the
 * departments he is disclosed to, and the units about whose people every case is that names him openly (G-05).
 */
export function readPersonNotes(notes: Notes): {
  readonly strict: readonly string[]
  readonly hasOpenly: boolean
  readonly moved: readonly string[]
  readonly departments: readonly string[]
  readonly excluded: readonly string[]
} {
  const after = (prefix: string): readonly string[] =>
    notes.filter((note) => note.startsWith(prefix)).map((note) => note.slice(prefix.length))
  const [openly, about] = [after('case:').length, after('not:').map(unitIn)]
  return {
    strict: after('strict:'),
    hasOpenly: openly > 0,
    moved: after('at:').map(unitIn),
    departments: after('disclosed:').map(unitIn),
    excluded: about.filter((unit) => about.filter((each) => each === unit).length === openly),
  }
}
