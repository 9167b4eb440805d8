/** `npm run insaf-server`: the administrator's command line (design: stable handles). */
import { Command } from 'commander'
import { addCommands } from './command-line.ts'
import { complain } from './output.ts'

const program = new Command('insaf-server').description('administration of the sync server')
addCommands(program)
program.parseAsync().catch((error: unknown) => {
  complain(error, process.argv.includes('--json'))
})
