import { resolve } from 'node:path'
import type { Command } from 'commander'
import type { DoctorReport, VerifyReport, WorkDone } from '#shared/contract/desktop/system.ts'
import type { WithCaller } from './main.ts'
import { firstLine } from './named-file.ts'
import { print } from './output.ts'
import { withProgress } from './progress.ts'

type Add = (program: Command, withGlobals: (command: Command) => Command, withCaller: WithCaller) => void

const addCheck: Add = (program, withGlobals, withCaller) => {
  withGlobals(program.command('verify'))
    .description('chain and signatures')
    .action((_options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const report = await caller.call<VerifyReport>('system.verify')
        print(report, globals.json)
        if (!report.ok) process.exitCode = 2
      }),
    )
  withGlobals(program.command('doctor'))
    .option('--rebuild', 'build tables and search index anew', false)
    .action((options: { rebuild: boolean }, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const report = await caller.call<DoctorReport>('system.doctor', { rebuild: options.rebuild })
        print(report, globals.json)
        if (!report.ok) process.exitCode = 2
      }),
    )
  withGlobals(program.command('state-hash'))
    .description('hash over the folded state of every case')
    .action((_options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) => print(await caller.call('system.stateHash'), globals.json)),
    )
}

const addCopies: Add = (program, withGlobals, withCaller) => {
  withGlobals(program.command('backup'))
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) =>
      withCaller(command, async (caller, globals) =>
        print(await caller.call('system.backup', { path: resolve(file) }), globals.json),
      ),
    )
  withGlobals(program.command('restore'))
    .description('back from a backup into an empty folder')
    .argument('<file>')
    .requiredOption('--secret-file <file>', 'first line: passphrase or recovery code')
    .option('--highest <number>', 'highest reference number that anybody has seen, on a receipt or a letter', '')
    .action((file: string, { secretFile, highest }: { secretFile: string; highest: string }, command: Command) =>
      withCaller(command, async (caller, globals) => {
        const asked = { path: resolve(file), secret: firstLine(secretFile), highest }
        const ask = () => caller.call<WorkDone | null>('setup.work', {}, null)
        const restored = await withProgress({ what: 'restore', ask }, () => caller.call('setup.restore', asked))
        print(restored, globals.json)
      }),
    )
}

const addDemo: Add = (program, withGlobals, withCaller) => {
  withGlobals(program.command('demo'))
    .description('practice data, the same for the same seed')
    .requiredOption('--cases <number>')
    .requiredOption('--seed <number>')
    .action((options: { cases: string; seed: string }, command: Command) =>
      withCaller(command, async (caller, globals) => {
        print(
          await caller.call('system.demo', { cases: Number(options.cases), seed: Number(options.seed) }),
          globals.json,
        )
      }),
    )
}

/** `verify`, `doctor`, `state-hash`, `backup`, `restore`, `demo`. */
export const addStoreCommands: Add = (program, withGlobals, withCaller) => {
  addCheck(program, withGlobals, withCaller)
  addCopies(program, withGlobals, withCaller)
  addDemo(program, withGlobals, withCaller)
}
