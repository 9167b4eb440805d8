import { describe, expect, it } from 'vitest'
import { nextWait, restartPolicy } from '#main/host/restart-policy.ts'

describe('S1 a core that ends by itself', () => {
  it('S1 is started again at once, then ever later, and not for ever', () => {
    const waits = [1, 2, 3, 4, 5, 6, 7].map((ends) => nextWait(restartPolicy, ends))
    expect(waits[0]).toBeLessThanOrEqual(200)
    expect(waits.slice(0, 6).every((wait, index) => index === 0 || (wait ?? 0) > (waits[index - 1] ?? 0))).toBe(true)
    expect(waits[6]).toBeNull()
  })
})
