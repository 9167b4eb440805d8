import { phoneForm } from './phone-form.ts'
import type { TestOffice } from './test-office.ts'

export interface Registered {
  readonly case: string
  readonly reference: string
}

export const registerCase = (office: TestOffice, change: Readonly<Record<string, unknown>> = {}): Promise<Registered> =>
  office.call<Registered>('intake.register', phoneForm(change))

/** A case that admin alone may open. */
export async function strictCase(
  office: TestOffice,
  change: Readonly<Record<string, unknown>> = {},
): Promise<Registered> {
  const registered = await registerCase(office, change)
  const { user } = await office.call<{ user: { id: string } }>('session.me')
  await office.call('triage.setConfidentiality', {
    case: registered.reference,
    level: 'strict',
    users: [user.id],
    note: '',
  })
  return registered
}
