import { packageFile, printFontFile } from '#core/word/print-fonts.ts'
import type { PrintFontWeight } from '#core/word/print-fonts.ts'
import type { PaperKind } from './letter-facts.ts'
import { woffOf } from './woff.ts'

interface Face {
  readonly weight: number
  readonly format: 'woff' | 'woff2'
  readonly range: string | null
  bytes(): Buffer
}

const arabic =
  'U+0600-06FF, U+0750-077F, U+0870-088E, U+0890-0891, U+0897-08E1, U+08E3-08FF, U+200C-200E, U+2010-2011, U+204F, U+2E41, U+FB50-FDFF, U+FE70-FE74, U+FE76-FEFC'

const plex = (script: 'arabic' | 'latin', weight: 400 | 600): Face => ({
  weight,
  format: 'woff2',
  range: script === 'arabic' ? arabic : null,
  bytes: () =>
    packageFile(`@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-${script}-${weight}-normal.woff2`),
})

const naskh = (weight: number, file: PrintFontWeight): Face => ({
  weight,
  format: 'woff',
  range: null,
  bytes: () => woffOf(printFontFile(file)),
})

/** Naskh is the hand of official letters; on a small slip or a coarse printer the plain strokes of a sans stay readable. */
const faces: Readonly<Record<'letter' | 'slip', readonly Face[]>> = {
  letter: [naskh(400, 'regular'), naskh(700, 'bold')],
  slip: [plex('latin', 400), plex('arabic', 400), plex('latin', 600), plex('arabic', 600)],
}

const made = new Map<string, string>()

/** The `@font-face` rules of a paper, family `Paper`, with the fonts inside: a page that needs nothing else. */
export function pageFonts(kind: PaperKind): string {
  const set = kind === 'receipt' ? 'slip' : 'letter'
  const known = made.get(set)
  if (known !== undefined) return known
  const rules = faces[set].map(faceRule).join('\n')
  made.set(set, rules)
  return rules
}

function faceRule(face: Face): string {
  const range = face.range === null ? '' : ` unicode-range: ${face.range};`
  const source = `url(data:font/${face.format};base64,${face.bytes().toString('base64')}) format('${face.format}')`
  return `@font-face { font-family: 'Paper'; font-weight: ${face.weight};${range} src: ${source}; }`
}
