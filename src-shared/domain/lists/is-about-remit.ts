import type { Label } from '#shared/domain/access/events.ts'
import { foldText } from '#shared/text/fold-text.ts'

/**
 * In: the code of a reason and its names; null where there is no such entry. Out: whether it speaks of the remit, in
 * whatever spelling. Such a reason never ends a case: what is of another remit is transferred (L-02, B-25).
 */
export function isAboutRemit(code: string, labels: Label | null): boolean {
  if (/remit|jurisdiction/.test(code)) return true
  if (labels === null) return false
  return /اختصاص|مختص/.test(foldText(labels.ar)) || /remit|jurisdiction|competen/.test(foldText(labels.en))
}
