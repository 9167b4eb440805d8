import { buffer } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

interface Page {
  readonly lines: readonly { readonly reference: string; readonly due: string }[]
}

test('UI-6 B-15 a list in the order of due dates is in that of the dates it shows, ended cases among the others, and so is its file', async () => {
  const { office } = await staffed()
  const register = async (form: Readonly<Record<string, unknown>>): Promise<string> =>
    (await office.call<{ reference: string }>('intake.register', phoneForm(form), 'rana')).reference
  office.now = at('2026-01-05 09:10')
  const first = await register({})
  const open = await register({ subject: 'ما زالت مفتوحة' })
  office.now = at('2026-01-06 09:10')
  const inquiry = await register({ type: 'inquiry', subject: 'استفسار', today: '2026-01-06' })
  for (const reference of [first, inquiry]) await office.call('triage.withdraw', { case: reference, note: '' }, 'salma')
  const shown = async (descending: boolean) => {
    const { lines } = await office.call<Page>('cases.queue', { queue: 'all', sort: 'due', descending }, 'nadia')
    return lines
  }
  const rising = await shown(false)
  expect(rising.map(({ reference }) => reference)).toEqual([inquiry, first, open])
  const dues = rising.map(({ due }) => due)
  expect(dues).toEqual(dues.toSorted())
  expect(await shown(true)).toEqual(rising.toReversed())
  const { url } = await office.call<{ url: string }>('cases.exportList', { queue: 'all', sort: 'due' }, 'nadia')
  const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
  const text = file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
  const places = rising.map(({ reference }) => text.indexOf(reference))
  expect(places).toEqual(places.toSorted((left, right) => left - right))
})
