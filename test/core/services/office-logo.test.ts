import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { qrPng } from '#core/letters/qr-code.ts'
import type { ReportOnScreen } from '#shared/contract/desktop/report-model.ts'
import type { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { readLogo } from '#shared/domain/lists/office-logo.ts'
import { madeReport } from '#test/core/reports/made-report.ts'
import { reportInput } from '#test/core/reports/report-input.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'

const png = await qrPng('https://example.invalid')
const logo = png.toString('base64')
/** A picture 120 pixels wide and 80 high, as far as its frame: what stands behind it is not looked at. */
const jpeg = Uint8Array.from(
  [
    [0xff, 0xd8],
    [0xff, 0xe0, 0, 4, 1, 1],
    [0xff, 0xc4, 0, 3, 0],
    [0xff, 0xc0, 0, 17, 8, 0, 80, 0, 120, 3, 1, 1, 1],
  ].flat(),
)

test('K-09 the office’s logo is a setting: it stands in the model of the report and on the cover of its Word file, the same bytes each time', async () => {
  const office = await testOffice()
  const settings = await office.call<OfficeSettings>('admin.settings')
  const letterhead = { ...settings.letterhead, logo }
  await office.call('admin.setSettings', { ...settings, letterhead })
  const { model } = await office.call<{ readonly model: ReportOnScreen }>('reports.preview', {
    kind: 'quarterly',
    year: 2026,
    quarter: 1,
  })
  expect(model.cover.logo).toBe(logo)

  const [first, second] = [
    await madeReport({ ...reportInput, logo }, []),
    await madeReport({ ...reportInput, logo }, []),
  ]
  expect(Buffer.from(first.docx).equals(Buffer.from(second.docx))).toBe(true)
  const zip = await JSZip.loadAsync(first.docx)
  const pictures = Object.keys(zip.files).filter((name) => name.startsWith('word/media/'))
  expect(pictures).toHaveLength(1)
  expect(Buffer.from((await zip.file(pictures[0] ?? '')?.async('uint8array')) ?? []).equals(png)).toBe(true)
})

test('K-09 a logo that is no picture, or too large a one, is refused, and so is one of who may not set it', async () => {
  const office = await testOffice()
  const settings = await office.call<OfficeSettings>('admin.settings')
  const withLogo = (bytes: Uint8Array) => ({
    ...settings,
    letterhead: { ...settings.letterhead, logo: Buffer.from(bytes).toString('base64') },
  })
  expect(await office.refused('admin.setSettings', withLogo(new TextEncoder().encode('<svg onload="x"/>')))).toBe(
    'logo-unfit',
  )
  expect(readLogo(jpeg)).toEqual({ ok: true, value: { kind: 'jpg', width: 120, height: 80 } })
  const huge = Uint8Array.from(png)
  huge.set([0, 0, 0x40, 0], 16)
  expect(readLogo(huge).ok).toBe(false)
  expect(readLogo(Buffer.concat([png, Buffer.alloc(64 * 1024)])).ok).toBe(false)
  for (let cut = 0; cut < jpeg.length; cut += 1) expect(() => readLogo(jpeg.slice(0, cut))).not.toThrow()
  await addUser(office, { username: 'clerk', groups: ['reception'] })
  expect(await office.refused('admin.setSettings', withLogo(png), 'clerk')).toBe('not-allowed')
})
