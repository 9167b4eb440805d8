import { spawn, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { describe, expect, it } from 'vitest'
import type { ReadableDb } from '#core/store/driver.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'
import { testOffice } from '#test/support/test-office.ts'

/** Asked anew each time: a statement that is kept would go on telling what it was prepared with. */
const pragma = (db: ReadableDb, name: string): unknown =>
  Object.values([...db.each<object>(`PRAGMA ${name}`)][0] ?? {})[0]

const [normal, full] = [1, 2]

const canTrace = spawnSync('strace', ['-f', '-e', 'trace=none', 'true']).status === 0
const child = join(import.meta.dirname, '../../support/kill-child.ts')
const answers = 5

/** A core of its own that registers. Out: what it did to the end of its fifth answer, a line each: waiting for the log's disk, answering. */
async function watched(folder: string): Promise<readonly string[]> {
  const trace = join(temporaryFolder(), 'trace')
  const calls = ['-f', '-y', '-e', 'trace=fsync,fdatasync,write', '-e', 'signal=none', '-o', trace]
  const core = spawn('strace', [...calls, process.execPath, child, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  })
  const ended = new Promise((resolve) => core.once('close', resolve))
  let left = answers + 1
  createInterface({ input: core.stdout }).on('line', () => {
    left -= 1
    if (left === 0 && core.pid !== undefined) process.kill(-core.pid, 'SIGKILL')
  })
  await ended
  return readFileSync(trace, 'utf8').split('\n').flatMap(told)
}

function told(line: string): readonly string[] {
  if (/f(data)?sync\(\d+<[^>]*insaf\.db-wal>/.test(line)) return ['on disk']
  return /write\(1<[^>]*>, "[A-Z]+-/.test(line) ? ['answered'] : []
}

describe('S1 what is answered is on disk', () => {
  it('S1 S19 the log waits for the disk at each commit, tables need not; both wipe what they delete', () => {
    const { db } = temporaryStore().store
    expect(pragma(db, 'main.synchronous')).toBe(full)
    expect(pragma(db, 'tables.synchronous')).toBe(normal)
    for (const schema of ['main', 'tables']) {
      expect(pragma(db, `${schema}.journal_mode`)).toBe('wal')
      expect(pragma(db, `${schema}.secure_delete`)).toBe(1)
    }
  })

  it('S1 what may reach the disk later is so for its own transaction alone, also one that throws', () => {
    const { db } = temporaryStore().store
    const fails = (): never => {
      throw new Error('undone')
    }
    expect(db.transactionSoon(() => pragma(db, 'main.synchronous'))).toBe(normal)
    expect(pragma(db, 'main.synchronous')).toBe(full)
    expect(() => db.transactionSoon(fails)).toThrow('undone')
    expect(pragma(db, 'main.synchronous')).toBe(full)
  })

  it.skipIf(!canTrace)('S1 the log’s disk is waited for before each answer', async () => {
    const office = await testOffice()
    await office.close()
    const did = (await watched(office.folder)).join(' ').split('answered').slice(0, answers)
    expect(did).toHaveLength(answers)
    for (const before of did) expect(before).toContain('on disk')
  })
})
