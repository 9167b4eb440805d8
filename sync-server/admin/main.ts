/** `npm run insaf-server`: the administrator's command line (design: stable handles). */
import { Command } from 'commander'
import { addCommands } from './command-line.ts'
import { complain } from './output.ts'
import { refusedCommand } from './refused-command.ts'

// What is wrong with a command is said by our own sentences, in both languages.
const program = new Command('insaf-server')
  .description('administration of the sync server')
  .exitOverride()
  .configureOutput({ outputError: () => undefined })
addCommands(program)
program.parseAsync().catch((error: unknown) => {
  const told = refusedCommand(error)
  if (typeof told === 'number') process.exitCode = told
  else complain(told, process.argv.includes('--json'))
})
