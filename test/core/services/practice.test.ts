import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { fillPractice, preparePractice } from '#core/services/practice.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const noOne = { via: 'window', session: null } as const

describe('G-08 practice mode', () => {
  it('G-08 UI-8 an empty folder becomes a practice office with realistic data, once, and says how far it is', async () => {
    const dataDir = temporaryFolder()
    const opened = await openCore({ dataDir, background: false })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { call, close, signInAs } = opened.value
    expect(await preparePractice(call)).toBe(true)
    expect(await call('setup.status', {}, noOne)).toMatchObject({
      value: { kind: 'ready', practice: true, office: { code: 'PRC' } },
    })
    const connection = { via: 'window' as const, session: null }
    expect((await signInAs(connection, 'admin', 'practice-1')).ok).toBe(true)
    const howFar = () => call('system.work', { kind: 'demo' }, connection)
    const filled = fillPractice(call).then(() => null)
    const told = new Set<number>()
    while ((await Promise.race([filled, nextTurn('goes on')])) !== null) {
      const work = await howFar()
      if (work.ok && work.value !== null) told.add((work.value as { done: number }).done)
    }
    // UI-8: whoever looks sees it grow, and no more of it behind it.
    expect(told.size).toBeGreaterThan(3)
    expect(await howFar()).toMatchObject({ value: null })
    const health = await call('system.health', {}, connection)
    expect(health.ok && (health.value as { cases: number }).cases).toBeGreaterThan(100)
    expect(await preparePractice(call)).toBe(false)
    await close()
  })

  it('G-08 it asks for a password like the real thing', async () => {
    const opened = await openCore({ dataDir: temporaryFolder(), background: false })
    if (!opened.ok) throw new Error(opened.refusal.code)
    const { call, close, signInAs } = opened.value
    await preparePractice(call)
    expect((await signInAs({ via: 'cli', session: null }, 'admin', null)).ok).toBe(false)
    expect((await signInAs({ via: 'cli', session: null }, 'admin', 'wrong-pass')).ok).toBe(false)
    await close()
  })
})
