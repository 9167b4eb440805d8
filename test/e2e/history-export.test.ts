import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { timelineMessages as words } from '#shared/i18n/case-timeline.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

test('G-06: the history of a case is exported on its page and saved: every event in words, and that it was taken out is on record', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase, 7))
  const { line, timeline } = onlyCase(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await openCase(page, line.reference)
  await page.getByRole('button', { name: ar(words.export), exact: true }).click()
  const name = `history-${line.reference}.csv`
  const waiting = page.waitForEvent('download')
  await page.getByRole('link', { name: ar(partsMessages.saveFile, { name }) }).click()
  const saved = await waiting
  expect(saved.suggestedFilename()).toBe(name)

  const [head, ...rows] = readFileSync(await saved.path(), 'utf8')
    .trimEnd()
    .split('\r\n')
  expect(head).toContain(`"${ar(words.columnAt)}","${ar(words.columnEvent)}"`)
  expect(rows).toHaveLength(timeline.length)
  expect(rows.find((row) => row.includes(ar(words.registered, { reference: line.reference })))).toContain(
    'نورة القحطاني',
  )
  expect(rows.find((row) => row.includes('ستُصرف مستحقاتكم هذا الأسبوع.'))).toContain('سالم الحربي')
  const [audit] = office.calls([{ call: 'audit.list', input: { kind: 'exported' } }]) as { lines: unknown[] }[]
  expect(audit?.lines).toMatchObject([{ subject: { kind: 'case', reference: line.reference } }])
})
