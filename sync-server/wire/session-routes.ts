import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { UserSet } from '#shared/domain/access/events.ts'
import { rightsOf } from '#shared/domain/access/rights-of.ts'
import { formerUserAt, isOfUnit, userAt } from '#server/devices/users-at.ts'
import { bringVerifiers } from '#server/devices/bring-verifiers.ts'
import { isVerifier, provePassword, replaceVerifier, setVerifier } from '#server/devices/passwords.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { countTry, deviceOf } from './context.ts'
import type { WireHost } from './context.ts'
import { orRefuse } from './refused.ts'
import type { Builder } from './router.ts'

/** `session.prove`, `session.setPassword`, `session.givePassword`, `session.bringVerifiers` (SYNC-ENROL-4, SYNC-ENROL-5). */
export function sessionRoutes(os: Builder, host: WireHost) {
  return os.session.router({
    prove: os.session.prove.handler(async ({ input, context }) =>
      orRefuse(await prove(host, deviceOf(context), input)),
    ),
    setPassword: os.session.setPassword.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      const { user, verifier } = orRefuse(await prove(host, device, { username: input.username, password: input.old }))
      if (!isVerifier(input.verifier)) return orRefuse(refuse('bad-input', { detail: 'argon2id' }))
      const { db, ports } = host.server
      const changed = { user: user.id, verifier: input.verifier, replaces: verifier, now: ports.clock.now() }
      // Two changes at once: the second proved an old password that is not the user's any more.
      return orRefuse((await setVerifier(db, changed)) ? ok({}) : refuse('wrong-password'))
    }),
    givePassword: os.session.givePassword.handler(async ({ input, context }) =>
      orRefuse(await givePassword(host, deviceOf(context), input)),
    ),
    bringVerifiers: os.session.bringVerifiers.handler(async ({ input, context }) => {
      const device = deviceOf(context)
      const { db, ports } = host.server
      const access = await host.engine.access()
      const isItsUser = (id: string): boolean => {
        const user = access.users.get(id)
        return user === undefined || isOfUnit(access, user, device.unit)
      }
      const { verifiers } = input
      return orRefuse(await bringVerifiers(db, { device: device.id, now: ports.clock.now(), verifiers, isItsUser }))
    }),
  })
}

/** A stolen machine may not try out a colleague's password quickly: tries count by machine and name. */
async function prove(
  host: WireHost,
  device: EnrolledDevice,
  { username, password }: { readonly username: string; readonly password: string },
): Promise<Result<{ readonly user: UserSet; readonly verifier: string }>> {
  const name = `${device.id} ${username.normalize('NFKC').trim().toLowerCase()}`
  countTry(host, host.tries.password, name)
  const { db, ports } = host.server
  const access = await host.engine.access()
  const user = userAt(access, device.unit, username) ?? formerUserAt(access, device.unit, username)
  const proven = await provePassword(db, { user, password, device: device.id, now: ports.clock.now() })
  if (!proven.ok) return proven
  if (user === null) return refuse('wrong-password')
  host.tries.password.succeeded(name)
  // Strict cases that name him may stand on this machine from now on (SYNC-FEED-6).
  if (!device.users.includes(user.id)) await host.live.wake([])
  return ok({ user, verifier: proven.value })
}

/** Only to users of the machine's own unit and those below it, as its changes of users (SYNC-APPEND-3). */
async function givePassword(
  host: WireHost,
  device: EnrolledDevice,
  asked: { readonly username: string; readonly password: string; readonly user: string; readonly verifier: string },
): Promise<Result<Readonly<Record<string, never>>>> {
  const proven = await prove(host, device, asked)
  if (!proven.ok) return proven
  const access = await host.engine.access()
  const giver = access.users.get(proven.value.user.id)
  if (giver === undefined || !rightsOf(access, giver).has('manage_users'))
    return refuse('not-allowed', { right: 'manage_users' })
  const user = access.users.get(asked.user)
  if (user === undefined) return refuse('not-found', { what: asked.user })
  if (!isOfUnit(access, user, device.unit)) return refuse('sync-not-your-unit')
  if (!isVerifier(asked.verifier)) return refuse('bad-input', { detail: 'argon2id' })
  const { db, ports } = host.server
  await replaceVerifier(db, { user: user.id, verifier: asked.verifier, now: ports.clock.now() })
  return ok({})
}
