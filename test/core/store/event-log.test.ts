import { describe, expect, it } from 'vitest'
import { attempt } from '#core/store/attempt.ts'
import { readAll, readEvent, readStream, readStreams } from '#core/store/read-stream.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { EnvelopeContent } from '#shared/sync/envelope.ts'
import { newEvent, temporaryStore } from '#test/support/temporary-store.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'

describe('S15 event log', () => {
  it('S15 gives back what was appended, before and after opening again', () => {
    const made = temporaryStore()
    const appended = made.append(
      {
        stream: one,
        type: 'registered',
        facts: { channel: 'phone', count: 3, tags: ['ماء'] },
        private: { name: 'سعاد' },
      },
      { stream: two, facts: {} },
    )
    expect(appended.map(({ seq, sequence, index, count }) => [seq, sequence, index, count])).toEqual([
      [1, 1, 0, 2],
      [2, 2, 1, 2],
    ])
    expect(readStream(made.store.db, one)).toEqual([appended[0]])
    const { db } = made.reopen()
    expect(readStream(db, one)).toEqual([appended[0]])
    expect(readEvent(db, two, appended[1]?.id ?? '')).toEqual(appended[1])
    expect(readEvent(db, one, appended[1]?.id ?? '')).toBeNull()
  })

  it('S15 what is stored as envelope is a valid one, without the place in the chain', () => {
    const made = temporaryStore()
    made.append({ private: { phone: '0500000000' }, expects: { state: 'x' }, rights: 'y', session: 's' })
    const bytes = made.store.db.value<Buffer>('SELECT envelope FROM events')
    expect(EnvelopeContent.parse(JSON.parse(String(bytes))).privateHash).toMatch(/^[0-9a-f]{64}$/)
  })

  it('S15 reads all in order, stops when told, and lets the visitor write', () => {
    const made = temporaryStore()
    for (let round = 0; round < 3; round += 1) made.append({ stream: one }, { stream: 'list:channels' })
    const seen: number[] = []
    readAll(made.store.db, 2, ({ seq }) => {
      made.store.db.run("INSERT INTO settings VALUES (?, '1')", `seen-${seq}`)
      seen.push(seq)
      return seq < 5
    })
    expect(seen).toEqual([2, 3, 4, 5])
    expect(readStreams(made.store.db, 'list:').map(({ seq }) => seq)).toEqual([2, 4, 6])
  })

  it('S1 a transaction that fails leaves no event and no hole in the chain', () => {
    const made = temporaryStore()
    made.append({})
    expect(() =>
      made.append({ id: '018f0000-0000-7000-8000-0000000000aa' }, { id: '018f0000-0000-7000-8000-0000000000aa' }),
    ).toThrow()
    const [next] = made.append({})
    expect([next?.seq, next?.sequence]).toEqual([2, 2])
  })

  it('S1 a refused command writes nothing', () => {
    const made = temporaryStore()
    const { db } = made.store
    const refused = attempt(db, () => {
      db.run("INSERT INTO settings VALUES ('a', '1')")
      return refuse('not-found', { what: 'x' })
    })
    expect(refused).toEqual(refuse('not-found', { what: 'x' }))
    expect(attempt(db, () => ok(db.value('SELECT count(*) FROM settings WHERE key = ?', 'a')))).toEqual(ok(0))
  })

  it('S3 the same event id is not taken twice', () => {
    const made = temporaryStore()
    const event = newEvent({})
    made.append(event)
    expect(() => made.append(event)).toThrow('UNIQUE')
  })

  it('S15 the log refuses deletion and change', () => {
    const made = temporaryStore()
    made.append({})
    expect(() => made.store.db.run('DELETE FROM events')).toThrow('never deleted')
    expect(() => made.store.db.run("UPDATE events SET facts = x'00'")).toThrow('never changes')
    expect(() => made.store.db.run('DELETE FROM commits')).toThrow('never deleted')
  })
})
