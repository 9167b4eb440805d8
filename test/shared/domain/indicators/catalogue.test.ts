import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allFigures } from '#shared/domain/indicators/all-figures.ts'
import { definitionsVersion, figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { cardCodes, headlineCodes } from '#shared/domain/indicators/headline-figures.ts'
import { madeUpRecords } from './made-up-records.ts'
import { fixtureContext, fixtureRecords } from './worked-fixture.ts'

const figures = allFigures([...fixtureRecords, ...madeUpRecords(400, 5)], fixtureContext)

/** docs/figures.md is written from the catalogue: `npx vitest run test/shared/domain/indicators/catalogue.test.ts -u`. */
function figuresPage(): string {
  const rows = Object.entries(figureCatalogue).map(
    ([code, { name, definition, unit, splits }]) =>
      `| \`${code}\` | ${name.en} | ${name.ar} | ${unit} | ${splits.join(', ')} | ${definition.en} |`,
  )
  return [
    '# Figures',
    '',
    `Codes that \`figures.json\`, the report and the screens use. Definitions version ${definitionsVersion}; this page is written from \`src-shared/domain/indicators/catalogue.ts\`.`,
    '',
    'A ratio is `numerator / denominator`; with a denominator of 0 its value is `null`. Minutes are working minutes; a median or percentile has no numerator, and its denominator is the number of cases. `by` names one part of a split; `-` stands for not stated, or no department, and `-ended` for the class of a case that ended without one. Departments and offices are given by their code; offices only where a report counts several.',
    '',
    '| Code | Name | الاسم | Unit | Split by | Definition |',
    '|---|---|---|---|---|---|',
    ...rows,
    '',
  ].join('\n')
}

describe('K-07 the catalogue of figures', () => {
  it('names every code that is computed, with its unit and splits', () => {
    for (const { code, unit, by } of figures) {
      const known = figureCatalogue[code]
      expect(known?.unit, code).toBe(unit)
      for (const key of Object.keys(by ?? {})) expect(known?.splits, `${code} by ${key}`).toContain(key)
    }
  })

  it('computes every code it names', () => {
    const computed = new Set(figures.map(({ code }) => code))
    // Splits by a value that the made-up cases lack.
    const absent = ['K5a.reason', 'K2a.rejected']
    expect(Object.keys(figureCatalogue).filter((code) => !computed.has(code) && !absent.includes(code))).toEqual([])
    expect([...headlineCodes, ...cardCodes].filter((code) => !computed.has(code))).toEqual([])
  })

  it('gives each figure once for a split', () => {
    const keys = figures.map(({ code, by }) => `${code} ${JSON.stringify(by ?? {})}`)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('docs/figures.md is complete', async () => {
    await expect(figuresPage()).toMatchFileSnapshot(resolve(import.meta.dirname, '../../../../docs/figures.md'))
  })
})
