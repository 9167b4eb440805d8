import { rightsOf } from '#shared/domain/access/rights-of.ts'
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import { refuse } from '#shared/lib/result.ts'
import { isOfUnit } from '#server/devices/users-at.ts'
import { findCases } from '#server/people/find-cases.ts'
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
      const { unit } = deviceOf(context)
      const access = await host.engine.access()
      if (!mayAsk(access, unit, input.user)) return orRefuse(refuse('not-allowed', { right: 'identify' }))
      const links = await proposedLinks(host.server.people, { unit, ...readersOf(host, access) })
      return links.map((link) => ({ ...link, cases: [...link.cases] }))
    }),
    find: os.people.find.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      countTry(host, host.tries.people, device.id)
      const document = documentOf(input)
      if (document === null) return orRefuse(refuse('bad-input', { detail: 'country, kind' }))
      const access = await host.engine.access()
      if (!mayAsk(access, device.unit, input.user)) return orRefuse(refuse('not-allowed', { right: 'identify' }))
      const found = await findCases(host.server.people, {
        device: device.id,
        user: input.user,
        unit: device.unit,
        document,
        ...readersOf(host, access),
      })
      return [...found]
    }),
  })
}

const readersOf = ({ engine }: WireHost, { units }: AccessState) => ({
  readCase: (id: string) => engine.readCase(id),
  officeName: (unit: string) => units.get(unit)?.name ?? { ar: unit, en: unit },
})

/** One of the office's own who may see who a complainant is; a department handles referrals, not people. */
function mayAsk(access: AccessState, unit: string, id: string): boolean {
  const kind = access.units.get(unit)?.kind
  const user = access.users.get(id)
  const isInside = kind === 'office' || kind === 'central'
  return isInside && user !== undefined && isOfUnit(access, user, unit) && rightsOf(access, user).has('identify')
}
