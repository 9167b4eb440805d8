import { useEffect, useRef, useState } from 'react'
import { CaseFilter } from '#shared/contract/desktop/cases.ts'
import { paths } from '#renderer/parts/paths.ts'
import { useDebounced } from '#renderer/parts/use-debounced.ts'
import { replacePlace } from '#renderer/ui/navigation.ts'

const none: CaseFilter = {}

/** Out: the conditions that an address names; none where they cannot be read. */
export function filterIn(place: URLSearchParams): CaseFilter {
  try {
    return CaseFilter.catch(none).parse(JSON.parse(place.get('filter') ?? '{}'))
  } catch {
    return none
  }
}

/**
 * What is looked for. It stands in the address of the screen, so that whoever goes to a case and back finds it as he
 * left it; the search of the frame may ask anew while the screen is open.
 */
export function useAsked(place: URLSearchParams) {
  const [text, setText] = useState(place.get('text') ?? '')
  const [filter, setFilter] = useState(() => filterIn(place))
  const rested = useDebounced(text, 150)
  const own = useRef(paths.search(text, filter))
  const given = paths.search(place.get('text') ?? '', filterIn(place))
  useEffect(() => {
    if (given === own.current) return
    own.current = given
    setText(place.get('text') ?? '')
    setFilter(filterIn(place))
  }, [given, place])
  useEffect(() => {
    const href = paths.search(rested, filter)
    if (href === own.current || rested !== text) return
    own.current = href
    replacePlace(href)
  }, [rested, text, filter])
  return { text, setText, filter, setFilter, asked: { text: rested.trim(), filter } }
}
