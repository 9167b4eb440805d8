import { setImmediate as turn } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { readFeeds } from '#core/store/feeds.ts'
import { exchange } from '#core/sync-client/round.ts'
import { one, settled, twoMachines } from '#test/support/sync/two-machines.ts'

it('SYNC-PULL-1 the next page is on its way before the present one is applied: nobody waits for the server', async () => {
  const { server, a, b } = twoMachines()
  for (let n = 0; n < 12; n += 1) a.append({ stream: one, facts: { n } })
  await settled(a)
  server.pageSize = 4
  const { wire, store } = b.client
  const left: { readonly after: number; readonly applied: number }[] = []
  // As the network's client: what is asked leaves two turns later.
  const pull: typeof wire.pull = async (asked) => {
    await turn()
    await turn()
    left.push({ after: asked.after, applied: readFeeds(store.db)[0]?.cursor ?? 0 })
    return wire.pull(asked)
  }
  const breathe = (): Promise<void> => turn()
  expect(await exchange({ ...b.client, wire: { ...wire, pull }, breathe }, 'all')).toMatchObject({ ok: true })
  expect(left.slice(0, 3)).toEqual([
    { after: 0, applied: 0 },
    { after: 4, applied: 0 },
    { after: 8, applied: 4 },
  ])
})
