import { implement } from '@orpc/server'
import { contract } from '#shared/contract/desktop/contract.ts'
import { commandProcedures } from '#shared/contract/desktop/commands.ts'
import type { CaseCommand } from '#shared/domain/case/commands.ts'
import { adminRouter } from './admin-router.ts'
import { answer } from './answer.ts'
import { auditRouter } from './audit-router.ts'
import type { CallContext } from './answer.ts'
import { runCaseCommand } from './case-command.ts'
import { casesRouter } from './cases-router.ts'
import type { Host } from './host.ts'
import { intakeRouter } from './intake-router.ts'
import { reportsRouter } from './reports-router.ts'
import { sessionRouter } from './session-router.ts'
import { syncRouter } from './sync-router.ts'
import { systemRouter } from './system-router.ts'

/** The contract's builder with our context; every router file is made with it. */
export const builder = () => implement(contract).$context<CallContext>()
export type Builder = ReturnType<typeof builder>

/** Every procedure of the desktop contract. */
export function createRouter(host: Host) {
  const os = builder()
  return os.router({
    ...sessionRouter(os, host),
    ...intakeRouter(os, host),
    ...casesRouter(os, host),
    ...reportsRouter(os, host),
    ...adminRouter(os, host),
    ...auditRouter(os, host),
    ...systemRouter(os, host),
    ...syncRouter(os, host),
    ...commandRouters(os, host),
  })
}

/** One handler for all commands of the rulebook: the table of the contract says which procedure is which command. */
function commandRouters(os: Builder, host: Host) {
  const handled = Object.entries(commandProcedures).map(([feature, kinds]) => {
    const procedures = Object.entries(kinds).map(([name, kind]) => [
      name,
      commandHandler(os, host, { feature, name, kind }),
    ])
    return [feature, Object.fromEntries(procedures)]
  })
  return Object.fromEntries(handled) as CommandRouters
}

type Handled<Procedure> = Procedure extends { handler: (...work: never[]) => infer Made } ? Made : never
type CommandRouters = {
  readonly [F in keyof typeof commandProcedures]: {
    readonly [N in keyof (typeof commandProcedures)[F]]: Handled<N extends keyof Builder[F] ? Builder[F][N] : never>
  }
}

interface Place {
  readonly feature: string
  readonly name: string
  readonly kind: string
}

interface AnyProcedureBuilder {
  handler(work: (call: { input: { case: string }; context: CallContext }) => Promise<unknown>): unknown
}

function commandHandler(os: Builder, host: Host, { feature, name, kind }: Place): unknown {
  // The table's types tie each name to its command; here they are one shape.
  const procedure = (os as unknown as Record<string, Record<string, AnyProcedureBuilder>>)[feature]?.[name]
  return procedure?.handler(({ input, context }) => {
    const { case: id, ...rest } = input
    const command = { kind, input: rest } as unknown as CaseCommand
    return answer(host, context, (office, caller) => runCaseCommand(office, caller, { case: id, command }))
  })
}
