import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { lookAtLogEnd } from '#server/log-witness.ts'
import { openServer } from '#server/open-server.ts'
import type { OpenServer } from '#server/open-server.ts'
import { silentJournal } from '#server/system-ports.ts'
import { putBackFeed } from '#test/support/put-back-feed.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { appendTestEntries } from '#test/support/test-entries.ts'
import { serverPatience } from '#test/support/test-server.ts'

const central = FeedName.parse('central')

/** A server whose log has an end, and what it wrote into its journal. */
async function opened(folder: string): Promise<{ readonly server: OpenServer; readonly said: readonly unknown[] }> {
  const said: unknown[] = []
  const journal = { ...silentJournal, error: (...words: readonly unknown[]) => void said.push(words) }
  const server = await openServer({ folder, databaseUrl: null, journal })
  if (!server.ok) throw new Error(server.refusal.code)
  return { server: server.value, said }
}

test(
  'SYNC-RECOVER-10 a data folder that takes no note keeps no server from starting: it is said, and what was noted before is a witness still (S10, S12)',
  async () => {
    const folder = temporaryFolder()
    await copyEmptyStore(join(folder, 'store'))
    const note = join(folder, 'log-end.json')
    const before = await opened(folder)
    await appendTestEntries(before.server, { feed: central, count: 3, bytes: 50 })
    await lookAtLogEnd(before.server)
    const noted = readFileSync(note, 'utf8')
    await appendTestEntries(before.server, { feed: central, count: 3, bytes: 50 })
    await before.server.close()
    expect(before.said).toEqual([])

    // As where the disk is full or may only be read: the name of what is written first is taken.
    const taken = `${note}.${process.pid}`
    mkdirSync(taken)
    const { server, said } = await opened(folder)
    onTestFinished(() => server.close())
    const words = ['log end not noted', { error: expect.stringMatching(/^Error E[A-Z]+/) }]
    expect(said).toEqual([words])
    expect(await lookAtLogEnd(server)).toBe(1)
    expect([said.length, readFileSync(note, 'utf8')]).toEqual([2, noted])

    await putBackFeed(server, central, 2)
    const logEpoch = await lookAtLogEnd(server)
    expect(logEpoch).toBeGreaterThan(1)
    server.enter(logEpoch)
    // Known by now, whether or not it could be noted.
    expect(await lookAtLogEnd(server)).toBe(logEpoch)
    rmSync(taken, { recursive: true })
    expect(await lookAtLogEnd(server)).toBe(logEpoch)
    expect(JSON.parse(readFileSync(note, 'utf8'))).toMatchObject({ logEpoch, sequence: 2 })
    expect(existsSync(taken)).toBe(false)
  },
  serverPatience,
)

test(
  'SYNC-RECOVER-10 a log that cannot be held against the note is no log to give anything by',
  async () => {
    const folder = temporaryFolder()
    await copyEmptyStore(join(folder, 'store'))
    const { server, said } = await opened(folder)
    onTestFinished(() => server.close())
    const log = { ...server.log, read: () => Promise.reject(new Error('gone')) }
    await expect(lookAtLogEnd({ ...server, log })).rejects.toThrow('gone')
    expect(said).toEqual([])
  },
  serverPatience,
)
