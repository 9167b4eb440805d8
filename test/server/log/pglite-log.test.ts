import { spawnSync } from 'node:child_process'
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

/** What another process is told that tries to open the folder. */
function openElsewhere(folder: string): string {
  const source = `import { lockServerFolder } from '#server/log/pglite/folder-lock.ts'
    console.log(JSON.stringify(lockServerFolder(${JSON.stringify(folder)})))`
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '--eval', source], {
    encoding: 'utf8',
  })
  return stdout === '' ? stderr : stdout
}

it(
  'SYNC-APPEND-1 an opened folder stays locked for other processes, whatever this one reads and makes durable in it',
  async () => {
    const folder = await pgliteFolder()
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const first = opened(await openDatabase({ kind: 'pglite', folder }))
    expect(openElsewhere(folder)).toContain('folder-in-use')
    await first.close()
    expect(openElsewhere(folder)).toContain('"ok":true')
  },
  slowStart,
)
