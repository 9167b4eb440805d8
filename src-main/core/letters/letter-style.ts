import type { LetterModel } from './letter-model.ts'
import { letterMessages as messages } from '#shared/i18n/letters.ts'
import { textOf } from './letter-text.ts'

/** The style of a paper: ink on white, no background that a printer would drop. */
export function letterStyle(model: LetterModel): string {
  return [shared, ...looks[model.kind], pages[model.paper](model)].join('\n')
}

const pages: Readonly<Record<LetterModel['paper'], (model: LetterModel) => string>> = {
  a4: (model) => sheet('A4', model.kind === 'receipt' ? '18mm' : '14mm 20mm 16mm', { height: 297, model }),
  a5: (model) => sheet('A5', model.kind === 'receipt' ? '8mm' : '12mm 13mm 14mm', { height: 210, model }) + smallSheet,
  // A roll has no page height; browsers know none but fixed ones, so the height is that of what stands on it.
  thermal: (model) => `@page { size: 80mm ${rollHeight(model)}mm; margin: 0; }\n${roll}`,
}

function sheet(size: string, margin: string, page: { readonly height: number; readonly model: LetterModel }): string {
  const [top = '0', , bottom = top] = margin.split(' ')
  const inner = page.height - Number.parseFloat(top) - Number.parseFloat(bottom) - 1
  return `@page { size: ${size}; margin: ${margin}; @bottom-center { content: ${pageCounter(page.model)}; font: 8pt 'Paper', sans-serif; color: #555; } }
@page :first { @bottom-center { content: none; } }
@media print { .sheet { min-block-size: ${inner}mm; } }
@media screen { body { padding: ${margin}; inline-size: ${size === 'A4' ? 210 : 148}mm; box-sizing: border-box; } .sheet { min-block-size: ${inner}mm; } }
`
}

function pageCounter({ language, digits }: LetterModel): string {
  const style = digits === 'arabic' ? ', arabic-indic' : ''
  const counters: Readonly<Record<string, string>> = { page: `counter(page${style})`, pages: `counter(pages${style})` }
  return messages.page[language]
    .split(/\{(\w+)\}/)
    .map((piece, index) => (index % 2 === 0 ? `"${piece}"` : (counters[piece] ?? '""')))
    .join(' ')
}

/** In millimetres: rows and lines as they wrap on 72 mm at this size; too long costs a little paper, too short a second slip. */
function rollHeight(model: LetterModel): number {
  const lines = (text: string, width: number): number => Math.max(1, Math.ceil(text.length / width))
  const height = model.blocks.reduce(
    (sum, block) => {
      switch (block.kind) {
        case 'facts':
          return sum + block.rows.reduce((rows, row) => rows + 5 + 5 * lines(textOf(row.value), 44), 3)
        case 'box':
          return sum + block.lines.reduce((all, line) => all + 5 * lines(textOf(line), 46), 12)
        case 'reference':
          return sum + 58
        default:
          return sum + 16
      }
    },
    36 + 5 * model.contacts.length,
  )
  return Math.ceil(height / 10) * 10
}

const shared = `
* { box-sizing: border-box; margin: 0; padding: 0; }
html { color: #111; background: #fff; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
body { font-family: 'Paper', 'Noto Naskh Arabic', 'Traditional Arabic', serif; overflow-wrap: anywhere; }
.sheet { display: flex; flex-direction: column; padding-inline: 0.3mm; }
h1, h2, th { font-weight: 600; }
small { font-size: 0.78em; font-weight: 400; color: #444; }
table { border-collapse: collapse; }
th { text-align: start; vertical-align: baseline; }
td { vertical-align: baseline; }
p, h2 { text-align: start; }
bdi { unicode-bidi: isolate; }
.letterhead { display: flex; justify-content: space-between; gap: 8mm; border-block-end: 0.5mm solid #111; padding-block-end: 3mm; }
.letterhead > div { max-inline-size: 50%; }
.contacts { margin-block-start: auto; border-block-start: 0.25mm solid #111; display: flex; flex-wrap: wrap; justify-content: center; gap: 0 8mm; }
.notice { border: 0.4mm dashed #111; padding: 1mm 3mm; text-align: center; font-weight: 600; margin-block-start: 3mm; }
.signature, .box, .docket, tr { break-inside: avoid; }
h2 { break-after: avoid; }
p { orphans: 2; widows: 2; }
.whole { white-space: nowrap; }
.number { font-variant-numeric: tabular-nums; white-space: nowrap; }
.qr { flex: none; display: block; }
`

