import { cpSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { openStore, type Store } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { verifyStore } from '#core/store/verify.ts'
import { silentLog } from '#core/system-ports.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

interface Place {
  readonly folder: string
  readonly key: Uint8Array
}

/** Takes the last commit out of the log's file, whole, as somebody would who wants it unseen. */
function cutLastCommit({ folder, key }: Place): void {
  const db = openWritable({ file: storeFile(folder), key })
  const guards = db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  const first = db.value<number>('SELECT max(first_seq) FROM commits') ?? 0
  db.exec(`DELETE FROM events WHERE seq >= ${first}; DELETE FROM commits WHERE first_seq >= ${first}`)
  db.close()
}

function open({ folder, key }: Place): Store {
  const opened = openStore({ folder, key, projections: [], log: silentLog })
  if (!opened.ok) throw new Error(opened.refusal.code)
  onTestFinished(opened.value.close)
  return opened.value
}

const lost = [{ seq: 2, id: null, why: 'tail-missing' }]

describe('S15 the end of the log', () => {
  it('S15 is noted at a clean stop: a commit that is missing from there on is told without any tables', () => {
    const made = temporaryStore()
    made.append({})
    made.append({})
    made.store.close()
    cutLastCommit(made)
    for (const name of readdirSync(made.folder)) if (name.startsWith('tables-')) rmSync(join(made.folder, name))
    expect(verifyStore(open(made).db).findings).toEqual(lost)
  })

  it('S15 after an unclean stop is known to the tables, and that it was lost is told ever after', () => {
    const made = temporaryStore()
    made.append({})
    made.append({})
    const copy = { folder: join(temporaryFolder(), 'office'), key: made.key }
    cpSync(made.folder, copy.folder, { recursive: true, filter: (source) => !/lock\.db|-shm$/.test(source) })
    const whole = open(copy)
    expect(verifyStore(whole.db).findings).toEqual([])
    whole.close()
    const again = { ...copy, folder: join(temporaryFolder(), 'office') }
    cpSync(made.folder, again.folder, { recursive: true, filter: (source) => !/lock\.db|-shm$/.test(source) })
    cutLastCommit(again)
    const cut = open(again)
    expect(verifyStore(cut.db).findings).toEqual(lost)
    cut.close()
    expect(verifyStore(open(again).db).findings).toEqual(lost)
  })
})
