import { inviteDevice } from '#server/devices/invite.ts'
import { allDevices } from '#server/devices/all-devices.ts'
import { mayRevoke, revokeDevice } from '#server/devices/revoke.ts'
import type { Label, UnitSet } from '#shared/domain/access/events.ts'
import { translate } from '#shared/i18n/messages.ts'
import { serverMessages } from '#shared/i18n/server.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AdminHost } from './admin-host.ts'
import type { UnitChoice } from './commands.ts'
import { chosenUnit } from './unit-commands.ts'

/** A one-time code for one machine of a unit (SYNC-ENROL-1). */
export async function inviteFor(
  { server, access }: AdminHost,
  asked: { readonly unit: UnitChoice },
): Promise<Result<object>> {
  const unit = chosenUnit((await access()).units, asked.unit)
  if (!unit.ok) return unit
  const { code, expiresAt } = await inviteDevice(server.db, server.ports, unit.value.id)
  return ok({ code, expiresAt, unit: unit.value.id, ...noticeFor(unit.value) })
}

/** What is asked inside a department is on record there and goes by letter: a directorate's machine would wait for it in vain (F-05). */
function noticeFor({ kind, name }: UnitSet): { readonly notice?: Label } {
  if (kind !== 'directorate') return {}
  const { invitedDirectorate } = serverMessages
  return {
    notice: {
      ar: translate(invitedDirectorate, 'ar', { name: name.ar }),
      en: translate(invitedDirectorate, 'en', { name: name.en }),
    },
  }
}

interface Revoking {
  readonly device: string
  /** Said of a machine that is lost, whatever waits on it. */
  readonly anyway: boolean
}

/** Ends a machine at once (SYNC-ENROL-2); where work would be lost with it, only when told to (S2). Said again, it answers when that was. */
export async function revoke({ server, dropRevoked }: AdminHost, asked: Revoking): Promise<Result<object>> {
  const allowed = asked.anyway ? ok(null) : await mayRevoke(server, asked.device)
  if (!allowed.ok) return allowed
  const revoked = await revokeDevice(server.db, { device: asked.device, now: server.ports.clock.now() })
  if (!revoked.ok) return revoked
  await dropRevoked()
  return ok({ device: asked.device, ...revoked.value })
}

export const listDevices = async ({ server, access }: AdminHost): Promise<Result<object>> =>
  ok(await allDevices(server.db, await access(), server.ports.clock.now()))
