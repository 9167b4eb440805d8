import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { endLease, takeLease } from '#server/duties/lease.ts'
import { openDatabase } from '#server/log/open-database.ts'
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
    await close()
  }, 120_000)
})
