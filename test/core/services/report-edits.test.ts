import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { ReportOnScreen } from '#shared/contract/desktop/report-model.ts'
import type { EditionView, JobView, StartReport } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { docxPart } from '#test/core/letters/docx-parts.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

const april = '2026-04-02T08:00:00.000Z' as Instant
const first = { kind: 'quarterly', year: 2026, quarter: 1, language: 'ar' } as const
const written = 'لم ترد شكاوى لأن المكتب افتُتح في آخر الربع.'

/** Starts a report and waits for its end. Out: the folder of its files; the code of its refusal. */
async function made(office: TestOffice, input: StartReport): Promise<string> {
  const outDir = temporaryFolder()
  const { job } = await office.call<{ readonly job: string }>('reports.start', { ...input, outDir })
  for (;;) {
    const view = await office.call<JobView<unknown>>('reports.job', { job })
    if (view.kind === 'failed') return view.code
    if (view.kind === 'done') return outDir
    await new Promise((resolve) => {
      setTimeout(resolve, 30)
    })
  }
}

const textOf = async (folder: string, language: 'ar' | 'en'): Promise<string> => {
  const name = must(
    readdirSync(folder).find((each) => each.endsWith(`-${language}.docx`)),
    language,
  )
  const body = await docxPart(readFileSync(join(folder, name)), 'word/document.xml')
  return body.replaceAll(/<[^>]+>/g, '').replaceAll('\u200E', '')
}

async function textsOf(office: TestOffice): Promise<ReadonlyMap<string, string>> {
  const { model } = await office.call<{ readonly model: ReportOnScreen }>('reports.preview', first)
  const blocks = model.sections.flatMap((section) => section.blocks)
  return new Map(
    blocks.flatMap((block) => {
      if (block.kind !== 'paragraph' && block.kind !== 'box') return []
      if (block.place === undefined) return []
      return [[block.place, block.kind === 'box' ? block.lines.join('\n') : block.text] as const]
    }),
  )
}

test('6 common frame: generated texts may be edited before approval, are marked in the file, and are kept with the edition beside what they replace', async () => {
  const office = await testOffice({ now: april })
  const texts = await textsOf(office)
  expect([...texts.keys()].filter((place) => place.startsWith('s2/') || place.startsWith('annex'))).toEqual([])
  const edits = ['s1/1', 's1/5'].map((place) => ({
    language: 'ar' as const,
    place,
    was: must(texts.get(place), place),
    text: place === 's1/1' ? written : 'أمر أول\n\nأمر ثانٍ',
  }))
  const folder = await made(office, { ...first, issue: {}, edits })
  const arabic = await textOf(folder, 'ar')
  expect(arabic).toContain(written)
  expect(arabic).toContain('2. أمر ثانٍ')
  expect(arabic.split('حُرّر هذا النص قبل الاعتماد.')).toHaveLength(3)
  expect(arabic).toContain('نصان في التقرير حُرّرا قبل الاعتماد.')
  expect(arabic).not.toContain(edits[0]?.was)
  expect(await textOf(folder, 'en')).not.toContain('edited before approval')

  const [edition] = await office.call<readonly EditionView[]>('reports.editions')
  expect(edition?.edits).toEqual(edits)
})

test('6 common frame: an edit of a text that is not there any more is refused, and nothing is made or issued', async () => {
  const office = await testOffice({ now: april })
  const edit = { language: 'ar' as const, place: 's1/1', was: 'وردت إلى المكتب 7 شكاوى.', text: written }
  expect(await made(office, { ...first, edits: [edit] })).toBe('report-edit-stale')
  expect(await made(office, { ...first, issue: {}, edits: [edit] })).toBe('report-edit-stale')
  expect(await office.call('reports.editions')).toEqual([])
})

test('6 common frame: what somebody wrote otherwise is there after the end of the program, for himself and for his period, until it is taken back', async () => {
  const office = await testOffice({ now: april })
  await addUser(office, { username: 'head', groups: ['team_head'] })
  await addUser(office, { username: 'desk', groups: ['reception'] })
  const edit = { language: 'ar' as const, place: 's1/1', was: 'وردت إلى المكتب 7 شكاوى.', text: written }
  const texts = { year: 2026, quarter: 1, edits: [edit] }
  await office.call('reports.keepTexts', texts)
  await office.reopen()
  expect(await office.call('reports.editedTexts')).toEqual([texts])
  expect(await office.call('reports.editedTexts', {}, 'head')).toEqual([])
  expect(await office.refused('reports.keepTexts', texts, 'desk')).toBe('not-allowed')
  const next = { ...texts, quarter: 2, edits: [{ ...edit, language: 'en' as const }] }
  await office.call('reports.keepTexts', next)
  await office.call('reports.keepTexts', { ...texts, edits: [] })
  expect(await office.call('reports.editedTexts')).toEqual([next])
})
