/**
 * Writes a paper as one HTML page for print: its style and fonts inside, nothing fetched, nothing that runs.
 * Invariant: no text reaches the page but through `escape`; the policy in the page stops what would slip through.
 */
import { directedPieces } from '#core/word/directed-pieces.ts'
import type { Direction } from '#core/word/directed-pieces.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { directionOf } from '#shared/text/direction.ts'
import { lineDirection } from './line-direction.ts'
import type { Block, FactRow, LetterModel, Line, TableCell } from './letter-model.ts'
import { letterStyle } from './letter-style.ts'
import { pageFonts } from './page-fonts.ts'
import { qrSvg } from './qr-code.ts'

const policy = "default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:"

export function letterHtml(model: LetterModel): string {
  const { language, direction, kind, paper } = model
  return [
    '<!doctype html>',
    `<html lang="${language}" dir="${direction}"><head><meta charset="utf-8">`,
    `<meta http-equiv="Content-Security-Policy" content="${policy}">`,
    `<title>${escape(model.title)}</title>`,
    `<style>${pageFonts(kind)}\n${letterStyle(model)}</style></head>`,
    `<body class="${kind} ${paper}"><main class="sheet" aria-label="${escape(model.title)}">`,
    letterhead(model),
    ...model.blocks.map((block) => blockHtml(block, direction)),
    contacts(model),
    '</main></body></html>',
  ].join('\n')
}

function letterhead({ letterhead: head, direction }: LetterModel): string {
  const other: Direction = direction === 'rtl' ? 'ltr' : 'rtl'
  const line = (text: string, look: string): string => (text === '' ? '' : `<p class="${look}">${escape(text)}</p>`)
  const side = ([first, second]: readonly [string, string], dir: Direction): string =>
    `<div dir="${dir}">${line(first, 'ministry')}${line(second, 'office')}</div>`
  return `<header class="letterhead">${side([head.ministry, head.office], direction)}${side([head.otherMinistry, head.otherOffice], other)}</header>`
}

function contacts({ contacts: lines, direction }: LetterModel): string {
  if (lines.length === 0) return ''
  return `<footer class="contacts">${lines.map((line) => `<span>${lineHtml(line, direction)}</span>`).join(' ')}</footer>`
}

function blockHtml(block: Block, base: Direction): string {
  switch (block.kind) {
    case 'title':
      return `<h1>${escape(block.text)}${block.other === null ? '' : `<small>${escape(block.other)}</small>`}</h1>`
    case 'reference':
      return referenceHtml(block)
    case 'heading':
      return headingHtml(block)
    case 'table':
      return tableHtml(block, base)
    case 'notice':
      return paragraph('notice', block.line, base)
    case 'facts':
    case 'docket':
      return `<table class="${block.kind}"><tbody>${block.rows.map((row) => rowHtml(row, base)).join('')}</tbody></table>`
    case 'secret':
      return `<p class="secret"><span>${escape(block.label)} <small>${escape(block.other)}</small></span><bdi dir="ltr">${escape(block.code)}</bdi></p>`
    case 'quote':
    case 'box':
      return `<section class="${block.kind}"><h2>${escape(block.title)}</h2><div>${block.lines.map((line) => paragraph('', line, base)).join('')}</div></section>`
    case 'subject':
      // A letter has no other title.
      return directed({ tag: 'h1', kind: 'subject', line: block.line }, base)
    case 'addressee':
    case 'paragraph':
    case 'small':
    case 'closing':
      return paragraph(block.kind, block.line, base)
    case 'signature':
      return signatureHtml(block)
    default:
      return assertNever(block)
  }
}

function referenceHtml(block: Extract<Block, { kind: 'reference' }>): string {
  const words = `<p class="label">${escape(block.label)} <small>${escape(block.other)}</small></p>`
  const number = `<p class="number"><bdi dir="ltr">${escape(block.reference)}</bdi></p>`
  return `<section class="reference"><div>${words}${number}</div>${qrSvg(block.code.content, escape(block.code.label))}</section>`
}

function headingHtml({ level, text, onNewPage }: Extract<Block, { kind: 'heading' }>): string {
  return `<h${level + 1} class="heading${onNewPage ? ' new-page' : ''}">${escape(text)}</h${level + 1}>`
}

function tableHtml({ columns, rows }: Extract<Block, { kind: 'table' }>, base: Direction): string {
  const widths = columns.map(({ part }) => `<col style="inline-size: ${Math.round(part * 100)}%">`).join('')
  const heads = columns.map(({ title }) => `<th scope="col">${escape(title)}</th>`).join('')
  const body = rows.map((cells) => `<tr>${cells.map((cell) => cellHtml(cell, base)).join('')}</tr>`).join('\n')
  return `<table class="table"><colgroup>${widths}</colgroup><thead><tr>${heads}</tr></thead><tbody>${body}</tbody></table>`
}

function cellHtml({ lines, quoted }: TableCell, base: Direction): string {
  const written = quoted.map((line) => paragraph('quoted', line, base)).join('')
  return `<td>${lines.map((line) => paragraph('', line, base)).join('')}${written}</td>`
}

function rowHtml(row: FactRow, base: Direction): string {
  const other = row.otherLabel === null ? '' : ` <small>${escape(row.otherLabel)}</small>`
  const weight = row.strong ? ' class="strong"' : ''
  return `<tr${weight}><th scope="row">${escape(row.label)}${other}</th><td>${lineHtml(row.value, base)}</td></tr>`
}

function signatureHtml(block: Extract<Block, { kind: 'signature' }>): string {
  const name = block.name === null ? '' : `<p class="name"><bdi>${escape(block.name)}</bdi></p>`
  return `<section class="signature"><p>${escape(block.title)}</p>${name}</section>`
}

const paragraph = (kind: string, line: Line, base: Direction): string => directed({ tag: 'p', kind, line }, base)

interface DirectedLine {
  readonly tag: 'p' | 'h1'
  readonly kind: string
  readonly line: Line
}

/** Direction by the sentence's own first letter, so an English quotation in an Arabic letter reads from the left (B-13). */
function directed({ tag, kind, line }: DirectedLine, base: Direction): string {
  const direction = lineDirection(line, base)
  const turned = direction === base ? '' : ` dir="${direction}"`
  return `<${tag}${kind === '' ? '' : ` class="${kind}"`}${turned}>${lineHtml(line, direction)}</${tag}>`
}

function lineHtml(line: Line, base: Direction): string {
  return line
    .map((span) => {
      if (span.kind === 'plain') return piecesHtml(span.text, base)
      const direction = directionOf(span.text, 'ltr')
      return `<bdi dir="${direction}">${piecesHtml(span.text, direction)}</bdi>`
    })
    .join('')
}

function piecesHtml(text: string, base: Direction): string {
  return directedPieces(text, base)
    .map((piece) =>
      piece.direction === base
        ? wholeCodes(piece.text)
        : `<bdi dir="${piece.direction}">${wholeCodes(piece.text)}</bdi>`,
    )
    .join('')
}

/** Numbers with hyphens and telephone numbers: a line may not end inside. */
const code = /([A-Z]+-\d[\w-]{0,30}|\+?\d+(?:[- ]\d+){1,6})/

function wholeCodes(text: string): string {
  return text
    .split(code)
    .map((piece, index) => (index % 2 === 0 ? escape(piece) : `<span class="whole">${escape(piece)}</span>`))
    .join('')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character)
}
