/** Policies of a transaction, made once for all events that rest on the same: a push has thousands of them. */
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { AdmitPolicy } from '#shared/domain/case/admit.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { admitPolicy, judgedAccess } from './policy.ts'
import type { Work } from './work.ts'

/** Units, users and groups that an event is judged by. */
export function accessFor(work: Work, content: EnvelopeContent): AccessState {
  forgetOlder(work)
  const key = `${content.actor} ${content.rights}`
  const known = work.access.get(key)
  if (known !== undefined) return known
  const access = judgedAccess(work.reference, work.judging, content)
  work.access.set(key, access)
  return access
}

/** What `admit` judges an event of an office's case by. */
export function policyFor(
  work: Work,
  access: AccessState,
  { office, content }: { readonly office: string; readonly content: EnvelopeContent },
): AdmitPolicy {
  forgetOlder(work)
  const { device } = work.judging
  const stoodAlone = device.stoodAloneUntil !== null && content.at <= device.stoodAloneUntil
  const key = `${office} ${content.actor} ${content.rights} ${content.via === 'import'} ${stoodAlone}`
  const known = work.policies.get(key)
  if (known !== undefined) return known
  const policy = admitPolicy(work.reference, access, { office, content, device })
  work.policies.set(key, policy)
  return policy
}

function forgetOlder(work: Work): void {
  if (work.policiesOf === work.reference) return
  work.access.clear()
  work.policies.clear()
  work.policiesOf = work.reference
}
