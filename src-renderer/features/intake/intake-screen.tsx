import { useEffect } from 'react'
import { useSession } from '#renderer/parts/session.tsx'
import { useIntake } from './intake-store.ts'
import { IntakeForm } from './intake-form-view.tsx'
import { RegisteredPanel } from './registered-panel.tsx'

/** Registration at the desk: the form, and after saving the number. */
export function IntakeScreen() {
  const { session } = useSession()
  const begin = useIntake((state) => state.begin)
  const user = useIntake((state) => state.user)
  const draft = useIntake((state) => state.draft)
  const finished = useIntake((state) => state.finished)
  useEffect(() => begin(session.user.id, session.format.country), [begin, session])
  if (user !== session.user.id) return null
  return finished === null ? <IntakeForm key={draft} /> : <RegisteredPanel finished={finished} />
}
