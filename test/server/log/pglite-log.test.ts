import { rmSync } from 'node:fs'
import { expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '#server/log/open-database.ts'
import { opened } from '#test/support/opened.ts'
import { pgliteFolder } from '#test/support/pglite-folder.ts'
import { logContract, slowStart } from './contract.ts'
import { append, makeCommit, newFeed, newStream } from './log-fixture.ts'

logContract('PGlite', async () => {
  const folder = await pgliteFolder()
  const database = opened(await openDatabase({ kind: 'pglite', folder }))
  return {
    logs: [database.log],
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})

it(
  'SYNC-APPEND-1 a folder is opened by one process: the second is refused and harms nothing, and it opens after',
  async () => {
    const folder = await pgliteFolder()
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const first = opened(await openDatabase({ kind: 'pglite', folder }))
    const stream = newStream()
    await append(first.log, makeCommit([stream]), [newFeed()])
    const second = await openDatabase({ kind: 'pglite', folder })
    expect(second).toEqual({ ok: false, refusal: { code: 'folder-in-use', params: { pid: process.pid } } })
    await append(first.log, makeCommit([stream]), [newFeed()])
    await first.close()
    const again = opened(await openDatabase({ kind: 'pglite', folder }))
    expect((await again.log.read((log) => log.readEvents([stream]))).length).toBe(2)
    await again.close()
  },
  slowStart,
)
