import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Command } from 'commander'
import { askRunning } from './ask-running.ts'
import { Refused, print, tell } from './output.ts'
import type { Copied } from './export-file.ts'
import { waitForFolder } from './wait-for-folder.ts'

interface Globals {
  readonly data: string
  readonly databaseUrl?: string
  readonly json: boolean
}

/** Runs a command on the server of a folder: the running one where it holds the folder, also when it is just starting, else one opened for it. */
async function run(command: Command, name: string, input: object): Promise<void> {
  const { data, databaseUrl = null, json } = command.optsWithGlobals<Globals>()
  const answer = await waitForFolder(async () => {
    const running = databaseUrl === null ? await askRunning(data, { name, input }) : null
    return running ?? (await runHere()).runCommandHere({ data, databaseUrl }, { name, input })
  })
  if (!answer.ok) throw new Refused(answer.refusal)
  print(answer.value, json)
  if (name === 'export') tellLacking(answer.value as Copied, json)
  if (name === 'verify' && (answer.value as { readonly ok: boolean }).ok !== true) process.exitCode = 2
}

/** The copy is made all the same; whoever looks after it is told in plain words too. */
function tellLacking({ file, missing }: Copied, json: boolean): void {
  if (missing.length > 0) tell({ code: 'server-copy-lacks', params: { file, count: missing.length } }, json, 'warning')
}

/** The server's own modules take a second to load; a running one has them already. */
const runHere = () => import('./run-here.ts')

async function importCopy(command: Command, file: string): Promise<void> {
  const { data, databaseUrl = null, json } = command.optsWithGlobals<Globals>()
  const answer = await (await runHere()).importHere({ data, databaseUrl }, resolve(file))
  if (!answer.ok) throw new Refused(answer.refusal)
  print(answer.value, json)
}

function firstLine(path: string): string {
  if (!existsSync(path)) throw new Refused({ code: 'not-found', params: { what: path } })
  return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? ''
}

const withGlobals = (command: Command): Command =>
  command
    .requiredOption('--data <dir>', 'data folder of the server')
    .option('--database-url <url>', 'PostgreSQL, where the server uses it')
    .option('--json', 'one JSON value on standard output', false)

interface UnitOptions {
  readonly office?: string
  readonly department?: string
  readonly central?: boolean
}

const withUnit = (command: Command): Command =>
  command.option('--office <code>').option('--department <code>').option('--central', 'the central unit')

function unitOf({ office, department, central }: UnitOptions): object {
  if (office !== undefined) return { kind: 'office', code: office }
  if (department !== undefined) return { kind: 'department', code: department }
  if (central === true) return { kind: 'central' }
  throw new Refused({ code: 'bad-input', params: { detail: '--office | --department | --central' } })
}

const isUnitNamed = ({ office, department }: UnitOptions): boolean => office !== undefined || department !== undefined

const collected = (value: string, before: readonly string[]): readonly string[] => [...before, value]

export function addCommands(program: Command): void {
  addUnitCommands(program)
  addUserCommands(program.command('user').description('users'))
  addDeviceCommands(program.command('device').description('machines'))
  addOfferCommands(program.command('offer').description('copies of lost commits that machines offer'))
  addAlarmCommands(program.command('alarm').description('what somebody must look at'))
  for (const [name, does] of [
    ['status', 'units with last contact, what waits on their machines, and what is held'],
    ['verify', 'proves every feed and the chain of every machine'],
  ] as const)
    withGlobals(program.command(name).description(does)).action((_options: unknown, command: Command) =>
      run(command, name, {}),
    )
  withGlobals(
    withUnit(
      program
        .command('state-hash')
        .description('a hash over the states of a unit’s cases, to hold against a machine’s'),
    ),
  ).action((options: UnitOptions, command: Command) =>
    run(command, 'state-hash', { unit: isUnitNamed(options) ? unitOf(options) : { kind: 'central' } }),
  )
  withGlobals(program.command('export').description('a copy of the server, its key included, in one file'))
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) => run(command, 'export', { file: resolve(file) }))
  withGlobals(program.command('import').description('makes a server of a copy, in an empty folder'))
    .argument('<file>')
    .action((file: string, _options: unknown, command: Command) => importCopy(command, file))
}

