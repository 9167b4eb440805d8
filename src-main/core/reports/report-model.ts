/*
 * The one report model: what a report says, in the language it is read in, before anything is laid out. Screen, Word
 * and workbook print the same model, so their numbers cannot differ. Plain values: it crosses processes as it is.
 */

import type { DigitStyle } from '#shared/i18n/messages.ts'

/** A figure by which its cases open; `quarter` where it is not that of the report. */
export interface FigureRef {
  readonly code: string
  readonly by?: Readonly<Record<string, string>>
  /** Further splits of the code, where the number is the sum of several. */
  readonly also?: readonly Readonly<Record<string, string>>[]
  /** Those that the numerator counts; left out where the number stands on the whole base. */
  readonly part?: 'counted'
  readonly quarter?: { readonly year: number; readonly quarter: number }
}

/** What stands in a table. `text` is as printed; `value` is what a workbook calculates with. */
export interface Cell {
  readonly kind: 'text' | 'number' | 'ratio' | 'days' | 'date'
  readonly text: string
  /** Number, share of 1, working days, or an instant; null where nothing applies. */
  readonly value: number | string | null
  /** A percentage over so small a base that it is printed grey (P5). */
  readonly faint?: boolean
  /** The figure behind it, by which a reader opens its cases (B-01). */
  readonly figure?: FigureRef
  /** The cases behind a number that is no figure of the catalogue, by id. */
  readonly cases?: readonly string[]
  /** Cases that the text names, in the order in which it does. */
  readonly named?: readonly NamedCase[]
}

export interface NamedCase {
  readonly id: string
  /** As the text has it. */
  readonly text: string
}

export interface Column {
  readonly title: string
  readonly align: 'start' | 'end'
  /** Share of the table's width. */
  readonly width: number
}

export interface TableBlock {
  readonly kind: 'table'
  readonly id: string
  readonly title: string
  /** States the base of its percentages. */
  readonly base: string | null
  readonly columns: readonly Column[]
  readonly rows: readonly (readonly Cell[])[]
  readonly total: readonly Cell[] | null
}

export interface ChartBlock {
  readonly kind: 'chart'
  readonly id: string
  readonly title: string
  readonly shape: 'line' | 'column' | 'bar' | 'stacked-bar'
  readonly unit: 'count' | 'ratio'
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

export interface Tile {
  readonly title: string
  readonly value: string
  readonly note: string
  readonly code: string
  /** A percentage over so small a base that it is printed grey (P5). */
  readonly faint?: boolean
}

/** What the numbers say, in sentences; `place` where its preparer may write it otherwise before approval. */
export type TextBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly place?: string }
  | {
      readonly kind: 'box'
      readonly title: string
      readonly lines: readonly string[]
      /** In which digits its lines are numbered; null where they are not. */
      readonly numbered: DigitStyle | null
      readonly place?: string
    }

export type Block =
  | TextBlock
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'tiles'; readonly tiles: readonly Tile[] }
  | TableBlock
  | ChartBlock

export interface Section {
  readonly id: string
  readonly title: string
  readonly blocks: readonly Block[]
}

export interface Cover {
  /** A picture in base64. */
  readonly logo: string | null
  readonly ministry: string
  readonly office: string
  readonly title: string
  readonly period: string
  readonly edition: string
  readonly classification: string
  readonly warning: string | null
  /** `brief`: where the page has to hold the signatures too. */
  readonly scope: { readonly title: string; readonly lines: readonly string[]; readonly brief: readonly string[] }
  readonly signatures: readonly { readonly role: string; readonly space: string }[]
}

export interface ReportModel {
  readonly kind: 'quarterly'
  readonly language: 'ar' | 'en'
  readonly direction: 'rtl' | 'ltr'
  /** The moment of the data, an ISO instant; the only date a file carries. */
  readonly asOf: string
  /** IANA zone of the institution: dates in a workbook have none and are written as its clocks show them. */
  readonly zone: string
  readonly definitions: string
  readonly reconciled: boolean
  readonly cover: Cover
  readonly words: { readonly contents: string; readonly page: string; readonly pageOf: string }
  readonly sections: readonly Section[]
}
