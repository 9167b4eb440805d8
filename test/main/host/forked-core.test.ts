import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { forkCore } from '#main/host/forked-core.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

it('3.1 what Node compiled of the program stands in the folder it was built into, and nowhere in the source', async () => {
  const built = temporaryFolder()
  mkdirSync(join(built, 'core'))
  const entry = join(built, 'core', 'main.cjs')
  writeFileSync(entry, 'process.send(process.env.NODE_COMPILE_CACHE, () => process.exit())')
  const told = await new Promise((resolve) => forkCore(process.execPath, entry).onMessage(resolve))
  expect(told).toBe(join(built, '.compile-cache'))
})
