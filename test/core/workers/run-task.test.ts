import { afterAll, describe, expect, it } from 'vitest'
import { rebuildTables } from '#core/workers/rebuild-tables.ts'
import { runTask, stopIdleWorkers } from '#core/workers/run-task.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

afterAll(stopIdleWorkers)

describe('worker threads', () => {
  it('A-10 verify runs off the writer, with progress', async () => {
    const { store, append, chain } = temporaryStore()
    for (let round = 0; round < 20; round += 1) append({}, {})
    const progress: number[] = []
    const { device, epoch, publicKey } = chain
    const report = await runTask(store, 'verifyLog', {
      input: { signer: { device, epoch, publicKey } },
      onProgress: (done) => progress.push(done),
    })
    expect(report).toEqual({
      events: 40,
      commits: 20,
      findings: [],
      cancelled: false,
      feeds: { entries: 0, findings: [] },
    })
    expect(progress.at(-1)).toBe(40)
    expect(await runTask(store, 'checkLog', { input: null })).toBeNull()
  })

  it('a cancelled task does not begin, one out of time is ended', async () => {
    const { store } = temporaryStore()
    await expect(runTask(store, 'checkLog', { input: null, signal: AbortSignal.abort() })).rejects.toThrow(
      'task cancelled',
    )
    await stopIdleWorkers() // a cold thread takes longer than no time
    await expect(runTask(store, 'checkLog', { input: null, timeLimitMs: 0 })).rejects.toThrow('task timed-out')
  })

  it('what a task throws is thrown to the one who asked, and the thread goes on', async () => {
    const { store } = temporaryStore()
    await expect(runTask({ ...store, folder: '/nowhere' }, 'checkLog', { input: null })).rejects.toThrow()
    expect(await runTask(store, 'checkLog', { input: null })).toBeNull()
  })

  it('tables are built anew in a worker and exchanged', async () => {
    const { store } = temporaryStore()
    expect(await rebuildTables(store)).toBe(true)
    expect(store.db.value('SELECT count(*) FROM projected')).toBe(1)
  })
})
