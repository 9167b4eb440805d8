/** Points of a line of text, and of what stands above and below it. */
const [linePoints, marginPoints] = [14, 7]
/** Arabic and bold letters run wider than the figures by which a spreadsheet measures its columns. */
const usable = 0.9

interface HeldText {
  readonly text: string
  /** Width of its column, in figures. */
  readonly width: number
}

/**
 * In: texts of a row's wrapped cells with the widths of their columns. Out: a height in points that shows them whole.
 * Programs that open the file do not grow its rows themselves.
 */
export function rowHeight(cells: readonly HeldText[]): number {
  const lines = cells.map(({ text, width }) => linesOf(text, Math.max(1, Math.floor(width * usable))))
  return Math.max(1, ...lines) * linePoints + marginPoints
}

function linesOf(text: string, width: number): number {
  return text.split('\n').reduce((sum, part) => sum + brokenLines(part, width), 0)
}

/** Lines break between words; a word longer than a line goes on in the next. */
function brokenLines(text: string, width: number): number {
  let [lines, used] = [1, 0]
  for (const word of text.split(' ')) {
    const joined = used === 0 ? word.length : used + 1 + word.length
    if (joined <= width) used = joined
    else {
      lines += (used === 0 ? 0 : 1) + Math.ceil(word.length / width) - 1
      used = word.length % width
    }
  }
  return lines
}
