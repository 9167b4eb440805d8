import JSZip from 'jszip'
import { must } from '#shared/lib/assert.ts'
import type { Direction } from './directed-pieces.ts'

/*
 * A pass over a written package for what its writer does not do with charts: series of stacked bars get a pattern, so
 * that they are told apart on a black-and-white print; few cases are counted in whole steps; texts are Arabic and right
 * to left; and the small workbooks behind
 * the charts get fixed dates and ids their order, so that the same model gives the same bytes.
 */

const patterns = [null, 'wdUpDiag', 'smGrid', 'pct20'] as const

export interface ChartFinish {
  readonly direction: Direction
  /** ISO instant, the date of the workbooks. */
  readonly at: string
}

/** In: bytes of a `.docx`, its direction, an ISO instant. Out: the bytes with finished charts and dated workbooks. */
export async function finishCharts(docx: Uint8Array, { direction, at }: ChartFinish): Promise<Uint8Array> {
  const zip = await JSZip.loadAsync(docx)
  const ids = sequentialIds()
  // The body first: its order of charts is that of the model, the order of the archive is not.
  const names = Object.keys(zip.files).toSorted(
    (a, b) => Number(b === 'word/document.xml') - Number(a === 'word/document.xml') || (a < b ? -1 : 1),
  )
  for (const name of names) {
    const file = must(zip.files[name], 'listed')
    if (name.startsWith('word/embeddings/') && name.endsWith('.xlsx'))
      zip.file(name, await dated(await file.async('uint8array'), at))
    if (!/^word\/.*\.(xml|rels)$/.test(name)) continue
    const xml = ids(await file.async('string'))
    zip.file(
      name,
      /^word\/charts\/chart\d*\.xml$/.test(name) ? withDirection(withWholeSteps(withPatterns(xml)), direction) : xml,
    )
  }
  return zip.generateAsync({ type: 'uint8array', compression: 'STORE' })
}

/** The writer draws ids by chance and counts bookmarks on from file to file: both are numbered anew, in order of place. */
function sequentialIds(): (xml: string) => string {
  const relations = new Map<string, string>()
  const bookmarks = new Map<string, string>()
  const numbered = (known: Map<string, string>, id: string, prefix: string): string => {
    const name = known.get(id) ?? `${prefix}${known.size + 1}`
    known.set(id, name)
    return name
  }
  return (xml) =>
    xml
      .replace(/\brId[\w-]{21}(?=")/g, (id) => numbered(relations, id, 'rIdPart'))
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*w:id=")([^"]+)/g,
        (_, before: string, id: string) => before + numbered(bookmarks, id, ''),
      )
}

function withDirection(xml: string, direction: Direction): string {
  if (direction === 'ltr') return xml
  return xml
    .replaceAll('<a:pPr>', '<a:pPr rtl="1">')
    .replaceAll('lang="en-US"', 'lang="ar-SA"')
    .replace('<c:lang val="en-US"/>', '<c:lang val="ar-SA"/>')
}

/** The fill of a series stands in its first `spPr`; a lone series stays plain. */
function withPatterns(xml: string): string {
  if (!xml.includes('<c:grouping val="stacked"/>')) return xml
  let place = -1
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    place += 1
    const pattern = patterns[place % patterns.length] ?? null
    if (pattern === null) return series
    return series.replace(
      /<a:solidFill>(<a:srgbClr val="[0-9A-Fa-f]{6}"\/>)<\/a:solidFill><a:ln><a:noFill\/><\/a:ln>/,
      `<a:pattFill prst="${pattern}"><a:fgClr>$1</a:fgClr><a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill><a:ln w="9525"><a:solidFill>$1</a:solidFill></a:ln>`,
    )
  })
}

/** From here on programs choose whole steps by themselves. */
const many = 5

/** Of one case or two, a program would draw a scale of quarters. */
function withWholeSteps(xml: string): string {
  const values = [...xml.matchAll(/<c:val>.*?<\/c:val>/gs)].flatMap(([series]) =>
    [...series.matchAll(/<c:v>([^<]*)</g)].map(([, value]) => Number(value)),
  )
  if (!xml.includes('<c:numFmt formatCode="#,##0" sourceLinked="0"/><c:majorTickMark') || Math.max(...values) >= many)
    return xml
  return xml.replace('</c:valAx>', '<c:majorUnit val="1"/></c:valAx>')
}

async function dated(workbook: Uint8Array, at: string): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(workbook)
  const target = new JSZip()
  for (const name of Object.keys(source.files).toSorted()) {
    const file = must(source.files[name], 'listed')
    if (file.dir) continue
    const xml = (await file.async('string')).replace(/(<dcterms:\w+ [^>]*>)[^<]*/g, `$1${at.slice(0, 19)}Z`)
    target.file(name, xml, { date: new Date(at), createFolders: false })
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}
