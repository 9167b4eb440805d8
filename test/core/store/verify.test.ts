import { randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openChain } from '#core/store/chain.ts'
import { appendCommit } from '#core/store/append-commit.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { noteLogEnd } from '#core/store/log-end.ts'
import { verifyStore } from '#core/store/verify.ts'
import { systemIds } from '#core/system-ports.ts'
import { createDeviceKey, signerOf } from '#core/vault/device-key.ts'
import { runs } from '#test/support/effort.ts'
import { newEvent, temporaryStore } from '#test/support/temporary-store.ts'

/** Four commits of three events: places 1–3, 4–6, 7–9, 10–12; the guards of the tables taken away. */
function unguarded() {
  const made = temporaryStore()
  for (let round = 0; round < 4; round += 1) {
    made.append({ private: { name: `سعاد ${round}` } }, { facts: { n: round } }, { stream: 'list:channels' })
  }
  const { db } = made.store
  noteLogEnd(db)
  db.exec(`DROP TRIGGER events_stay; DROP TRIGGER commits_stay; DROP TRIGGER events_keep_their_bytes;
    DROP TRIGGER events_keep_their_content; DROP TRIGGER events_keep_their_place; DROP TRIGGER events_keep_their_private_part`)
  return { made, db }
}

const found = (db: WritableDb) => verifyStore(db).findings.map(({ seq, why }) => `${seq} ${why}`)

const tampering: readonly [string, string, readonly string[]][] = [
  ['altered facts', `UPDATE events SET facts = CAST('{"n":9}' AS BLOB) WHERE seq = 5`, ['5 altered']],
  ['an altered envelope', `UPDATE events SET envelope = CAST(replace(CAST(envelope AS TEXT), 'user-1', 'user-2') AS BLOB) WHERE seq = 4`, ['4 altered']],
  ['an altered private part', `UPDATE events SET private = CAST('{}' AS BLOB) WHERE seq = 7`, ['7 private-altered']],
  ['an altered stream beside the bytes', `UPDATE events SET stream = 'targets' WHERE seq = 6`, ['6 column-altered']],
  ['a deleted event', 'DELETE FROM events WHERE seq = 5', ['5 missing', '6 out-of-place']],
  ['a deleted commit', 'DELETE FROM events WHERE seq BETWEEN 4 AND 6; DELETE FROM commits WHERE first_seq = 4', ['4 missing', '5 missing', '6 missing', '7 out-of-place']],
  ['a deleted row of commits', 'DELETE FROM commits WHERE first_seq = 4', ['4 commit-missing', '5 commit-missing', '6 commit-missing']],
  ['two events that changed places', 'UPDATE events SET seq = 99 WHERE seq = 4; UPDATE events SET seq = 4 WHERE seq = 5; UPDATE events SET seq = 5 WHERE seq = 99', ['4 out-of-place', '4 commit-not-whole', '5 out-of-place', '5 commit-not-whole', '6 out-of-place']],
  ['events cut off at the end', 'DELETE FROM events WHERE seq > 10', ['12 tail-missing', '12 tail-missing']],
  ['a whole commit cut off at the end', 'DELETE FROM events WHERE seq > 9; DELETE FROM commits WHERE first_seq > 9', ['12 tail-missing']],
  ['a private part taken out', 'UPDATE events SET private = NULL WHERE seq = 7', ['7 private-missing']],
  ['a verdict that no server gave', "UPDATE events SET verdict = 'void' WHERE seq = 5", ['5 verdict']],
  ['another signature', "UPDATE commits SET signature = zeroblob(64) WHERE first_seq = 7", ['9 signature']],
  ['another key in the log', 'UPDATE chains SET public_key = zeroblob(32)', ['1 out-of-place', '3 signature', '6 signature', '9 signature', '12 signature']],
] // prettier-ignore

