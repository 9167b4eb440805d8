import { expect, test } from 'vitest'
import type { ListView } from '#shared/contract/desktop/admin.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

test('L-04 services stay a tree of two levels: no third root, no third level, no parent that is unknown or the entry itself', async () => {
  const office = await testOffice()
  const lists = await office.call<readonly ListView[]>('admin.lists')
  const { entries } = must(
    lists.find(({ list }) => list === 'services'),
    'services are a list',
  )
  const leaf = must(
    entries.find(({ attributes }) => attributes.parent === 'special'),
    'a service',
  )
  const root = must(
    entries.find(({ code }) => code === 'special'),
    'a root',
  )
  const under = (code: string, parent: string | null) => ({
    ...leaf,
    code,
    labels: { ar: 'خدمة', en: 'Service' },
    attributes: { ...leaf.attributes, parent },
  })
  for (const wrong of [under('new', null), under('new', leaf.code), under('new', 'nowhere'), under('new', 'new')])
    expect(await office.refused('admin.setEntry', wrong), String(wrong.attributes.parent)).toBe('service-place')
  const moved = { ...root, attributes: { ...root.attributes, parent: 'general' } }
  expect(await office.refused('admin.setEntry', moved)).toBe('service-place')
  await office.call('admin.setEntry', under('new', 'general'))
  await office.call('admin.setEntry', { ...root, labels: { ar: 'تصنيفات متخصصة', en: 'Special' } })
})

test('L-04 a case is classified by a service; a root is only the heading of services', async () => {
  const office = await testOffice()
  const made = await office.call<{ case: string }>('intake.register', phoneForm())
  await office.call('triage.accept', { case: made.case })
  const classes = {
    case: made.case,
    complexity: 'routine',
    importance: 'medium',
    procedure: 'processing',
    priority: null,
    importanceReason: '',
    priorityReason: '',
  }
  for (const service of ['general', 'special'])
    expect(await office.refused('triage.classify', { ...classes, service }), service).toBe('list-entry-unknown')
  await office.call('triage.classify', { ...classes, service: 'special.permits' })
})
