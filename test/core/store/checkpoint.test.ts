import { statSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { emptyLogs, leaveCheckpoints } from '#core/store/checkpoint.ts'
import { storeFile } from '#core/store/store-file.ts'
import { runTask, stopIdleWorkers } from '#core/workers/run-task.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

afterAll(stopIdleWorkers)

const walOf = (folder: string): number => statSync(`${storeFile(folder)}-wal`).size

describe('write-ahead logs of a core with a worker', () => {
  it('S1 a worker brings the commits into the file, and the log of commits begins anew', async () => {
    const { store, append } = temporaryStore()
    leaveCheckpoints(store.db)
    for (let round = 0; round < 50; round += 1) append({}, {})
    const [size, before] = [walOf(store.folder), statSync(storeFile(store.folder)).size]
    await runTask(store, 'checkpoint', { input: null })
    expect(statSync(storeFile(store.folder)).size).toBeGreaterThan(before)
    for (let round = 0; round < 10; round += 1) append({}, {})
    expect(walOf(store.folder)).toBe(size)
    expect(store.db.value('SELECT count(*) FROM commits')).toBe(60)
  })

  it('SYNC-MERGE-6 they are emptied also while a worker has its turn', async () => {
    const { store, append } = temporaryStore()
    leaveCheckpoints(store.db)
    for (let round = 0; round < 200; round += 1) append({}, {})
    const turn = runTask(store, 'checkpoint', { input: null })
    expect(await emptyLogs(store.db)).toBe(true)
    await turn
    expect(walOf(store.folder)).toBe(0)
  })
})
