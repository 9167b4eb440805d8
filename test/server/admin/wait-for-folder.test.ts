import { afterEach, expect, test, vi } from 'vitest'
import { waitForFolder } from '#server/admin/wait-for-folder.ts'
import { ok, refuse } from '#shared/lib/result.ts'

afterEach(() => vi.useRealTimers())

/** A folder that another process holds for so long; what is said meanwhile, with the second it was said in. */
async function waited(heldMs: number, isVain = false) {
  vi.useFakeTimers({ toFake: ['setTimeout', 'performance'], now: 0 })
  const begun = performance.now()
  const said: [second: number, text: string][] = []
  const since = (): number => performance.now() - begun
  const answered = waitForFolder(
    () => Promise.resolve(since() < heldMs ? refuse('folder-in-use', { pid: 12_345 }) : ok('opened')),
    {
      isVain: () => Promise.resolve(isVain),
      say: (text) => said.push([Math.floor(since() / 1000), text]),
      pause: (ms) => vi.advanceTimersByTimeAsync(ms),
    },
  )
  return { answer: await answered, said }
}

test('S10 a command that waits for a held folder says so at once, and again every ten seconds', async () => {
  const { answer, said } = await waited(25_000)
  expect(answer).toEqual(ok('opened'))
  expect(said.map(([second]) => second)).toEqual([0, 10, 20])
  expect(said[0]?.[1]).toContain('(12345). Waiting until it is free or answers, for up to 90 s\n')
  expect(said[2]?.[1]).toContain('حتى 70 ثانية')
})

test('S10 nothing is said of a folder that is free, nor where waiting is in vain; a folder that stays held is refused', async () => {
  expect(await waited(0)).toEqual({ answer: ok('opened'), said: [] })
  expect(await waited(10_000, true)).toMatchObject({ answer: { ok: false }, said: [] })
  expect((await waited(1_000_000)).answer).toMatchObject({ refusal: { code: 'folder-in-use' } })
})