const letter = `
body { font-size: 12.5pt; line-height: 1.58; }
.ministry { font-weight: 700; font-size: 15pt; line-height: 1.5; }
.office { font-size: 12.5pt; line-height: 1.5; }
.letterhead > div + div .ministry { font-size: 12pt; }
.letterhead > div + div .office { font-size: 10.5pt; }
h1, h2, th { font-weight: 700; }
.docket { align-self: flex-end; margin-block-start: 3mm; font-size: 11.5pt; line-height: 1.6; }
.docket th { padding-inline-end: 4mm; }
.docket th::after { content: ':'; }
.addressee { font-weight: 700; font-size: 14pt; margin-block-start: 3mm; }
.subject { font-size: inherit; font-weight: 700; text-align: center; margin-block: 4mm 3mm; text-decoration: underline; text-underline-offset: 2.2mm; text-decoration-thickness: 0.25mm; }
.paragraph { margin-block-start: 2.5mm; }
.facts { inline-size: 100%; margin-block-start: 5mm; font-size: 12pt; line-height: 1.6; }
.facts th, .facts td { border: 0.2mm solid #777; padding: 0.8mm 3mm; }
.facts th { inline-size: 34%; background: #f1f1f1; }
.facts .strong td { font-weight: 700; }
.quote { margin-block-start: 5mm; }
.quote h2 { font-size: 13pt; }
.quote div { border-inline-start: 0.8mm solid #777; padding-inline: 4mm 0; }
.quote p { padding-block: 0.8mm; }
.box { margin-block-start: 5mm; border: 0.3mm solid #111; padding: 2mm 4mm 2.5mm; }
.box h2 { font-size: 13pt; }
.box p { font-size: 12pt; line-height: 1.65; }
.small { font-size: 11pt; line-height: 1.6; margin-block-start: 3mm; }
.small + .small { margin-block-start: 1mm; }
.closing { text-align: center; margin-block-start: 5mm; break-after: avoid; }
:lang(en) .closing { text-align: start; }
.signature { align-self: flex-end; text-align: center; min-inline-size: 60mm; margin-block: 5mm 6mm; }
.signature p { text-align: center; }
.signature .name { font-weight: 700; margin-block-start: 11mm; }
:lang(en) .signature { align-self: flex-start; min-inline-size: 0; }
:lang(en) .signature p { text-align: start; }
.contacts { font-size: 9.5pt; line-height: 1.5; padding-block-start: 1.5mm; gap: 0 6mm; }
`

/* Sections follow one another in the flow: a file is long, and every reader breaks it over pages alike. */
const caseFile = `
.sheet { display: block; }
h1 { text-align: center; font-size: 19pt; line-height: 1.4; margin-block-start: 4mm; }
.reference { display: flex; align-items: center; justify-content: space-between; gap: 4mm; border: 0.5mm solid #111; padding: 2mm 5mm; margin-block-start: 3mm; break-inside: avoid; }
.reference .number { font-size: 23pt; font-weight: 700; line-height: 1.3; }
.reference .qr { inline-size: 27mm; block-size: 27mm; margin: -1mm; }
.heading { break-after: avoid; }
.facts tr:first-child, .facts tr:nth-last-child(2), .table tr:first-child, .table tr:nth-last-child(2) { break-after: avoid; }
h2.heading { font-size: 15pt; line-height: 1.4; border-block-end: 0.3mm solid #111; margin-block: 5mm 2mm; }
h3.heading { font-size: 12.5pt; line-height: 1.4; font-weight: 700; margin-block-start: 4mm; text-align: start; }
.new-page { break-before: page; margin-block-start: 0; }
.facts { margin-block-start: 2mm; font-size: 11pt; line-height: 1.45; }
.facts th, .facts td { padding-block: 0.4mm; }
.paragraph { font-size: 12pt; }
.quote { margin-block-start: 3mm; }
.quote h2 { font-size: 11.5pt; line-height: 1.5; }
.quote p { font-size: 11.5pt; line-height: 1.55; padding-block: 0.4mm; }
.table { inline-size: 100%; table-layout: fixed; font-size: 10.5pt; line-height: 1.45; }
.table th, .table td { border: 0.2mm solid #777; padding: 0.6mm 2mm; vertical-align: top; }
.table th { background: #f1f1f1; }
.quoted { border-inline-start: 0.5mm solid #999; padding-inline-start: 2mm; margin-block-start: 0.6mm; color: #222; }
.contacts { margin-block-start: 8mm; break-inside: avoid; }
@media screen { .new-page { border-block-start: 0.3mm dashed #999; padding-block-start: 6mm; margin-block-start: 10mm; } }
`

