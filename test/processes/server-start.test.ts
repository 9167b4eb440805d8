import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { UnitStatus } from '#server/devices/unit-status.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { serverPatience } from '#test/support/test-server.ts'
import { ServerProcess } from './support/server-process.ts'

const root = join(import.meta.dirname, '../..')

/** Who has the store's folder. */
function holderOf({ folder }: ServerProcess): number {
  const file = join(folder, 'store', 'holder.pid')
  return existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0
}

test(
  'S2 what the command line says was done while the server was still starting is there afterwards, and nothing else',
  async () => {
    const server = await ServerProcess.prepare({ folder: temporaryFolder(), databaseUrl: null })
    const starting = server.start()
    while (holderOf(server) !== server.pid) await wait(20)
    const add = (code: string): Promise<boolean> =>
      server.administer('office add', { code, name: `مكتب ${code}` }).then(
        () => true,
        () => false,
      )
    const done: string[] = []
    // A code has four digits at most: thousands in the seconds of a start would use them all up.
    for (let number = 1000; done.length === 0 && number < 10_000; number += 1) {
      if (await add(`AB${number}`)) done.push(`AB${number}`)
      await wait(10)
    }
    expect(done).toHaveLength(1)
    await starting
    await server.kill()
    const { offices } = await server.administer<{ offices: readonly UnitStatus[] }>('status', {})
    expect(offices.map(({ code }) => code).filter((code) => code.startsWith('AB'))).toEqual(done)
  },
  serverPatience,
)

test(
  'S10 a server whose port is taken says so and ends: it does not stay behind, holding its folder',
  async () => {
    const first = await ServerProcess.prepare({ folder: temporaryFolder(), databaseUrl: null })
    await first.start()
    const folder = temporaryFolder()
    await copyEmptyStore(join(folder, 'store'))
    const options = ['--data', folder, '--port', String(first.port)]
    const { status, stderr } = spawnSync(process.execPath, [join(root, 'sync-server/main.ts'), ...options], {
      encoding: 'utf8',
      timeout: 60_000,
    })
    expect({ status, isNamed: stderr.includes('(server-cannot-listen)') }).toEqual({ status: 2, isNamed: true })
    expect((await first.stop()).code).toBe(0)
  },
  serverPatience,
)
