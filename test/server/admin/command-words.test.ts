import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, it } from 'vitest'
import { addCommands } from '#server/admin/command-line.ts'

const script = join(import.meta.dirname, '../../../scripts/insaf-server.mjs')

function said(...args: readonly string[]): { readonly status: number | null; readonly lines: readonly string[] } {
  const { status, stderr } = spawnSync(process.execPath, [script, ...args], { encoding: 'utf8', timeout: 30_000 })
  return { status, lines: stderr.trim().split('\n') }
}

const arabic = /[\u0600-\u06FF]/

it.each([
  ['a file of a password', ['user', 'add', 'huda', '--office', 'NO', '--group', 'reception'], '--password-file'],
  ['a folder', ['status'], '--data'],
  ['a name', ['office', 'add', 'NO'], 'name'],
])('S10 a command that lacks %s is told so in both languages', (_what, args, named) => {
  const folder = args[0] === 'status' ? [] : ['--data', '/tmp/none']
  const { status, lines } = said(...args, ...folder)
  expect([status, lines.at(-1)]).toEqual([2, '(command-lacks)'])
  expect(lines[0]).toMatch(arabic)
  for (const line of lines.slice(0, 2)) expect(line).toContain(named)
})

it('S10 a word that no command knows is told in both languages; help is no fault', () => {
  for (const args of [['offices'], ['status', '--data', '/tmp/none', '--unknown']]) {
    const { status, lines } = said(...args)
    expect([status, lines.at(-1), arabic.test(lines[0] ?? '')]).toEqual([2, '(command-not-understood)', true])
  }
  expect(said('--help')).toEqual({ status: 0, lines: [''] })
  expect(said().status).toBe(1)
})

it('S10 help has a sentence for every command', () => {
  const program = new Command('insaf-server')
  addCommands(program)
  const commands = program.commands.flatMap((command) => [command, ...command.commands])
  expect(commands.length).toBeGreaterThan(15)
  expect(commands.filter((command) => command.description() === '').map((command) => command.name())).toEqual([])
})
