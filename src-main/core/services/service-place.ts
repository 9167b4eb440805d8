import { because } from '#shared/domain/case/because.ts'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import type { Refusal } from '#shared/lib/result.ts'

/**
 * In: an entry that is to be set, the entries of its list by code. Out: the refusal where the tree of services would be no
 * tree of two levels any more: the two roots stay, and whatever else is stands below one of them (L-04).
 */
export function servicePlace(
  { list, code, attributes }: Pick<EntrySet, 'list' | 'code' | 'attributes'>,
  entries: ReadonlyMap<string, EntrySet>,
): Refusal | null {
  if (list !== 'services') return null
  const isRoot = (entry: EntrySet | undefined): boolean => entry?.attributes.parent === null
  const { parent } = attributes
  const isInPlace = isRoot(entries.get(code)) ? parent === null : parent !== null && isRoot(entries.get(parent))
  return isInPlace ? null : because('service-place')
}
