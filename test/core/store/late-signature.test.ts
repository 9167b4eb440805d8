import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appendUnsigned } from '#core/store/append-commit.ts'
import { openChain, signLastCommit } from '#core/store/chain.ts'
import { checkLastCommit } from '#core/store/check-last-commit.ts'
import { openStore } from '#core/store/open-store.ts'
import { verifyStore } from '#core/store/verify.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { newEvent, temporaryStore } from '#test/support/temporary-store.ts'

/** A store whose last commit is answered and not yet signed. */
function answered() {
  const made = temporaryStore()
  const { db } = made.store
  made.append({})
  const commit = () =>
    db.transaction(() => appendUnsigned(db, made.chain, { commit: systemIds.uuid(), events: [newEvent({})] }))
  commit()
  return { made, db, commit }
}

const lengths = `SELECT length(signature) FROM commits ORDER BY first_seq`
const signatures = (db: ReturnType<typeof answered>['db']): readonly number[] =>
  db.all<Record<string, number>>(lengths).map((row) => Object.values(row)[0] ?? -1)

describe('S15: the signature follows the answer', () => {
  it('it is made by what is owed behind the commit, and the log is proven before and after', () => {
    const { made, db } = answered()
    expect(signatures(db)).toEqual([64, 0])
    expect(verifyStore(db).findings).toEqual([])
    db.owe(() => signLastCommit(db, made.chain))
    expect(signatures(db)).toEqual([64, 64])
    expect(verifyStore(db).findings).toEqual([])
  })

  it('a folder copied at the moment of the answer opens with the commit, and signs it', () => {
    const { made } = answered()
    const copy = join(temporaryFolder(), 'office')
    cpSync(made.folder, copy, { recursive: true, filter: (source) => !/lock\.db|-shm$/.test(source) })
    const opened = openStore({ folder: copy, key: made.key, projections: [], log: silentLog })
    if (!opened.ok) throw new Error(opened.refusal.code)
    onTestFinished(opened.value.close)
    expect(signatures(opened.value.db)).toEqual([64, 0])
    openChain(opened.value.db, made.chain)
    expect(signatures(opened.value.db)).toEqual([64, 64])
    expect(verifyStore(opened.value.db, { signer: made.chain }).findings).toEqual([])
  })

  it('only the last commit may lack it, and its link is proven all the same', () => {
    const { db, commit } = answered()
    expect(checkLastCommit(db)).toBeNull()
    commit()
    expect(verifyStore(db).findings).toEqual([{ seq: 2, id: null, why: 'signature' }])
    db.exec('DROP TRIGGER events_keep_their_bytes; UPDATE events SET link = zeroblob(32) WHERE seq = 3')
    expect(checkLastCommit(db)).toMatch('broken at event 3')
  })

  it('work beside it that cannot be done does not keep it from being made', () => {
    const { made, db } = answered()
    db.owe(
      () => signLastCommit(db, made.chain),
      () => {
        throw new Error('cannot be done')
      },
    )
    expect(signatures(db)).toEqual([64, 64])
  })

  it('what was undone is not where the next commit goes on (S3)', () => {
    const { made, db } = answered()
    signLastCommit(db, made.chain)
    const undone = () =>
      db.transaction(() => {
        appendUnsigned(db, made.chain, { commit: systemIds.uuid(), events: [newEvent({}), newEvent({})] })
        throw new Error('undone')
      })
    expect(undone).toThrow('undone')
    made.append({})
    made.append({}, {})
    expect(verifyStore(db).findings).toEqual([])
  })
})
