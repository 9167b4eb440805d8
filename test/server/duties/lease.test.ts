import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, test } from 'vitest'
import { dutiesInBackground } from '#server/duties/duties-in-background.ts'
import { endLease, takeLease } from '#server/duties/lease.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { silentJournal } from '#server/system-ports.ts'
import { must } from '#shared/lib/assert.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

describe('the lease of duties', () => {
  test('SYNC-DUTY-1 one server holds it at a time; it passes on when it is given up or not renewed', async () => {
    const folder = join(temporaryFolder(), 'store')
    await copyEmptyStore(folder)
    const opened = await openDatabase({ kind: 'pglite', folder })
    const { db, close } = must(opened.ok ? opened.value : null, 'an empty folder opens')
    const [first, second] = [
      { name: 'duties', holder: 'first' },
      { name: 'duties', holder: 'second' },
    ] as const
    expect(await takeLease(db, first, 60)).toBe(true)
    expect(await takeLease(db, second, 60)).toBe(false)
    expect(await takeLease(db, first, 60)).toBe(true)
    await endLease(db, second)
    expect(await takeLease(db, second, 60)).toBe(false)
    await endLease(db, first)
    expect(await takeLease(db, second, -1)).toBe(true)
    // It has run out already.
    expect(await takeLease(db, first, 60)).toBe(true)
    await endLease(db, first)
    const ran: string[] = []
    const serving = (holder: string) =>
      dutiesInBackground({ db, journal: silentJournal, holder, run: () => Promise.resolve(ran.push(holder)) })
    // Each looks as it begins; ending waits for that look.
    const one = serving('one')
    while (ran.length === 0) await wait(5)
    await serving('two').end()
    expect(ran).toEqual(['one'])
    await one.end()
    await serving('two').end()
    expect(ran).toEqual(['one', 'two'])
    await close()
  }, 120_000)
})
