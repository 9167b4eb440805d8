import type { ReportCell } from '#shared/contract/desktop/report-model.ts'

export interface TextPart {
  readonly said: string
  /** The case that it names; null for the words between. */
  readonly id: string | null
}

/** In: a text, the cases it names in their order. Out: its parts; joined they are the text again. */
export function partsOfText(text: string, named: NonNullable<ReportCell['named']>): readonly TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const { id, text: said } of named) {
    const at = text.indexOf(said, from)
    if (at === -1) continue
    if (at > from) parts.push({ said: text.slice(from, at), id: null })
    parts.push({ said, id })
    from = at + said.length
  }
  if (from < text.length) parts.push({ said: text.slice(from), id: null })
  return parts
}
