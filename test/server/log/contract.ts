/**
 * What every store of the server's log keeps: run against memory, PGlite and PostgreSQL. `open` gives one log for each
 * server process that shares the store (several on PostgreSQL).
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { chainsContract } from './contract-chains.ts'
import { transactionContract } from './contract-transactions.ts'
import { rowsContract } from './contract-rows.ts'
import { writersContract } from './contract-writers.ts'
import { append, appendAll, makeCommit, newFeed, newStream } from './log-fixture.ts'

/** Setting PGlite up computes for many seconds, minutes on a machine that is busy. */
export const slowStart = 240_000

export interface OpenedLogs {
  readonly logs: readonly ServerLog[]
  readonly close: () => Promise<void>
}

export function logContract(name: string, open: () => Promise<OpenedLogs>): void {
  describe(name, () => {
    let opened: OpenedLogs | null = null
    const logs = (): readonly ServerLog[] => must(opened, 'opened before the tests').logs
    beforeAll(async () => {
      opened = await open()
    }, slowStart)
    afterAll(() => opened?.close())

    transactionContract(() => must(logs()[0], 'one log'))
    rowsContract(() => must(logs()[0], 'one log'))
    writersContract(logs)
    chainsContract(() => must(logs()[0], 'one log'))

    it('SYNC-APPEND-1 SYNC-LINK-6 what a writer keeps in memory is kept once it is durable, before anyone hears or is answered', async () => {
      const [log, feed, said] = [must(logs()[0], 'one log'), newFeed(), [] as string[]]
      const end = log.onAppended((feeds) => void (feeds.includes(feed) && said.push('heard')))
      const write = (name: string, fails: boolean): Promise<unknown> =>
        log.write(async (writer) => {
          writer.onDurable(() => said.push(name))
          await appendAll(writer, [makeCommit([newStream()])], [feed])
          if (fails) throw new Error('the engine stopped')
        })
      await expect(write('undone', true)).rejects.toThrow('the engine stopped')
      await write('kept', false).then(() => said.push('answered'))
      end()
      expect(said.filter((each, at) => said.indexOf(each) === at)).toEqual(['kept', 'heard', 'answered'])
    })

    it('SYNC-LINK-6 every server process hears of feeds that got entries, after they can be read', async () => {
      const feed = newFeed()
      const heard = logs().map(
        (log) =>
          new Promise<number>((resolve) => {
            const end = log.onAppended((feeds) => {
              if (!feeds.includes(feed)) return
              end()
              void log.read((reader) => reader.feedEnds([feed])).then((ends) => resolve(ends[0]?.sequence ?? 0))
            })
          }),
      )
      await append(must(logs()[0], 'one log'), makeCommit([newStream()]), [feed])
      expect(await Promise.all(heard)).toEqual(logs().map(() => 1))
    })
  })
}
