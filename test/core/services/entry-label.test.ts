import { expect, it } from 'vitest'
import type { Label } from '#shared/domain/access/events.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { entryElsewhere } from '#shared/wording/of-elsewhere.ts'
import { nameOf, serviceName, unitNameOf } from '#core/reports/print.ts'
import { splitWords } from '#core/reports/split-words.ts'
import { entriesElsewhere, entryLabel, typeLabel } from '#core/services/entry-label.ts'
import type { ReferenceData } from '#core/services/reference-data.ts'
import { reportInput } from '#test/core/reports/report-input.ts'

const called = (name: string): Label => ({ ar: name, en: name })
const listOf = (...codes: readonly string[]) => ({
  entries: new Map(codes.map((code) => [code, { code, labels: called(`the ${code}`) }])),
})

/** A machine of the central unit holds lists of offices as well; one of an office its own. */
const data = {
  lists: { services: listOf('roads'), types: listOf('complaint') },
  offices: new Map([
    ['central', { lists: { services: listOf('roads'), types: listOf('complaint') } }],
    ['office-ryd', { lists: { services: listOf('roads', 'wells'), types: listOf('complaint', 'plea') } }],
    ['office-jed', { lists: { services: listOf('roads', 'wells', 'ports'), types: listOf('complaint') } }],
  ]),
} as unknown as ReferenceData

it('G-03 G-07 an entry is called by the list of its own office where that is here, else it is said to be of another office', () => {
  expect(entryLabel(data, 'services', 'wells')).toEqual(called('the wells'))
  expect(entryLabel(data, 'services', 'mines')).toEqual(entryElsewhere('mines'))
  expect(entryElsewhere('mines')).toEqual({
    ar: 'بند من مكتب آخر: \u2068mines\u2069',
    en: 'Entry of another office: \u2068mines\u2069',
  })
  // A governorate that was typed is no code.
  expect(entryElsewhere('عمّان')).toEqual(called('عمّان'))
  expect(entriesElsewhere(data, 'services').map(({ code }) => code)).toEqual(['ports', 'wells'])
})

it('T-01 G-07 a type of another office is called by the fixed one that it is treated as', () => {
  expect(typeLabel(data, 'complaint', 'plea')).toEqual(called('the plea'))
  expect(typeLabel(data, 'complaint', 'petition')).toEqual(called('the complaint'))
})

it('G-07 a report says of an entry or a department without a name here that it is of elsewhere, and prints no bare code of either', () => {
  const print = { format: reportInput.format, day: 420, figures: [] as readonly Figure[] }
  const { services, departments } = reportInput.names
  const word = 'بند من مكتب آخر: \u2068mines\u2069'
  expect([nameOf(print, services, 'mines'), serviceName(print, services, 'mines')]).toEqual([word, word])
  expect(unitNameOf(print, departments, 'department-water')).toBe('وحدة أخرى')
  expect(unitNameOf(print, departments, 'A')).toBe('دائرة التراخيص')
  const said = splitWords(reportInput)
  expect(said({ service: 'mines' })).toContain(word)
  expect(said({ department: 'department-water' })).toContain('وحدة أخرى')
  // Months, and what was not classified, are no entries.
  expect([said({ month: '2026-01' }), said({ service: '-' })].join()).not.toContain('آخر')
})
