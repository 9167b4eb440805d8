/**
 * A paper of the office as a value: what stands on it and in which order, without how it is drawn. Both writers (HTML for
 * print, Word) write this, so that they cannot say different things.
 * Invariant: every text here is clean: no control characters and no direction controls left open.
 */
import type { DigitStyle, Language } from '#shared/i18n/messages.ts'
import type { Paper, PaperKind } from './letter-facts.ts'

/** A stretch of a sentence. `value` is a merged field: it keeps its own direction. */
export interface Span {
  readonly kind: 'plain' | 'value'
  readonly text: string
}

export type Line = readonly Span[]

export interface FactRow {
  readonly label: string
  /** The label in the other language, where the paper speaks both. */
  readonly otherLabel: string | null
  readonly value: Line
  readonly strong: boolean
}

interface CodePart {
  /** What a scanner reads. */
  readonly content: string
  readonly label: string
}

interface TableColumn {
  readonly title: string
  /** Of the width; those of a table sum to 1. */
  readonly part: number
}

export interface TableCell {
  readonly lines: readonly Line[]
  /** What somebody wrote, set off from our own sentences. */
  readonly quoted: readonly Line[]
}

export type Block =
  | { readonly kind: 'title'; readonly text: string; readonly other: string | null }
  | {
      readonly kind: 'reference'
      readonly label: string
      readonly other: string
      readonly reference: string
      readonly code: CodePart
    }
  | { readonly kind: 'heading'; readonly level: 1 | 2; readonly text: string; readonly onNewPage: boolean }
  | {
      readonly kind: 'table'
      readonly columns: readonly TableColumn[]
      readonly rows: readonly (readonly TableCell[])[]
    }
  | { readonly kind: 'notice'; readonly line: Line }
  | { readonly kind: 'facts'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'docket'; readonly rows: readonly FactRow[] }
  | { readonly kind: 'secret'; readonly label: string; readonly other: string; readonly code: string }
  | { readonly kind: 'addressee'; readonly line: Line }
  | { readonly kind: 'subject'; readonly line: Line }
  | { readonly kind: 'paragraph'; readonly line: Line }
  | { readonly kind: 'small'; readonly line: Line }
  | { readonly kind: 'quote'; readonly title: string; readonly lines: readonly Line[] }
  | { readonly kind: 'box'; readonly title: string; readonly lines: readonly Line[] }
  | { readonly kind: 'closing'; readonly line: Line }
  | { readonly kind: 'signature'; readonly name: string | null; readonly title: string }

export interface Letterhead {
  readonly ministry: string
  readonly office: string
  /** The same in the other language, opposite. */
  readonly otherMinistry: string
  readonly otherOffice: string
}

export interface LetterModel {
  readonly kind: PaperKind
  readonly paper: Paper
  readonly language: Language
  readonly direction: 'rtl' | 'ltr'
  /** Of what its writers count themselves: pages. */
  readonly digits: DigitStyle
  /** Title of the file, never shown on the paper. */
  readonly title: string
  readonly madeAt: string
  readonly reference: string
  readonly letterhead: Letterhead
  readonly blocks: readonly Block[]
  /** Address, telephone, e-mail of the office, at the foot. */
  readonly contacts: readonly Line[]
}
