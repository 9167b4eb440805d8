import { EventEmitter } from 'node:events'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { CoreRefused } from '#shared/contract/desktop/core-process.ts'
import { CoreWatch } from '#main/host/core-watch.ts'
import type { CoreWatchOptions } from '#main/host/core-watch.ts'
import type { CoreChild } from '#main/host/core-child.ts'
import { forkCore } from '#main/host/forked-core.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const quick = { waits: [5, 10, 20], calmMs: 60_000 }

/** A child that dies as it is told: what the watch does about it is what is tested, with a real process each time. */
function dyingCore(): string {
  const folder = join(temporaryFolder(), 'core')
  mkdirSync(folder)
  const path = join(folder, 'main.cjs')
  writeFileSync(
    path,
    `process.on('message', (message) => {
      if (message.kind === 'start') {
        require('node:fs').appendFileSync(message.dataDir, 'x')
        if (message.demo) process.send({ kind: 'listening', socket: message.dataDir }, () => process.exit(3))
        else process.send({ kind: 'refused', answer: { error: { code: 'folder-in-use', ar: 'أ', en: 'held by 7' } } }, () => process.exit(2))
      }
    })`,
  )
  return path
}

type Heard = string[]

function watchOf(
  entry: string,
  dataDir: string,
  more: Partial<CoreWatchOptions<CoreChild>> & { readonly demo: boolean },
) {
  const heard: Heard = []
  const ended = new EventEmitter()
  const { demo, ...rest } = more
  const watch = new CoreWatch({
    launch: () => forkCore(process.execPath, entry),
    start: { dataDir, demo, secrets: null },
    policy: quick,
    onUp: () => heard.push('up'),
    onDown: (code) => heard.push(`down ${code}`),
    onRefused: (error: CoreRefused) => {
      heard.push(`refused: ${error.en}`)
      ended.emit('end')
    },
    onGivenUp: () => {
      heard.push('given up')
      ended.emit('end')
    },
    ...rest,
  })
  return { watch, heard, ended: () => new Promise((done) => ended.once('end', done)) }
}

describe('S1 watching over the core', () => {
  it('S1 it is started again after every end, given up at the limit, and tried anew when a person says so', async () => {
    const counter = join(temporaryFolder(), 'starts')
    const { watch, heard, ended } = watchOf(dyingCore(), counter, { demo: true })
    watch.start()
    await ended()
    expect(readFileSync(counter, 'utf8')).toBe('xxxx')
    expect(heard).toEqual(['up', 'down 3', 'up', 'down 3', 'up', 'down 3', 'up', 'down 3', 'given up'])
    expect(watch.child).toBeNull()
    const again = ended()
    watch.tryAgain()
    await again
    expect(readFileSync(counter, 'utf8')).toBe('xxxxxxxx')
  })

  it('S12 a folder that cannot be opened is said once and not tried again', async () => {
    const counter = join(temporaryFolder(), 'starts')
    const { watch, heard, ended } = watchOf(dyingCore(), counter, { demo: false })
    watch.start()
    await ended()
    await watch.stop()
    expect(heard).toEqual(['refused: held by 7'])
    expect(readFileSync(counter, 'utf8')).toBe('x')
  })

  it('S1 the real core is stopped in good order: no mark of an unclean stop stays', async () => {
    const dataDir = join(temporaryFolder(), 'data')
    mkdirSync(dataDir)
    const up = Promise.withResolvers<string>()
    const { watch } = watchOf(join(import.meta.dirname, '../../../src-main/core/main.ts'), dataDir, {
      demo: false,
      onUp: (_child, socket) => up.resolve(socket),
    })
    watch.start()
    expect(await up.promise).toContain('core.sock')
    await watch.stop()
    expect(watch.child).toBeNull()
  })
})
