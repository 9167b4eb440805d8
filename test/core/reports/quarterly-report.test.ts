import { describe, expect, it } from 'vitest'
import type { Block, ReportModel, Section, TableBlock } from '#core/reports/report-model.ts'
import { casesOfFigure, makeReport, previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { figureCatalogue, isForWorkbookAlone } from '#shared/domain/indicators/catalogue.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { fixtureRecords } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control } from './made-report.ts'
import { reportInput } from './report-input.ts'

const english = { ...reportInput, format: { ...reportInput.format, language: 'en' as const } }
const { model } = await previewReport(reportInput, control(fixtureRecords))
const large = (await previewReport(reportInput, control(madeUpRecords(2000, 11)))).model

const blocks = ({ sections }: ReportModel): readonly Block[] => sections.flatMap((section: Section) => section.blocks)
const texts = (of: ReportModel): string =>
  blocks(of)
    .flatMap((block) => ('text' in block ? [block.text] : []))
    .join('\n')
const table = (of: ReportModel, id: string): TableBlock =>
  must(
    blocks(of).find((block): block is TableBlock => block.kind === 'table' && block.id === id),
    id,
  )
const cells = (of: ReportModel, id: string): readonly (readonly string[])[] =>
  table(of, id).rows.map((row) => row.map(({ text }) => text))

describe('K-09 the quarterly report', () => {
  it('has sections 1–5, 7–11, 13, 14 and the annexes', () => {
    expect(model.sections.map(({ id }) => id)).toEqual([
      's1',
      's2',
      's3',
      's4',
      's5',
      's7',
      's8',
      's9',
      's10',
      's11',
      's13',
      's14',
      'annex-services',
      'annex-quality',
      'annex-definitions',
    ])
  })

  it('reads in good Arabic, numbers agreeing with their nouns', () => {
    const said = texts(model)
    expect(said).toContain('وردت إلى المكتب 10 شكاوى خلال الربع الأول من عام 2026.')
    expect(said).toContain('استحق خلال الفترة موعد 8 شكاوى في دورتها الأولى، وما حُل في موعده: 5 من 8 (62.5%).')
    expect(said).toContain('تبقت في آخر الفترة شكويان مفتوحتان، والمتأخر منهما: 1.')
    expect(said).toContain('أُعيد خلال الفترة فتح شكوى واحدة.')
    expect(said).toContain('المطابقة صحيحة: 1 مرحّل + 10 وارد + 1 معاد فتحه = 12 = 8 مغلق + 1 مرفوض')
  })

  it('reads in English', async () => {
    const said = texts((await previewReport(english, control(fixtureRecords))).model)
    expect(said).toContain('The office received 10 complaints in the first quarter of 2026.')
    expect(said).toContain('One complaint was reopened in the period.')
  })

  it('P5 small bases: the count first and grey; a base of 0 is not applicable', () => {
    const [first] = table(model, 'timeliness').rows
    expect(first?.[1]).toMatchObject({ text: '5 من 8 (62.5%)', faint: true })
    expect(table(large, 'timeliness').total?.[1]?.faint).toBe(false)
    expect(cells(model, 'first-contact').map(([, value]) => value)).toEqual([
      '1 من 7 (14.3%)',
      '2 من 7 (28.6%)',
      '1 من 2 (50%)',
    ])
    expect(cells(model, 'acceptance')[0]?.[1]).toBe('8 من 9 (88.9%)')
    expect(cells(model, 'reopening').at(3)?.[1]).toBe('لا ينطبق')
    expect(cells(model, 'channels').every((row) => row.length === 5)).toBe(true)
  })

  it('a quarter before the first case of the office has no data, which is not the same as a base of 0', () => {
    expect(cells(model, 'headline').map((row) => row[4])).toEqual(cells(model, 'headline').map(() => 'لا بيانات'))
    const titles = model.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => ('title' in block ? [block.title] : []))
    expect(titles.filter((title) => title === 'إعادة الفتح')).toHaveLength(1)
  })

  it('P5 over fewer than ten every percentage is grey or led by its count, in sentences too', async () => {
    const few = (await previewReport(reportInput, control(fixtureRecords.slice(0, 5)))).model
    // The targets are no percentages of cases.
    const isTarget = (id: string, column: number): boolean => id === 'headline' && column === 1
    const ratios = blocks(few)
      .flatMap((block) =>
        block.kind === 'table'
          ? [...block.rows, block.total ?? []].flatMap((row) => row.filter((_, column) => !isTarget(block.id, column)))
          : [],
      )
      .filter(({ kind, value }) => kind === 'ratio' && value !== null)
    expect(ratios.length).toBeGreaterThan(20)
    expect(ratios.filter(({ faint }) => faint !== true)).toEqual([])
    const tiles = blocks(few).flatMap((block) => (block.kind === 'tiles' ? block.tiles : []))
    expect(tiles.filter(({ value, faint }) => value.includes('%') && faint !== true)).toEqual([])
    const said = blocks(few).flatMap((block) => (block.kind === 'paragraph' ? [block.text] : []))
    const percentages = said.flatMap((text) => [...text.matchAll(/(.{0,14})\d%/gu)].map(([, before]) => before))
    expect(percentages.length).toBeGreaterThan(2)
    expect(percentages.filter((before) => !/\d من \d+ \(/.test(before ?? ''))).toEqual([])
  })

  it('P5 percentages of departments below 5 are kept back, and none of them is a thing to decide', () => {
    expect(cells(model, 'departments')).toEqual([
      ['دائرة التراخيص', '3', '3 من 3', '3 من 3', 'الأساس أقل من 5', '–', '3 من 3', '0 من 3'],
      ['دائرة المالية', '3', '2 من 3', '0 من 3', 'الأساس أقل من 5', '–', '1 من 2', '3 من 3'],
    ])
    const lines = model.sections[0]?.blocks.flatMap((block) => (block.kind === 'box' ? block.lines : [])) ?? []
    expect(lines.filter((line) => line.includes('دائرة المالية'))).toEqual([])
  })

  it('P6 every month adds up: open at its start, received and reopened, less what was completed', () => {
    for (const of of [model, large]) {
      const { rows, total } = table(of, 'months')
      for (const row of [...rows, ...(total === null ? [] : [total])]) {
        const [start = 0, received = 0, reopened = 0, completed = 0, open] = row
          .slice(1)
          .map(({ value }) => Number(value))
        expect(start + received + reopened - completed).toBe(open)
      }
    }
    expect(table(model, 'months').total?.map(({ text }) => text)).toEqual(['المجموع', '1', '10', '1', '10', '2'])
  })

  it('names a first only where there is one, and proposes its study from five complaints', async () => {
    const withServices = async (services: readonly (string | null)[]): Promise<string> => {
      const records = services.map((service, place) => {
        const record = must(fixtureRecords[0], 'a record of the fixture')
        const of = { ...record.of, id: `S${place}`, service, channel: service ?? 'letter' }
        // Open ones wait for their class; what ended without one is no service.
        const cycles =
          service === null ? record.cycles.map((each) => ({ ...each, end: null, endedAt: null })) : record.cycles
        return { ...record, of, cycles }
      })
      const { model: made } = await previewReport(reportInput, control(records))
      return JSON.stringify(made.sections)
    }
    const [tied, single, study, open] = await Promise.all([
      withServices(['permits', 'fees', null]),
      withServices(['permits', 'permits', 'fees']),
      withServices(['permits', 'permits', 'permits', 'permits', 'permits', 'fees']),
      withServices([null, null, 'permits']),
    ])
    expect(tied).not.toMatch(/الأكثر استخداماً|الأكثر وروداً/)
    expect(single).toContain('الخدمة الأكثر وروداً في الشكاوى هي')
    expect(single).toContain('القناة الأكثر استخداماً هي')
    expect(single).not.toContain('دراسة خدمة')
    expect(study).toMatch(/دراسة خدمة «[^»]*permits[^»]*»/u)
    expect(open).not.toContain('الخدمة الأكثر وروداً')
  })

  it('P3 a figure under observation is marked provisional', async () => {
    const early = { ...reportInput, asOf: '2026-04-01T06:00:00.000Z' as typeof reportInput.asOf }
    const said = texts((await previewReport(early, control(fixtureRecords))).model)
    expect(said).toContain('«مبدئي»')
    expect(said).toContain('الرقم مبدئي: ما زالت')
  })

  it('P6 refuses to export what does not reconcile, unless a note says why; the note is printed', async () => {
    const [broken] = madeUpRecords(1, 3)
    const record = must(broken, 'made')
    const [cycle] = record.cycles
    const impossible = {
      ...must(cycle, 'made'),
      startedAt: '2026-02-10T08:00:00.000Z',
      endedAt: '2025-12-10T08:00:00.000Z',
      end: 'closed',
    } as typeof cycle
    const records = [
      {
        ...record,
        of: {
          ...record.of,
          receivedAt: '2026-02-10T08:00:00.000Z' as typeof record.of.receivedAt,
          link: null,
          mattersUntil: null,
        },
        cycles: [must(impossible, 'made')],
      },
    ]
    const refused = await makeReport(reportInput, control(records))
    expect(refused).toMatchObject({
      ok: false,
      refusal: { code: 'report-not-reconciled', params: { difference: expect.any(Number) } },
    })
    const noted = { ...reportInput, overrideNote: 'سجل قديم' }
    expect((await makeReport(noted, control(records))).ok).toBe(true)
    expect(texts((await previewReport(noted, control(records))).model)).toContain('سجل قديم')
  })

  it('B-01 every figure opens exactly the cases it counts', async () => {
    const open = (code: string, by?: Record<string, string>) =>
      casesOfFigure(reportInput, control(fixtureRecords), by === undefined ? { code } : { code, by })
    expect(await open('K7a.overdue')).toEqual(['C9'])
    expect(await open('K6b', { department: 'B' })).toEqual(['C3', 'C8', 'C9'])
    const { figures } = await previewReport(reportInput, control(madeUpRecords(300, 4)))
    const counts = figures.filter(({ code, unit }) => unit === 'count' && code === 'MIX.cross')
    for (const { code, by, value } of counts) {
      const cases = await casesOfFigure(
        reportInput,
        control(madeUpRecords(300, 4)),
        by === undefined ? { code } : { code, by },
      )
      expect(cases.length).toBe(value)
    }
  })

  it('UI-9 B-01 a sum opens the cases of all that it adds up, a numerator those it counts', async () => {
    const records = madeUpRecords(300, 4)
    const { model: made } = await previewReport(reportInput, control(records))
    const counts = blocks(made)
      .flatMap((block) => (block.kind === 'table' ? [...block.rows, block.total ?? []].flat() : []))
      .filter(({ kind, figure }) => kind === 'number' && figure?.part === 'counted' && /^MIX|^K5a/.test(figure.code))
    expect(counts.filter(({ figure }) => figure?.also !== undefined).length).toBeGreaterThan(5)
    for (const { figure, value } of new Map(counts.map((cell) => [JSON.stringify(cell.figure), cell])).values()) {
      const cases = await casesOfFigure(reportInput, control(records), must(figure, 'filtered'))
      expect([figure, cases.length]).toEqual([figure, value])
    }
  })

  it('K-07 defines every figure it prints', () => {
    const defined = new Set(cells(model, 'definitions').map(([code]) => code))
    const printed = blocks(large).flatMap((block) =>
      block.kind === 'table' ? [...block.rows, ...(block.total === null ? [] : [block.total])].flat() : [],
    )
    const codes = printed.flatMap(({ figure }) => (figure === undefined ? [] : [figure.code]))
    expect(codes.length).toBeGreaterThan(100)
    expect(codes.filter((code) => !defined.has(code))).toEqual([])
    const inPrint = Object.keys(figureCatalogue).filter((code) => !isForWorkbookAlone(code))
    expect(defined).toEqual(new Set(inPrint))
    expect(defined, 'W10: a mean stands in the workbook alone').not.toContain('K15.all.mean')
  })

  it('every chart has its table beside it, and every row fits its columns', () => {
    for (const { blocks: of } of large.sections) {
      of.forEach((block, place) => {
        if (block.kind === 'chart') expect(of[place + 1]?.kind, block.id).toBe('table')
        if (block.kind === 'table')
          expect(
            block.rows.every((row) => row.length === block.columns.length),
            block.id,
          ).toBe(true)
        if (block.kind === 'table') expect(block.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(1, 5)
      })
    }
  })

  it('totals of printed tables are the sums of their rows', () => {
    for (const id of [
      'channels',
      'complexity',
      'importance',
      'causes',
      'service-groups',
      'ages',
      'backlog',
      'spread',
    ]) {
      const { rows, total } = table(large, id)
      const sum = rows.reduce((all, row) => all + Number(row[1]?.value ?? 0), 0)
      expect(sum, id).toBe(total?.[1]?.value)
    }
  })

  it('a quarter without cases still makes a report', async () => {
    const empty = (await previewReport(reportInput, control([]))).model
    expect(texts(empty)).toContain('لم ترد إلى المكتب أي شكوى خلال الربع الأول من عام 2026.')
    expect((await makeReport(reportInput, control([]))).ok).toBe(true)
  })

  it('a cancel is heard between the steps', async () => {
    const abort = new AbortController()
    const cancelled = makeReport(reportInput, {
      ...control(fixtureRecords),
      signal: abort.signal,
      onProgress: (step) => step === 'figures' && abort.abort(),
    })
    await expect(cancelled).rejects.toThrow(/abort/i)
  })
})
