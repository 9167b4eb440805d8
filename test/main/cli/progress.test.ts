import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { withProgress } from '#main/cli/progress.ts'

test('UI-8 long work of the command line says how far it is whenever it came further, and nothing behind its end', async () => {
  const lines: string[] = []
  const found = [null, { done: 0, total: 0 }, { done: 1, total: 8 }, { done: 1, total: 8 }, { done: 8, total: 8 }]
  let asked = 0
  const ask = () => Promise.resolve(found[asked++] ?? null)
  const told = { what: 'restore', ask, write: (line: string) => lines.push(line), everyMs: 1 }
  const answer = await withProgress(told, async () => {
    while (asked < found.length) await wait(1)
    await wait(5)
    return 'done'
  })
  expect(answer).toBe('done')
  expect(lines).toEqual(['restore: 12%\n', 'restore: 100%\n'])
  const before = asked
  await wait(10)
  expect(asked).toBe(before)
  await expect(withProgress(told, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused')
})
