import { CommanderError } from 'commander'
import { Refused } from './output.ts'

const lacking = new Set([
  'commander.missingArgument',
  'commander.missingMandatoryOptionValue',
  'commander.optionMissingArgument',
])

/** In: what parsing or running a command threw. Out: the same, a wrong command as a refusal that names what is wrong; where help was printed instead, how the run ends. */
export function refusedCommand(error: unknown): unknown {
  if (!(error instanceof CommanderError)) return error
  if (error.exitCode === 0 || error.code === 'commander.help') return error.exitCode
  const what = /'(?<what>[^']+)'/.exec(error.message)?.groups?.['what'] ?? error.message
  return new Refused({ code: lacking.has(error.code) ? 'command-lacks' : 'command-not-understood', params: { what } })
}
