import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

it('S1 S12 a second program on a folder is refused, and the first goes on; of two that start at once one has it', async () => {
  const office = await testOffice()
  const start = () => openCore({ dataDir: office.folder, background: false })
  expect(await start()).toMatchObject({ ok: false, refusal: { code: 'folder-in-use', params: { pid: process.pid } } })
  await office.call('intake.register', phoneForm())
  await office.close()
  const both = await Promise.all([start(), start()])
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
  for (const each of both) if (each.ok) await each.value.close()
})
