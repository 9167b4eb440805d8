import { expect, it } from 'vitest'
import { readStreams } from '#core/store/read-stream.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

it('SYNC-MERGE-1 reference data is read in the order that the server gave, not as it came', () => {
  const { store, append } = temporaryStore()
  const told = [
    ['list:central/channels', 'b'],
    ['list:office/channels', 'x'],
    ['list:central/channels', 'a'],
    ['list:central/channels', 'own'],
  ] as const
  for (const [stream, code] of told) append({ stream, type: 'entry.set', facts: { code } })
  const place = (seq: number, position: number) =>
    store.db.run("UPDATE events SET verdict = 'accepted', position = ? WHERE seq = ?", position, seq)
  store.db.transaction(() => {
    place(1, 2)
    place(2, 1)
    place(3, 1)
  })
  expect(readStreams(store.db, 'list:').map(({ facts }) => facts['code'])).toEqual(['a', 'x', 'b', 'own'])
})
