import { Command, Option } from 'commander'
import { openCaller } from './door.ts'
import type { Caller } from './door.ts'
import { Refused, badInput, print, printRefusal } from './output.ts'
import { addIntake } from './intake-commands.ts'
import { firstLine } from './named-file.ts'
import { addReport } from './report-commands.ts'
import { addRun } from './run-file.ts'
import { addStoreCommands } from './store-commands.ts'
import { addSync } from './sync-commands.ts'
import { parseJson } from './parse-json.ts'

/*
 * The core without a window (design: stable handles). Every command is calls of the desktop contract; with --json exactly
 * one JSON value, or one a line where the command says so, goes to standard output.
 */
export interface Globals {
  readonly data: string
  readonly as?: string
  readonly json: boolean
  readonly passwordFile?: string
}

/** Runs a command's work on an opened folder and always closes it. */
export type WithCaller = <T>(command: Command, work: (caller: Caller, globals: Globals) => Promise<T>) => Promise<T>

const withCaller: WithCaller = async (command, work) => {
  const globals: Globals = command.optsWithGlobals()
  const caller = await openCaller(
    globals.data,
    globals.as ?? null,
    globals.passwordFile === undefined ? null : firstLine(globals.passwordFile),
  )
  try {
    return await work(caller, globals)
  } finally {
    await caller.close()
  }
}

const program = new Command('insaf')
  .description('Insaf without a window')
  .exitOverride()
  .configureOutput({ writeErr: (text) => process.stderr.write(text) })

/** Adds the options every command takes. */
export const withGlobals = (command: Command): Command =>
  command
    .requiredOption('--data <dir>', 'data folder')
    .option('--as <user>', 'user who acts')
    .option('--json', 'one JSON value on standard output', false)
    .addOption(new Option('--password-file <file>', 'first line is the password of --as'))

withGlobals(program.command('setup'))
  .description('a new, encrypted data folder for a single office')
  .requiredOption('--office <code>')
  .requiredOption('--name <text>')
  .requiredOption('--country <code>', 'SA, JO, EG or PS')
  .requiredOption('--admin <user>')
  .action(
    async (
      options: { office: string; name: string; country: string; admin: string; passwordFile?: string },
      command: Command,
    ) => {
      const globals: Globals = command.optsWithGlobals()
      if (options.passwordFile === undefined) throw badInput('--password-file')
      const password = firstLine(options.passwordFile)
      const caller = await openCaller(globals.data, null, null)
      try {
        const { office, name, country, admin } = options
        const made = await caller.call('setup.create', {
          office,
          nameAr: name,
          nameEn: name,
          country,
          adminUsername: admin,
          adminName: admin,
          password,
        })
        print(made, globals.json)
      } finally {
        await caller.close()
      }
    },
  )

withGlobals(program.command('call'))
  .description('any call of the desktop contract, its answer as JSON')
  .argument('<feature.procedure>')
  .argument('[json]', 'input', '{}')
  // Commander hands over arguments, options and the command; the rest parameter keeps to three.
  .action((path: string, json: string, ...[, command]: [unknown, Command]) =>
    withCaller(command, async (caller) => print(await caller.call(path, parseJson(json)), true)),
  )

addRun(program, withGlobals, withCaller)
addIntake(program, withGlobals, withCaller)
addReport(program, withGlobals, withCaller)
addSync(program, withGlobals, withCaller)
addStoreCommands(program, withGlobals, withCaller)

program.parseAsync().catch((error: unknown) => {
  const json = process.argv.includes('--json')
  if (error instanceof Refused) {
    printRefusal(error.error, json)
    process.exitCode = 2
    return
  }
  const isUsage = error instanceof Error && 'exitCode' in error
  if (!isUsage) console.error(error)
  process.exitCode = isUsage ? Number(error.exitCode) : 1
})
