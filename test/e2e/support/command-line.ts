import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { builtProgram } from './built-program.ts'

/** One line of `insaf run`. */
export interface Call {
  readonly call: string
  readonly input?: unknown
  readonly as?: string
  readonly save?: string
}

/** Runs the command line on a folder and gives its standard output; a refusal or fault is thrown with its words. */
export function insaf(dataDir: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [builtProgram.cli, ...args, '--data', dataDir, '--json'], {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  })
  if (done.status !== 0)
    throw new Error(
      `insaf ${args[0] ?? ''} ended with ${done.status}: ${done.stderr.slice(-2000)}${done.stdout.slice(-2000)}`,
    )
  return done.stdout
}

const withFile = <T>(content: string, use: (path: string) => T): T => {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-e2e-'))
  const path = join(folder, 'lines.jsonl')
  writeFileSync(path, content)
  try {
    return use(path)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const asLines = (values: readonly unknown[]): string => values.map((value) => `${JSON.stringify(value)}\n`).join('')

/** Who acts. A machine that joined asks for his password. */
type Actor = string | { readonly user: string; readonly password: string }

/** Many calls of the contract in one process; their answers. */
export function callMany(dataDir: string, actor: Actor, calls: readonly Call[]): readonly unknown[] {
  const run = (path: string, ...who: readonly string[]) => insaf(dataDir, ['run', path, '--as', ...who])
  const output = withFile(asLines(calls), (path) =>
    typeof actor === 'string'
      ? run(path, actor)
      : withFile(`${actor.password}\n`, (file) => run(path, actor.user, '--password-file', file)),
  )
  return output.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line) as unknown]))
}

/** Past cases with their real times. */
export function importHistory(dataDir: string, rows: readonly object[]): void {
  withFile(asLines(rows), (path) => insaf(dataDir, ['import', 'history', path, '--as', 'admin']))
}
