import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JobView } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { openWorkbook } from '#test/core/reports/open-workbook.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

interface Started {
  readonly job: string
}

/** Every text of the workbook of a quarter, with the sheet it stands in. */
async function textsOf(office: TestOffice, language: 'ar' | 'en'): Promise<readonly string[]> {
  const outDir = temporaryFolder()
  const asked = { kind: 'quarterly', year: 2026, quarter: 3, language, outDir }
  const { job } = await office.call<Started>('reports.start', asked)
  const state = async () => (await office.call<JobView<unknown>>('reports.job', { job })).kind
  while ((await state()) === 'running')
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
  const name = must(
    readdirSync(outDir).find((file) => file.endsWith('.xlsx')),
    'a workbook',
  )
  const { worksheets } = await openWorkbook(readFileSync(join(outDir, name)))
  const texts: string[] = []
  for (const sheet of worksheets)
    sheet.eachRow((row) => {
      row.eachCell(({ value }) => {
        if (typeof value === 'string') texts.push(`${sheet.name}: ${value}`)
      })
    })
  return texts
}

it('G-08 K-16 no text of the workbook of a practice office is a raw key, none speaks of another office, in either language', async () => {
  const office = await testOffice({ practice: true, now: '2026-11-30T09:00:00.000Z' as Instant })
  await office.call('system.demo', { cases: 200, seed: 5 })
  const texts = [...(await textsOf(office, 'ar')), ...(await textsOf(office, 'en'))]
  expect(texts.length).toBeGreaterThan(1000)
  expect(texts.filter((text) => /[a-z]+_[a-z]+/.test(text))).toEqual([])
  expect(texts.filter((text) => /of another office|من مكتب آخر|وحدة أخرى|Another unit/.test(text))).toEqual([])
  // What no list names and no code may stand for: the sign of what is not stated.
  expect(texts.filter((text) => /: -(?:ended)?(?:[،,]|$)/.test(text))).toEqual([])
})
