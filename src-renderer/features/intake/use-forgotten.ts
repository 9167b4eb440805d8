import { useEffect, useState } from 'react'
import { api } from '#renderer/client/core.ts'
import { refusalCode } from '#renderer/client/errors.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { emptyPerson } from '#renderer/parts/person-draft.ts'
import { useIntake } from './intake-store.ts'

/** Whoever was taken into the form and is forgotten meanwhile leaves it (S19). Out: whether that is still to be said. */
export function useForgotten(): boolean {
  const known = useIntake(({ form }) => form.known)
  const { error } = useCoreQuery(api.people.get.queryOptions({ input: { id: known?.id ?? '' } }), {
    enabled: known !== null,
  })
  const isGone = known !== null && error !== null && refusalCode(error) === 'not-found'
  const [said, setSaid] = useState(false)
  useEffect(() => {
    if (!isGone) return
    const { change, country } = useIntake.getState()
    change({ known: null, editing: false, key: '', person: emptyPerson(country) })
    setSaid(true)
  }, [isGone])
  return said && known === null
}
