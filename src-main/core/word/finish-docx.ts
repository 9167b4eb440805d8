/**
 * The last pass over a Word file, for what the writer of the package cannot say:
 * - sections read right to left (`w:bidi`), so Word mirrors gutters, columns and page numbers (bug 21);
 * - the same input gives the same bytes: dates, the order of the parts and the keys of embedded fonts are fixed.
 */
import { createHash } from 'node:crypto'
import JSZip from 'jszip'
import { assert, must } from '#shared/lib/assert.ts'
import type { Direction } from './directed-pieces.ts'

interface FinishOptions {
  readonly direction: Direction
  /** When the paper was made: an ISO instant, written as the file's date. */
  readonly at: string
  /** The font files given to the writer, in its order: regular before bold. */
  readonly fonts: readonly Uint8Array[]
}

/** Obfuscation of embedded fonts: the first 32 bytes are combined with a key of 16 bytes (ECMA-376 part 4). */
const obfuscatedLength = 32

export async function finishDocx(docx: Uint8Array, options: FinishOptions): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(docx)
  const target = new JSZip()
  const date = new Date(options.at)
  for (const name of Object.keys(source.files).toSorted(byPackageOrder)) {
    const file = must(source.files[name], 'listed')
    if (!file.dir) target.file(name, await finishPart(name, file, options), { date, createFolders: false })
  }
  return target.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
}

/** Readers that sniff the type look for the list of content types first. */
const byPackageOrder = (a: string, b: string): number => rank(a) - rank(b) || (a < b ? -1 : 1)
const rank = (name: string): number => (name === '[Content_Types].xml' ? 0 : 1)

async function finishPart(name: string, file: JSZip.JSZipObject, options: FinishOptions): Promise<string | Uint8Array> {
  const font = /^word\/fonts\/font(\d+)\.odttf$/.exec(name)?.[1]
  if (font !== undefined) return obfuscate(must(options.fonts[Number(font) - 1], 'as many as the writer embeds'))
  if (!name.endsWith('.xml')) return file.async('uint8array')
  const xml = await file.async('string')
  if (name === 'word/document.xml') return options.direction === 'rtl' ? withSectionsRightToLeft(xml) : xml
  if (name === 'word/fontTable.xml') return withFontKeys(xml, options.fonts)
  if (name === 'docProps/core.xml') return xml.replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${options.at.slice(0, 19)}Z`)
  return xml
}

/** The schema fixes the order inside `sectPr`: after these, before the document grid. */
function withSectionsRightToLeft(xml: string): string {
  return xml.replace(/<w:sectPr\b[^>]*>.*?<\/w:sectPr>/gs, (section) => {
    if (section.includes('<w:bidi')) return section
    return section.replace(/<w:rtlGutter|<w:docGrid|<w:printerSettings|<\/w:sectPr>/, '<w:bidi/>$&')
  })
}

function withFontKeys(xml: string, fonts: readonly Uint8Array[]): string {
  let at = 0
  const keyed = xml.replace(/w:fontKey="\{[0-9A-F-]+\}"/gi, () => {
    const key = fontKey(must(fonts[at], 'as many as the writer embeds'))
    at += 1
    return `w:fontKey="{${key}}"`
  })
  assert(at === fonts.length, 'every embedded font has a key')
  return keyed
}

function fontKey(font: Uint8Array): string {
  const hex = createHash('sha256').update(font).digest('hex').slice(0, 32).toUpperCase()
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function obfuscate(font: Uint8Array): Uint8Array {
  const key = Buffer.from(fontKey(font).replaceAll('-', ''), 'hex').reverse()
  const bytes = Uint8Array.from(font)
  for (let at = 0; at < obfuscatedLength; at += 1) bytes[at] = (bytes[at] ?? 0) ^ (key[at % key.length] ?? 0)
  return bytes
}
