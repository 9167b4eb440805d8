/** The administrator's commands: name → what it takes, what it does. The command line and the local socket both come here. */
import { z } from 'zod'
import { refusedFields } from '#shared/lib/refusals/refused-fields.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AdminHost } from './admin-host.ts'
import { listAlarms, settle } from './alarm-commands.ts'
import { inviteFor, listDevices, revoke } from './device-commands.ts'
import { exportTo } from './export-file.ts'
import { addDepartment, addOffice, addUser, chosenUnit, setPassword } from './unit-commands.ts'
import { status } from './status-command.ts'

export interface AdminCommand {
  readonly name: string
  readonly input: unknown
}

type Work = (host: AdminHost, input: unknown) => Promise<Result<unknown>>

const taking =
  <S extends z.ZodType>(schema: S, work: (host: AdminHost, input: z.infer<S>) => Promise<Result<unknown>>): Work =>
  async (host, input) => {
    const parsed = schema.safeParse(input)
    if (parsed.success) return work(host, parsed.data)
    const fields = refusedFields(parsed.error)
    return parsed.error.issues.some(({ message }) => message === wrongCode)
      ? refuse(wrongCode)
      : refuse('bad-input', { detail: fields || '–' })
  }

const wrongCode = 'office-code-wrong'
const code = z
  .string()
  .transform((text) => text.trim().toUpperCase())
  .pipe(z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/, wrongCode))
const unitCode = z.string().trim().min(1).max(32)
const name = z.string().trim().min(1).max(200)

export const UnitChoice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('central') }),
  z.object({ kind: z.enum(['office', 'department']), code: unitCode }),
])
export type UnitChoice = z.infer<typeof UnitChoice>

const NewOffice = z.object({
  code,
  name,
  nameEn: name.optional(),
  country: z.enum(['SA', 'JO', 'EG', 'PS']).optional(),
})
const NewDepartment = z.object({
  code: unitCode,
  name,
  nameEn: name.optional(),
  /** Offices it serves; none: it stands under the central unit and serves all. */
  offices: z.array(unitCode).max(500),
  /** Code of the department that it is a directorate of. */
  parent: unitCode.optional(),
})
const NewUser = z.object({
  username: z.string().trim(),
  name,
  nameEn: name.optional(),
  unit: UnitChoice,
  groups: z.array(z.string().max(64)).min(1).max(20),
  password: z.string(),
  language: z.enum(['ar', 'en']).default('ar'),
  staffId: z.string().max(40).optional(),
})

/** Over what the machines of one unit hold, so that it can be held against theirs. */
async function stateHashOf(host: AdminHost, asked: { readonly unit: UnitChoice }): Promise<Result<object>> {
  const unit = chosenUnit((await host.access()).units, asked.unit)
  return unit.ok ? host.stateHash(unit.value.id) : unit
}

const table: Readonly<Record<string, Work>> = {
  'office add': taking(NewOffice, addOffice),
  'department add': taking(NewDepartment, addDepartment),
  'user add': taking(NewUser, addUser),
  'user password': taking(z.object({ username: z.string(), unit: UnitChoice, password: z.string() }), setPassword),
  'device invite': taking(z.object({ unit: UnitChoice }), inviteFor),
  'device revoke': taking(z.object({ device: z.string().min(1).max(100), anyway: z.boolean().default(false) }), revoke),
  'device list': taking(z.object({}), listDevices),
  status: taking(z.object({}), status),
  'offer list': taking(z.object({}), async (host) => ok(await host.offers())),
  'offer take': taking(z.object({ offer: z.uuid() }), (host, { offer }) => host.decideOffer({ offer, take: true })),
  'offer drop': taking(z.object({ offer: z.uuid() }), (host, { offer }) => host.decideOffer({ offer, take: false })),
  'alarm list': taking(z.object({}), listAlarms),
  'alarm settle': taking(z.object({ alarm: z.uuid() }), settle),
  export: taking(z.object({ file: z.string().min(1) }), exportTo),
  verify: taking(z.object({}), (host) => host.verify()),
  'state-hash': taking(z.object({ unit: UnitChoice }), stateHashOf),
}

export async function runCommand(host: AdminHost, { name: asked, input }: AdminCommand): Promise<Result<unknown>> {
  const work = Object.hasOwn(table, asked) ? table[asked] : undefined
  return work === undefined ? refuse('bad-input', { detail: asked }) : work(host, input)
}
