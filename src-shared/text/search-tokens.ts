import { foldText } from './fold-text.ts'
import { stemToken } from './stem-token.ts'

/** The words of a text, folded, in their order. In: any text. Out: runs of letters and digits. */
export function foldedTokens(text: string): readonly string[] {
  return foldText(text).match(/[\p{L}\p{N}]+/gu) ?? []
}

/** What is indexed and what is asked: the folded, lightly stemmed words of a text, in their order. L-13. */
export function searchTokens(text: string): readonly string[] {
  return foldedTokens(text).map(stemToken)
}