function addOfferCommands(offer: Command): void {
  withGlobals(offer.command('list').description('what waits for a word: of which case, whose, and what')).action(
    (_options: unknown, command: Command) => run(command, 'offer list', {}),
  )
  for (const [word, does] of [
    ['take', 'takes an offered copy into the log'],
    ['drop', 'leaves an offered copy out, for good'],
  ] as const)
    withGlobals(offer.command(word).description(does))
      .argument('<offer>')
      .action((id: string, ...[, command]: [object, Command]) => run(command, `offer ${word}`, { offer: id }))
}

function addAlarmCommands(alarm: Command): void {
  withGlobals(
    alarm.command('list').description('what nobody has looked at yet: what, of which machine, and when'),
  ).action((_options: unknown, command: Command) => run(command, 'alarm list', {}))
  withGlobals(alarm.command('settle').description('it was seen: status names it no more'))
    .argument('<alarm>')
    .action((id: string, ...[, command]: [object, Command]) => run(command, 'alarm settle', { alarm: id }))
}

function addUnitCommands(program: Command): void {
  withGlobals(program.command('office').description('offices').command('add').description('a new office'))
    .argument('<code>')
    .argument('<name>')
    .option('--name-en <text>')
    .option('--country <code>', 'SA, JO, EG or PS')
    .action((code: string, name: string, ...[options, command]: [{ nameEn?: string; country?: string }, Command]) =>
      run(command, 'office add', { code, name, nameEn: options.nameEn, country: options.country }),
    )
  withGlobals(
    program
      .command('department')
      .description('departments')
      .command('add')
      .description('a new department or directorate'),
  )
    .argument('<code>')
    .argument('<name>')
    .option('--name-en <text>')
    .option('--office <code>', 'an office it serves; may be repeated; none: all', collected, [])
    .option('--parent <code>', 'the department that it is a directorate of')
    .action(
      (
        code: string,
        name: string,
        ...[options, command]: [{ nameEn?: string; office: string[]; parent?: string }, Command]
      ) =>
        run(command, 'department add', {
          code,
          name,
          nameEn: options.nameEn,
          offices: options.office,
          parent: options.parent,
        }),
    )
}

interface UserOptions extends UnitOptions {
  readonly name?: string
  readonly nameEn?: string
  readonly group: readonly string[]
  readonly passwordFile: string
  readonly language?: string
  readonly staffId?: string
}

function addUserCommands(user: Command): void {
  withUnit(withGlobals(user.command('add').description('a user who can sign in on machines of his unit')))
    .argument('<username>')
    .option('--name <text>', 'as screens show it')
    .option('--name-en <text>')
    .requiredOption('--group <code>', 'permission group; may be repeated', collected, [])
    .requiredOption('--password-file <file>', 'its first line is the password')
    .option('--language <code>', 'ar or en')
    .option('--staff-id <text>')
    .action((username: string, options: UserOptions, command: Command) =>
      run(command, 'user add', {
        username,
        name: options.name ?? username,
        nameEn: options.nameEn,
        unit: unitOf(options),
        groups: options.group,
        password: firstLine(options.passwordFile),
        language: options.language,
        staffId: options.staffId,
      }),
    )
  withUnit(withGlobals(user.command('password').description('a new password, when the old one is lost')))
    .argument('<username>')
    .requiredOption('--password-file <file>')
    .action((username: string, options: UserOptions, command: Command) =>
      run(command, 'user password', { username, unit: unitOf(options), password: firstLine(options.passwordFile) }),
    )
}

function addDeviceCommands(device: Command): void {
  withUnit(withGlobals(device.command('invite').description('a one-time code for one machine, valid 24 hours'))).action(
    (options: UnitOptions, command: Command) => run(command, 'device invite', { unit: unitOf(options) }),
  )
  withGlobals(device.command('revoke').description('ends a machine at once'))
    .argument('<device>')
    .option('--anyway', 'also when work waits on it: a machine that is lost', false)
    .action((id: string, { anyway }: { anyway: boolean }, command: Command) =>
      run(command, 'device revoke', { device: id, anyway }),
    )
  withGlobals(
    device.command('list').description('every machine: its unit, computer, last contact, and who signed in there'),
  ).action((_options: unknown, command: Command) => run(command, 'device list', {}))
}
