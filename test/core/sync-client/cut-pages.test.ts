import { expect, it } from 'vitest'
import fc from 'fast-check'
import { buildTables, nextTablesFile } from '#core/store/tables.ts'
import { runs } from '#test/support/effort.ts'

import { foldedIn, one, proven, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'

it('SYNC-PULL-4 SYNC-MERGE-5 however pages are cut and whoever is offline, tables equal the fold, and a rebuild gives the same', async () => {
  const streams = [one, two]
  const step = fc.record({
    who: fc.integer({ min: 0, max: 1 }),
    what: fc.constantFrom('write', 'write', 'sync'),
    stream: fc.constantFrom(...streams),
    kind: fc.constantFrom('note', 'note', 'conflict', 'held'),
  })
  const story = fc.record({ steps: fc.array(step, { maxLength: 25 }), pageSize: fc.integer({ min: 1, max: 5 }) })
  await fc.assert(
    fc.asyncProperty(story, async ({ steps, pageSize }) => {
      const { server, a, b } = twoMachines()
      server.pageSize = pageSize
      server.judge = (_, [type]) =>
        type === 'held'
          ? { kind: 'held', reason: { code: 'sync-newer', params: {} } }
          : type === 'conflict'
            ? { kind: 'conflict', facts: [] }
            : { kind: 'accepted', moved: [] }
      let n = 0
      for (const { who, what, stream, kind } of steps) {
        const replica = who === 0 ? a : b
        if (what === 'write') replica.append({ stream, type: kind, facts: { n: (n += 1) } })
        else await settled(replica)
        expect(tablesOf(replica)).toEqual(foldedIn(replica, streams))
      }
      await settled(a, b)
      expect(foldedIn(a, streams)).toEqual(foldedIn(b, streams))
      for (const replica of [a, b]) {
        expect(tablesOf(replica)).toEqual(foldedIn(replica, streams))
        const { store } = replica
        const file = nextTablesFile(store.folder)
        const before = tablesOf(replica)
        const log = store.openReader()
        buildTables(log, store, { file })
        log.close()
        store.adoptTables(file)
        expect(tablesOf(replica)).toEqual(before)
        proven(replica, server)
        store.close()
      }
    }),
    runs(15),
  )
})
