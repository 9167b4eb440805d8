import { useEffect } from 'react'
import { api } from '#renderer/client/core.ts'
import { refusalCode } from '#renderer/client/errors.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useIntake } from './intake-store.ts'

/** Whoever was taken into the form and is forgotten meanwhile leaves it (S19). */
export function useForgotten(): void {
  const known = useIntake(({ form }) => form.known)
  const { error } = useCoreQuery(api.people.get.queryOptions({ input: { id: known?.id ?? '' } }), {
    enabled: known !== null,
  })
  const isGone = known !== null && error !== null && refusalCode(error) === 'person-forgotten'
  useEffect(() => {
    if (isGone) useIntake.getState().forget()
  }, [isGone])
}
