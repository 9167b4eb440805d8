import { translate } from '#shared/i18n/messages.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import type { Print } from '../print.ts'

/** In: code of a band of ages or durations (`0-3`, `60+`). Out: its words: `من 4 إلى 5`, `over 60`. */
export function bandText(print: Print, code: string): string {
  const number = (text: string): string => formatNumber(Number(text), print.format)
  if (code.endsWith('+')) return translate(reportWords.ageMoreThan, print.format, { days: number(code.slice(0, -1)) })
  const [from = '0', to = '0'] = code.split('-')
  if (from === '0') return translate(reportWords.upTo, print.format, { days: number(to) })
  return translate(reportWords.ageRange, print.format, { from: number(from), to: number(to) })
}
