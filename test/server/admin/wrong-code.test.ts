import { expect, it } from 'vitest'
import type { AdminHost } from '#server/admin/admin-host.ts'
import { runCommand } from '#server/admin/commands.ts'

// What is refused before any work is done needs no server behind it.
const none = {} as AdminHost
const refusalOf = async (name: string, input: unknown) => {
  const done = await runCommand(none, { name, input })
  return done.ok ? null : done.refusal
}

it('S10 a wrong code of an office is told by a sentence of its own, other input by the names of its fields; never in a schema’s words', async () => {
  for (const code of ['1A', 'عمّان', 'A', 'TOOLONGCODE', 'A-B'])
    expect(await refusalOf('office add', { code, name: 'مكتب' })).toEqual({ code: 'office-code-wrong', params: {} })
  expect(await refusalOf('office add', { code: 'NO', name: '' })).toEqual({
    code: 'bad-input',
    params: { detail: 'name' },
  })
  expect(await refusalOf('device invite', { unit: { kind: 'office', code: '' } })).toEqual({
    code: 'bad-input',
    params: { detail: 'unit.code' },
  })
  expect(await refusalOf('export', 1)).toEqual({ code: 'bad-input', params: { detail: '–' } })
})
