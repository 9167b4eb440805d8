import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import sharp from 'sharp'
import type { Sharp } from 'sharp'
import { afterEach, describe, expect, test } from 'vitest'
import { countPages, renderPage } from '#core/intake/scan/scan-pages.ts'
import type { RenderedPage } from '#core/intake/scan/scan-source.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Result } from '#shared/lib/result.ts'
import { testData, whereGiven } from '#test/support/test-data.ts'
import { makePdf } from './make-pdf.ts'

type Outcome = string

const outcomeOf = (result: Result<RenderedPage>): Outcome =>
  result.ok
    ? `${result.value.width}x${result.value.height}${result.value.isDamaged ? ' damaged' : ''}`
    : result.refusal.code

const render = async (bytes: Uint8Array, page = 1, maxWidth = 1200): Promise<Result<RenderedPage>> =>
  renderPage({ kind: 'bytes', bytes }, page, { maxWidth })

async function countOf(bytes: Uint8Array): Promise<number | string> {
  const result = await countPages({ kind: 'bytes', bytes })
  return result.ok ? result.value.pages : result.refusal.code
}

const blank = (width: number, height: number): Sharp =>
  sharp({ create: { width, height, channels: 3, background: '#fff' } })

/** Black in the upper left corner of the page, white elsewhere? */
async function cornersOf(page: Result<RenderedPage>): Promise<string> {
  if (!page.ok) return page.refusal.code
  const { data, info } = await sharp(page.value.png).greyscale().raw().toBuffer({ resolveWithObject: true })
  const at = (x: number, y: number): string =>
    (data[(y * info.width + x) * info.channels] ?? 0) < 128 ? 'black' : 'white'
  return [at(2, 2), at(info.width - 3, 2), at(2, info.height - 3), at(info.width - 3, info.height - 3)].join(' ')
}

