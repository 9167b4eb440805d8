import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { packFacts, unpackFacts } from '#shared/domain/indicators/pack-facts.ts'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { must } from '#shared/lib/assert.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { readWord } from './support/office-documents.ts'
import { downloadLink, exportButton, previewFirstQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

/* Exports that do not simply end well: stopped by hand, and kept back because the flow does not close. */

test('UI-8 K-09 an export says how far it is and is stopped in the window: no file is left, and the next one goes through', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.reconciled)).waitFor()
  await exportButton(page).click()
  await page.getByRole('progressbar').first().waitFor()
  await page.getByRole('button', { name: ar(words.cancel) }).click()
  await page.getByText(ar(words.cancelled)).waitFor()
  expect(await downloadLink(page, ar(words.docx)).count()).toBe(0)
  await exportButton(page).click()
  await downloadLink(page, ar(words.docx)).waitFor({ timeout: 60_000 })
  expect(await page.getByText(ar(words.cancelled)).count()).toBe(0)
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})

test('P6 a flow that does not close is exported only with a note, which is printed with the name of its writer', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, kpiFixtureRows())
  await damageOneFact(office.dataDir)
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await previewFirstQuarter(page)
  await page.getByText(ar(words.notReconciled)).waitFor()
  expect(await exportButton(page).isDisabled()).toBe(true)
  const note = 'خلل معروف في تسجيل واحد'
  await page.getByRole('textbox', { name: ar(words.note) }).fill(note)
  await exportButton(page).click()
  const link = downloadLink(page, ar(words.docx))
  await link.waitFor({ timeout: 60_000 })
  const waiting = page.waitForEvent('download')
  await link.click()
  const { text } = await readWord(readFileSync(await (await waiting).path()))
  expect(text).toContain(note)
  expect(text).toContain('خالد الشمري')
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})

/** In the tables, not in the history: one case seems to have ended before it came. */
async function damageOneFact(folder: string): Promise<void> {
  const vault = await openVault(folder, { ids: systemIds, secrets: null })
  const key = must(vault.ok ? vault.value.key : null, 'the office was made here')
  const db = openWritable({ file: join(folder, 'tables-1.db'), key, safety: 'derived' })
  try {
    const rows = db.all<{ key: number; packed: string }>(
      "SELECT key, packed FROM case_facts WHERE received_at > '2026' ORDER BY received_at",
    )
    const { key: row, packed } = must(
      rows.find(({ packed: text }) => unpackFacts(text).cycles[0]?.end === 'closed'),
      'a closed case of the fixture',
    )
    const record = unpackFacts(packed)
    const endedAt = '2025-11-02T09:00:00.000Z' as CaseRecord['of']['receivedAt']
    const cycles = record.cycles.map((cycle) => ({ ...cycle, endedAt }))
    db.run('UPDATE case_facts SET packed = ? WHERE key = ?', packFacts({ ...record, cycles }), row)
  } finally {
    db.close()
  }
}
