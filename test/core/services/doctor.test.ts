import { describe, expect, it } from 'vitest'
import { allProjections } from '#core/projections/all-projections.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { openStore } from '#core/store/open-store.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

const monday = '2026-01-05T07:00:00.000Z' as Instant

interface Registered {
  readonly case: string
}

describe('S15 the doctor', () => {
  it('S15 finds a case whose tables say something else than the log, and rebuilding heals it', async () => {
    const office = await testOffice({ now: monday })
    const { case: id } = await office.call<Registered>('intake.register', phoneForm())
    await office.call<Registered>('intake.register', phoneForm({ subject: 'شكوى ثانية' }))
    expect(await office.call('system.doctor')).toMatchObject({ ok: true })
    await office.core.close()
    await inTables(office.folder, (db) => {
      db.run("UPDATE case_states SET state = json_set(state, '$.channel', 'fax') WHERE id = ?", id)
    })
    await office.reopen()
    const sick = await office.call<{ ok: boolean; checks: readonly { name: string; ok: boolean }[] }>('system.doctor')
    expect(sick.ok).toBe(false)
    expect(sick.checks.filter(({ ok }) => !ok).map(({ name }) => name)).toEqual(['tables'])
    expect(await office.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
  })

  it.each([
    ['emptied rows of lists', 'DELETE FROM case_rows', 'tables'],
    ['a row of a list that says something else', "UPDATE case_rows SET status = 'closed'", 'tables'],
    ['emptied facts', 'DELETE FROM case_facts', 'tables'],
    ['emptied people', 'DELETE FROM people', 'tables'],
    ['a person who is somebody else', "UPDATE people SET details = json_set(details, '$.mobile', '1')", 'tables'],
    ['an emptied search index', 'DELETE FROM search_index', 'search'],
    [
      'a search index of other words',
      "DELETE FROM search_index; INSERT INTO search_index (rowid, text) SELECT key, 'x' FROM case_rows",
      'search',
    ],
    ['an emptied index of names', 'DELETE FROM people_names', 'search'],
  ])('S15 finds %s, and rebuilding heals it', async (_, script, name) => {
    const office = await testOffice({ now: monday })
    await office.call<Registered>('intake.register', phoneForm())
    await office.call('cases.search', { text: 'الخطيب' })
    expect(await office.call('system.doctor')).toMatchObject({ ok: true })
    await office.core.close()
    await inTables(office.folder, (db) => db.exec(script))
    await office.reopen()
    const { ok, checks } = await office.call<{ ok: boolean; checks: readonly Sick[] }>('system.doctor')
    expect(ok).toBe(false)
    expect(checks.find((each) => each.name === name)).toMatchObject({
      ok: false,
      ar: expect.stringContaining('doctor --rebuild'),
      en: expect.stringContaining('doctor --rebuild'),
    })
    expect(await office.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
  })
})

interface Sick {
  readonly name: string
  readonly ok: boolean
}

async function inTables(folder: string, work: (db: WritableDb) => void): Promise<void> {
  const vault = await openVault(folder, { ids: systemIds, secrets: null })
  if (!vault.ok) throw new Error(vault.refusal.code)
  const store = openStore({ folder, key: vault.value.key, projections: allProjections, log: silentLog })
  if (!store.ok) throw new Error(store.refusal.code)
  const { db } = store.value
  db.transaction(() => work(db))
  store.value.close()
}