describe('C-06 pictures', () => {
  test('a page is no wider than asked and never enlarged', async () => {
    const png = await blank(300, 200).png().toBuffer()
    expect(outcomeOf(await render(png, 1, 150))).toBe('150x100')
    expect(outcomeOf(await render(png, 1, 5000))).toBe('300x200')
  })

  test('a photograph taken upright is shown upright', async () => {
    const mark = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#000' } })
      .png()
      .toBuffer()
    const lying = await blank(200, 100)
      .composite([{ input: mark, left: 0, top: 60 }])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const page = await render(lying)
    expect(outcomeOf(page)).toBe('100x200')
    expect(await cornersOf(page)).toBe('black white white white')
  })

  test('a fax in normal resolution is not squeezed', async () => {
    const fax = await blank(1728, 1146)
      .toColourspace('b-w')
      .tiff({ compression: 'ccittfax4', bitdepth: 1, xres: 8.03, yres: 3.86 })
      .toBuffer()
    expect(outcomeOf(await render(fax, 1, 1728))).toMatch(/^1728x238\d$/)
  })

  test('the page that was asked for is shown, and one that is not there is refused by its number', async () => {
    const pages = await Promise.all(
      ['#000', '#fff'].map((background) =>
        sharp({ create: { width: 30, height: 20, channels: 3, background } })
          .png()
          .toBuffer(),
      ),
    )
    const tiff = await sharp(pages, { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer()
    expect(await countOf(tiff)).toBe(2)
    expect([await cornersOf(await render(tiff, 1)), await cornersOf(await render(tiff, 2))]).toEqual([
      'black black black black',
      'white white white white',
    ])
    const missing = await render(tiff, 3)
    expect(missing).toEqual({ ok: false, refusal: { code: 'page-cannot-be-shown', params: { page: 3 } } })
    expect(refusalSentence('page-cannot-be-shown', { page: 3 }, 'ar')).toContain('الصفحة 3')
  })

  test('bad input 6: a picture of a few bytes that claims billions of dots is refused', async () => {
    const png = Buffer.from(await blank(10, 10).png().toBuffer())
    png.writeUInt32BE(60_000, 16)
    png.writeUInt32BE(60_000, 20)
    expect(await countOf(png)).toBe('scan-not-readable')
  })

  test.each([
    ['nothing', ''],
    ['words', 'شكوى'],
    ['a program', 'MZ\x90\0'],
    ['SVG with a script', '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>1</script></svg>'],
  ])('%s is no page', async (_, text) => expect(outcomeOf(await render(Buffer.from(text)))).toBe('scan-not-readable'))

  test('a file that is gone is refused', async () => {
    expect(outcomeOf(await renderPage({ kind: 'file', path: '/nowhere/a.tif' }, 1, { maxWidth: 100 }))).toBe(
      'scan-not-readable',
    )
  })
})

describe('C-06 PDF', () => {
  const closing: (() => void)[] = []
  afterEach(() => closing.splice(0).forEach((close) => close()))

  test('bad input 6: scripts do not run, and nothing is fetched', async () => {
    let requests = 0
    const server = createServer((_, response) => {
      requests += 1
      response.end()
    })
    await once(server.listen(0, '127.0.0.1'), 'listening')
    closing.push(() => server.close())
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/x`
    const action = `/OpenAction <</S/JavaScript/JS(app.launchURL\\("${url}"\\); globalThis.wasRun = true;)>>/AA <</WC <</S/URI/URI(${url})>>>>`
    const bytes = makePdf({ catalog: action, more: `5 0 obj <</Type/Filespec/FS/URL/F(${url})>> endobj` })
    expect(outcomeOf(await render(bytes))).toBe('400x200')
    expect('wasRun' in globalThis).toBe(false)
    expect(requests).toBe(0)
  })

  test('bad input 6: a page of any size gets a canvas of bounded size', async () => {
    for (const box of ['0 0 1000000000 1000000000', '0 0 1 100000', '0 0 0.01 0.01']) {
      const page = await render(makePdf({ box }))
      expect(page.ok && page.value.width * page.value.height <= 4000 * 8000 ? 'bounded' : outcomeOf(page)).toBe(
        'bounded',
      )
    }
  })

  test('a file locked by a password says so', async () => {
    const secret = `<${'ab'.repeat(32)}>`
    const bytes = makePdf({
      trailer: `/Encrypt 6 0 R/ID[<00><00>]`,
      more: `6 0 obj <</Filter/Standard/V 1/R 2/O ${secret}/U ${secret}/P -4>> endobj`,
    })
    expect(outcomeOf(await render(bytes))).toBe('scan-locked')
    expect(await countOf(bytes)).toBe('scan-locked')
  })

  test.each([
    ['only a header', Buffer.from('%PDF-1.7')],
    [
      'a page tree that loops',
      Buffer.from(Buffer.from(makePdf({})).toString('latin1').replace('[3 0 R]', '[2 0 R]'), 'latin1'),
    ],
    ['no pages', Buffer.from(Buffer.from(makePdf({})).toString('latin1').replace('/Pages 2 0 R', ''), 'latin1')],
  ])('%s is refused', async (_, bytes) =>
    expect(outcomeOf(await render(bytes))).toMatch(/^(scan-not-readable|page-cannot-be-shown)$/),
  )

  test('a PDF cut anywhere neither throws nor hangs', async () => {
    const whole = makePdf({})
    for (let length = 10; length < whole.length; length += 40)
      expect(outcomeOf(await render(whole.subarray(0, length)))).toMatch(/^\d+x\d+|^scan-|^page-/)
  })
})

test('C-06 a fax of which nothing can be read is refused, never shown as a black page', async () => {
  const whole = await blank(200, 100).tiff({ compression: 'lzw' }).toBuffer()
  const broken = Buffer.from(whole)
  const strip = broken.indexOf(Buffer.from([0x80]), 8)
  broken.fill(0xff, strip, strip + 20)
  expect(outcomeOf(await render(whole))).toBe('200x100')
  expect(outcomeOf(await render(broken))).toBe('page-cannot-be-shown')
})

describe.skipIf(testData === null)('C-06 real faxes and PDFs', () => {
  const damaged: Readonly<Record<string, Outcome>> = {
    'Pillow__crash-0da013a13571cc8eb457a39fee8db18f8a3c7127.tif': '218x84 damaged',
    'Pillow__crash-0e16d3bfb83be87356d026d66919deaefca44dac.tif': 'page-cannot-be-shown',
    'Pillow__crash-74d2a78403a5a59db1fb0a2b8735ac068a75f6e3.tif': '590x88 damaged',
    'Pillow__crash-86214e58da443d2b80820cff9677a38a33dcbbca.tif': 'page-cannot-be-shown',
    'Pillow__crash-f46f5b2f43c370fe65706c11449f567ecc345e74.tif': 'page-cannot-be-shown',
    'commons-imaging__bad-offsets-lengths.tiff': '2x2 damaged',
  }
  const upright: Readonly<Record<string, Outcome>> = {
    'Pillow__g4_orientation_1.tif': '590x88',
    'Pillow__g4_orientation_6.tif': '590x88',
    'commons-imaging__1pagefax.tif': '1200x1657',
  }
  const pagesOfPdf: Readonly<Record<string, number>> = { 'basicapi.pdf': 3, 'evaljs.pdf': 2 }

  const read = (...path: string[]): Buffer => readFileSync(join(testData ?? '', ...path))
  const rowsOf = (folder: string): string[][] =>
    whereGiven('', () => read(folder, 'manifest.csv').toString())
      .trim()
      .split(/\r?\n/)
      .slice(1)
      .map((line) => line.split(','))
  const allPages = async (bytes: Uint8Array, pages: number): Promise<Outcome[]> => {
    const outcomes: Outcome[] = []
    for (let page = 1; page <= pages; page += 1) outcomes.push(outcomeOf(await render(bytes, page)))
    return outcomes
  }

  test.each(rowsOf('fax-tiff').map(([file = '', , , , , pages = '']) => [file, Number(pages) || 1] as const))(
    'the fax %s of %d pages',
    async (file, pages) => {
      const bytes = read('fax-tiff', file)
      expect(await countOf(bytes)).toBe(pages)
      const outcomes = await allPages(bytes, pages)
      const expected = damaged[file] ?? upright[file]
      if (expected !== undefined) expect(outcomes).toEqual([expected])
      else expect(outcomes.filter((outcome) => !/^\d+x\d+$/.test(outcome))).toEqual([])
    },
  )

  test.each(rowsOf('pdf').map(([file = '']) => file))('the PDF %s', async (file) => {
    const bytes = read('pdf', file)
    const pages = await countOf(bytes)
    expect(pages).toBe(pagesOfPdf[file] ?? 1)
    expect((await allPages(bytes, Number(pages))).filter((outcome) => !/^\d+x\d+$/.test(outcome))).toEqual([])
  })

  test('Arabic letters of a PDF are drawn, joined, in the upper right of the page', async () => {
    const page = await render(read('pdf', 'ArabicCIDTrueType.pdf'))
    if (!page.ok) return expect.unreachable(page.refusal.code)
    const darkest = async (left: number): Promise<number> => {
      const { width, height } = page.value
      const region = {
        left: Math.round(width * left),
        top: 0,
        width: Math.round(width / 2) - 1,
        height: Math.round(height / 4),
      }
      return (await sharp(page.value.png).extract(region).greyscale().stats()).channels[0]?.min ?? 255
    }
    expect(await darkest(0.5)).toBeLessThan(50)
  })

  test('memory stays within a few hundred megabytes over all of them', () => {
    expect(process.resourceUsage().maxRSS / 1024).toBeLessThan(700)
  })
})