const slip = `
body { font-size: 10pt; line-height: 1.5; }
.ministry { font-weight: 600; font-size: 12pt; line-height: 1.4; }
.office { font-size: 10.5pt; line-height: 1.4; }
.letterhead > div + div .ministry { font-size: 10pt; }
.letterhead > div + div .office { font-size: 9pt; }
h1 { text-align: center; font-size: 15pt; line-height: 1.35; margin-block-start: 2.5mm; }
h1 small { display: block; font-size: 10pt; }
.reference { display: flex; align-items: center; justify-content: space-between; gap: 4mm; border: 0.5mm solid #111; border-radius: 2mm; padding: 2mm 4mm; margin-block-start: 3mm; }
.reference .number { font-size: 24pt; font-weight: 600; line-height: 1.3; }
.reference .qr { inline-size: 28mm; block-size: 28mm; margin: -1mm; }
.facts { inline-size: 100%; margin-block-start: 2.5mm; }
.facts tr { border-block-end: 0.2mm solid #999; }
.facts th { inline-size: 43%; padding: 0.9mm 0; padding-inline-end: 3mm; }
.facts td { padding: 0.9mm 0; }
.facts .strong td { font-weight: 600; }
.secret { display: flex; justify-content: space-between; align-items: baseline; margin-block-start: 3mm; font-weight: 600; font-size: 12pt; }
.secret bdi { font-size: 18pt; letter-spacing: 0.18em; line-height: 1.3; }
.box { margin-block: 3mm; border: 0.3mm solid #111; border-radius: 2mm; padding: 2mm 4mm 2.5mm; }
.box h2 { font-size: 11pt; }
.contacts { font-size: 8.5pt; padding-block-start: 1.5mm; }
`

const smallSheet = `
.reply, .referral { font-size: 11pt; line-height: 1.65; }
`

const roll = `
html, small { color: #000; }
body { inline-size: 80mm; padding: 3mm 4mm; font-size: 9.5pt; }
.letterhead { flex-direction: column; align-items: center; gap: 1mm; padding-block-end: 2mm; }
.letterhead > div { max-inline-size: 100%; }
.letterhead p, .box h2 { text-align: center; }
.letterhead > div + div .ministry, .letterhead > div + div .office { font-size: 8.5pt; }
h1 { font-size: 13pt; margin-block-start: 2mm; }
.reference { flex-direction: column; gap: 1mm; border-inline: none; border-radius: 0; padding: 1.5mm 0; margin-block-start: 2mm; }
.reference p { text-align: center; }
.reference .number { font-size: 20pt; }
.reference .qr { inline-size: 36mm; block-size: 36mm; }
.facts { margin-block-start: 1mm; }
.facts, .facts tbody, .facts tr, .facts th, .facts td { display: block; inline-size: 100%; padding: 0; }
.facts tr { padding-block: 0.8mm; border-block-end: 0.2mm dotted #000; }
.facts th { font-size: 8.5pt; font-weight: 400; }
.facts th small { display: inline; }
.facts th small::before { content: '· '; }
.facts td { font-weight: 600; }
.secret { margin-block-start: 2mm; border-block-end: 0.5mm solid #000; padding-block-end: 1mm; }
.secret { flex-direction: column; align-items: center; font-size: 10.5pt; }
.secret bdi { font-size: 17pt; }
.box { border: none; padding: 0; margin-block: 2mm 2mm; }
.contacts { flex-direction: column; align-items: center; padding-block-start: 1mm; }
`

const looks: Readonly<Record<LetterModel['kind'], readonly string[]>> = {
  receipt: [slip],
  referral: [letter],
  reply: [letter],
  rejection: [letter],
  case_file: [letter, caseFile],
}