describe('S15 verify', () => {
  it('S15 proves an untouched log and says how much it was', () => {
    const { made, db } = unguarded()
    const progress: number[] = []
    const report = verifyStore(db, { progress: (done) => progress.push(done), signer: made.chain })
    expect(report).toEqual({ events: 12, commits: 4, findings: [], cancelled: false })
    expect(progress.at(-1)).toBe(12)
  })

  it.each(tampering)('S15 finds %s', (_, script, expected) => {
    const { db } = unguarded()
    db.exec(script)
    expect(found(db)).toEqual(expected)
  })

  it('S15 names the event by its id', () => {
    const { db } = unguarded()
    const id = db.value<string>('SELECT id FROM events WHERE seq = 5')
    db.exec("UPDATE events SET facts = CAST('{}' AS BLOB) WHERE seq = 5")
    expect(verifyStore(db).findings).toEqual([{ seq: 5, id, why: 'altered' }])
  })

  it('S15 finds a chain that was forged from one event on, by its signatures', () => {
    const { made, db } = unguarded()
    const forger = { ...made.chain, sign: (bytes: Uint8Array) => randomBytes(bytes.length * 2) }
    db.exec('DELETE FROM events WHERE seq > 9; DELETE FROM commits WHERE first_seq > 9')
    const events = [newEvent({}), newEvent({}), newEvent({})]
    db.transaction(() => appendCommit(db, forger, { commit: systemIds.uuid(), events }))
    expect(found(db)).toEqual(['12 signature', '12 out-of-place'])
  })

  it('S15 finds that the log names another key than the device holds', () => {
    const { db } = unguarded()
    const other = signerOf(createDeviceKey('device-1', 1), systemIds.randomBytes)
    expect(verifyStore(db, { signer: other }).findings).toEqual([{ seq: 0, id: null, why: 'key-exchanged' }])
  })

  it('S12 a new epoch goes on from the old one and covers it', () => {
    const { made, db } = unguarded()
    const second = openChain(db, signerOf(createDeviceKey('device-1', 2), systemIds.randomBytes))
    const append = (): void =>
      void db.transaction(() => appendCommit(db, second, { commit: systemIds.uuid(), events: [newEvent({})] }))
    append()
    append()
    expect(verifyStore(db).findings).toEqual([])
    expect(made.chain.id).not.toBe(second.id)
    db.exec('UPDATE chains SET public_key = zeroblob(32) WHERE epoch = 2')
    expect(found(db)).toEqual(['13 out-of-place', '13 signature', '14 signature'])
  })

  it('S19 a forgotten private part still verifies; one that only went missing does not', () => {
    const { made, db } = unguarded()
    const stream = 'person:0190a000-0000-7000-8000-000000000001'
    made.append({ stream, type: 'person.recorded', private: { name: 'سعاد' } })
    made.append({ stream, type: 'person.forgotten' })
    made.append({ stream, type: 'person.recorded', private: { name: 'سعاد' } })
    db.exec('UPDATE events SET private = NULL WHERE seq = 13')
    expect(found(db)).toEqual([])
    db.exec('UPDATE events SET private = NULL WHERE seq IN (4, 15)')
    expect(found(db)).toEqual(['4 private-missing', '15 private-missing'])
  })

  it('S15 any single changed byte of any event is found, and names that event', () => {
    const { db } = unguarded()
    const place = fc.record({
      seq: fc.integer({ min: 1, max: 12 }),
      column: fc.constantFrom('facts', 'envelope', 'link', 'content_hash'),
      at: fc.nat(),
      flip: fc.integer({ min: 1, max: 255 }),
    })
    fc.assert(
      fc.property(place, ({ seq, column, at, flip }) => {
        const before = Buffer.from(db.value<Buffer>(`SELECT ${column} FROM events WHERE seq = ?`, seq) ?? [])
        const changed = Buffer.from(before)
        changed[at % changed.length] = (changed[at % changed.length] ?? 0) ^ flip
        db.run(`UPDATE events SET ${column} = ? WHERE seq = ?`, changed, seq)
        expect(verifyStore(db).findings[0]?.seq).toBe(seq)
        db.run(`UPDATE events SET ${column} = ? WHERE seq = ?`, before, seq)
      }),
      runs(40),
    )
    expect(found(db)).toEqual([])
  })

  it('S15 stops when told', () => {
    const { db } = unguarded()
    expect(verifyStore(db, { isCancelled: () => true })).toMatchObject({ cancelled: true, events: 0 })
  })
})
