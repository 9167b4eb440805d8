import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { TakenFile } from '#shared/contract/desktop/intake.ts'
import type { ImportReport, WorkDone } from '#shared/contract/desktop/system.ts'
import type { WithCaller } from './main.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { print } from './output.ts'
import { withProgress } from './progress.ts'

interface Searched {
  readonly total: number
  readonly ms: number
  readonly slip: string | null
  readonly readOnly: number | null
  readonly hits: unknown
}

/** `intake email|scan FILE…` and `import history FILE.jsonl`. */
export function addIntake(program: Command, withGlobals: (command: Command) => Command, withCaller: WithCaller): void {
  const intake = program.command('intake').description('take in messages and scans from files')
  for (const kind of ['email', 'scan'] as const) {
    withGlobals(intake.command(kind))
      .argument('<files...>')
      .action((files: string[], _options: unknown, command: Command) =>
        withCaller(command, async (caller) => {
          for (const file of files) {
            const taken = await caller.call<TakenFile>('intake.takeFile', { path: resolve(file), kind })
            print({ ...taken, file }, true)
          }
        }),
      )
  }
  withGlobals(program.command('import').description('bring in what came before').command('history'))
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const ask = () => caller.call<WorkDone | null>('system.work', { kind: 'import' }, null)
        const report = await withProgress({ what: 'import', ask }, () =>
          caller.call<ImportReport>('system.importHistory', { path: resolve(file) }),
        )
        print(report, globals.json)
        if (report.rejected.length > 0) process.exitCode = 2
      }),
    )
  withGlobals(program.command('search'))
    .argument('<text>')
    .action((text: string, _options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const { total, ms, slip, readOnly, hits } = await caller.call<Searched>('cases.search', { text })
        // A number with a slip of the pen was looked for as words alone.
        const told = slip === null ? {} : { told: refusalSentence('reference-check-digit', { reference: slip }, 'en') }
        print({ total, ms, ...told, ...(readOnly === null ? {} : { readOnly }), hits }, globals.json)
      }),
    )
}
