import type { Label } from '#shared/domain/access/events.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { entryElsewhere } from '#shared/wording/of-elsewhere.ts'

interface Called {
  readonly code: string
  readonly labels: Label
}

/** Of one list the entries of this office, and those of others that are here. */
interface KnownList {
  readonly list: ListName
  readonly entries: readonly Called[]
  readonly elsewhere: readonly Called[]
}

/**
 * In: the lists of this machine, undefined until they are known. Out: what an entry is called, by this office's list or by
 * another's that is here, else that it is of elsewhere; nothing is of elsewhere before it is known what is here.
 */
export function entryWords(lists: readonly KnownList[] | undefined): (list: ListName, code: string) => Label {
  if (lists === undefined) return (_list, code) => ({ ar: code, en: code })
  const labels = new Map(
    lists.flatMap(({ list, entries, elsewhere }) =>
      [...elsewhere, ...entries].map((entry) => [`${list}:${entry.code}`, entry.labels] as const),
    ),
  )
  return (list, code) => labels.get(`${list}:${code}`) ?? entryElsewhere(code)
}
