import { rightsOf } from '#shared/domain/access/rights-of.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { isOver } from '#shared/domain/access/unit-tree.ts'
import { isComplainedAbout } from '#shared/domain/case/complained-about.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { refuse } from '#shared/lib/result.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { isOfUnit } from '#server/devices/users-at.ts'
import { findCases } from '#server/people/find-cases.ts'
import type { Question } from '#server/people/find-cases.ts'
import { proposedLinks } from '#server/people/proposed-links.ts'
import { documentOf } from '#server/people/mark-of.ts'
import { countTry, deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'

/** `people.find`: what other offices have of a person, for an online front desk (SYNC-PEOPLE-1, L-16). */
export function peopleRoutes(os: Builder, host: WireHost) {
  return os.people.router({
    proposed: os.people.proposed.handler(async ({ input, context }) => {
      const asking = await askingOf(host, deviceOf(context), input.user)
      const links = await proposedLinks(host.server.people, asking)
      return links.map((link) => ({ ...link, cases: [...link.cases] }))
    }),
    find: os.people.find.handler(async ({ input, context }) => {
      const asking = await askingOf(host, deviceOf(context), input.user)
      const document = documentOf(input)
      if (document === null) return orRefuse(refuse('bad-input', { detail: 'country, kind' }))
      return [...(await findCases(host.server.people, { ...asking, document }))]
    }),
  })
}

/** Who asks, after his question was counted and his right to it seen. */
async function askingOf(
  host: WireHost,
  { id: device, unit }: EnrolledDevice,
  user: string,
): Promise<Omit<Question, 'document'>> {
  countTry(host, host.tries.people, device)
  const access = await host.engine.access()
  if (!mayAsk(access, unit, user)) return orRefuse(refuse('not-allowed', { right: 'identify' }))
  const { units, users } = access
  const about = { unit: users.get(user)?.unit ?? null, staffId: users.get(user)?.staffId ?? null }
  return {
    device,
    user,
    unit,
    readCase: (id: string) => host.engine.readCase(id),
    officeName: (office: string) => units.get(office)?.name ?? { ar: office, en: office },
    isHeld: (office: string) => office === unit || isOver(units, unit, office),
    isAbout: (state: Case) => isComplainedAbout(state, about),
  }
}

/** One of the office's own who may see who a complainant is; a department handles referrals, not people. */
function mayAsk(access: AccessState, unit: string, id: string): boolean {
  const kind = access.units.get(unit)?.kind
  const user = access.users.get(id)
  const isInside = kind === 'office' || kind === 'central'
  return isInside && user !== undefined && isOfUnit(access, user, unit) && rightsOf(access, user).has('identify')
}
