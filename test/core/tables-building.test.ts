import { readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'

/* Architecture: tables and search are projections; a changed one is built anew, registration open meanwhile. */

const cases = 420

const tablesOf = (folder: string): readonly string[] =>
  readdirSync(folder).filter((name) => /^tables-\d+\.db$/.test(name))

function removeTables(folder: string): void {
  for (const name of readdirSync(folder).filter((each) => each.startsWith('tables-'))) rmSync(join(folder, name))
}

/** S15: a command that finds its tables gone makes them before it answers, and not a second time when asked to rebuild. */
async function rebuiltOnce(folder: string): Promise<void> {
  removeTables(folder)
  const command = await openOfficeFolder({ folder })
  const built = tablesOf(folder)
  expect(await command.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
  expect(tablesOf(folder)).toEqual(built)
  await command.call('intake.register', phoneForm())
  expect(await command.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
  expect(tablesOf(folder)).not.toEqual(built)
}

describe('tables that must be built anew', () => {
  it('S6 S15 registration and work on a case go on, lists say so, and the rebuild gives the same state, once', async () => {
    const office = await testOffice({ practice: true })
    await office.call('system.demo', { cases, seed: 3 })
    const before = await office.call('system.stateHash')
    const counts = await office.call('cases.counts')
    await office.close()
    removeTables(office.folder)

    const again = await openOfficeFolder({ folder: office.folder, background: true })
    expect(await again.refused('cases.counts')).toBe('tables-building')
    expect(await again.refused('cases.search', { text: 'رخصة' })).toBe('tables-building')
    const registered = await again.call<{ case: string; reference: string }>('intake.register', phoneForm())
    expect((await again.call<{ status: string }>('triage.accept', { case: registered.case })).status).toBe('accepted')

    expect(await again.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
    expect(await again.call('system.stateHash')).not.toEqual(before)
    expect(await again.call('cases.counts')).toMatchObject({
      ...(counts as object),
      all: cases + 1,
      all_open: expect.any(Number) as number,
      to_triage: expect.any(Number) as number,
    })
    const { lines } = await again.call<{ lines: readonly { reference: string }[] }>('cases.search', {
      text: registered.reference,
    })
    expect(lines.map(({ reference }) => reference)).toEqual([registered.reference])
    const hash = await again.call('system.stateHash')
    await again.reopen()
    expect(await again.call('system.stateHash')).toEqual(hash)
    await again.close()
    await rebuiltOnce(office.folder)
  })

  it('two who ask for a rebuild at once get one', async () => {
    const office = await testOffice()
    await office.call('intake.register', phoneForm())
    const reports = await Promise.all(
      [1, 2, 3].map(() => office.call<{ ok: boolean }>('system.doctor', { rebuild: true })),
    )
    expect(reports.map(({ ok }) => ok)).toEqual([true, true, true])
    expect(await office.call('cases.counts')).toMatchObject({ all: 1 })
  })
})
