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
  expect(said({ code: 'MIX.service', by: { service: 'mines' } })).toContain(word)
  expect(said({ code: 'K6b', by: { department: 'department-water' } })).toContain('وحدة أخرى')
  // Months, and what was not classified, are no entries.
  const others = [
    { code: 'P6.received', by: { month: '2026-01' } },
    { code: 'MIX.service', by: { service: '-' } },
  ]
  expect(others.map(said).join()).not.toContain('آخر')
})

it('K-16 the list of figures names what the program itself splits by: reasons of reopening, ways of rating, delays, what is not stated', () => {
  const said = splitWords({ ...reportInput, format: { ...reportInput.format, language: 'en' } })
  const splits = [
    { code: 'K9.cause', by: { cause: 'new_facts' } },
    { code: 'K9.reopened', by: { cause: 'wrong_answer' } },
    { code: 'K5a', by: { channel: 'counter' } },
    { code: 'K3a.late', by: { delay: 'own_office' } },
    { code: 'K3a.late', by: { delay: 'department', department: 'A' } },
    { code: 'MIX.cross', by: { service: '-ended', complexity: '-' } },
    { code: 'K3a.all', by: { department: '-' } },
    { code: 'MIX.cause', by: { cause: '-' } },
  ]
  expect(splits.map(said)).toEqual([
    'Cause: New facts',
    'Cause: Wrong answer',
    'Channel: At the counter',
    'Delay: Delay in the complaint team',
    'Delay: Department replied late, Department: Licensing department',
    'Service: Ended without classification, Complexity: Not classified yet',
    'Department: Not referred (complaint team)',
    'Cause: Not stated',
  ])
})
