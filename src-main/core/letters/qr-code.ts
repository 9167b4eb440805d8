import { create, toBuffer } from 'qrcode'
import type { BitMatrix } from 'qrcode'

/** One of seven modules may be lost: a slip is folded and carried in a pocket. */
const options = { errorCorrectionLevel: 'M' } as const
const quietZone = 4

/** In: what a scanner shall read. Out: an SVG picture, black on white with the quiet zone the standard asks for. */
export function qrSvg(content: string, label: string): string {
  const { modules } = create(content, options)
  const size = modules.size + 2 * quietZone
  return (
    `<svg class="qr" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" role="img" aria-label="${label}">` +
    `<path fill="#fff" d="M0 0h${size}v${size}H0z"/><path fill="#000" d="${darkRows(modules)}"/></svg>`
  )
}

/** The same as a PNG, for Word; its zip is written by Node, so equal content gives equal bytes. */
export async function qrPng(content: string): Promise<Buffer> {
  return toBuffer(content, { ...options, type: 'png', margin: quietZone, scale: 8 })
}

/** One rectangle a stretch of dark modules. */
function darkRows(modules: BitMatrix): string {
  const path: string[] = []
  for (let row = 0; row < modules.size; row += 1) {
    let column = 0
    while (column < modules.size) {
      const length = darkLength(modules, row, column)
      if (length > 0) path.push(`M${column + quietZone} ${row + quietZone}h${length}v1h-${length}z`)
      column += length + 1
    }
  }
  return path.join('')
}

function darkLength(modules: BitMatrix, row: number, column: number): number {
  let length = 0
  while (column + length < modules.size && modules.get(row, column + length) === 1) length += 1
  return length
}
