/*
 * The report as the window shows it: the same model that Word and workbook print, in the language it is read in. The
 * core's writers own the model; these are the parts of it that cross to the window, checked against it by the compiler.
 */

/** What stands in a table. `text` is as printed. */
export interface ReportCell {
  readonly kind: 'text' | 'number' | 'ratio' | 'days' | 'date'
  readonly text: string
  /** Over so small a base that it is printed grey (P5). */
  readonly faint?: boolean
  /** The figure behind it, by which a reader opens its cases (B-01). */
  readonly figure?: {
    readonly code: string
    readonly by?: Readonly<Record<string, string>>
    /** Further splits of the code, where the number is the sum of several. */
    readonly also?: readonly Readonly<Record<string, string>>[]
    /** Those that the numerator counts; left out where the number stands on the whole base. */
    readonly part?: 'counted'
    /** Where it is not the quarter of the report. */
    readonly quarter?: { readonly year: number; readonly quarter: number }
  }
  /** The cases behind a number that is no figure of the catalogue: those that the caller may open. */
  readonly cases?: readonly string[]
  /** Cases that the text names, in the order in which it does: those that the caller may open. */
  readonly named?: readonly { readonly id: string; readonly text: string }[]
}

export interface ReportTable {
  readonly kind: 'table'
  readonly id: string
  readonly title: string
  /** States the base of its percentages. */
  readonly base: string | null
  readonly columns: readonly { readonly title: string; readonly align: 'start' | 'end' }[]
  readonly rows: readonly (readonly ReportCell[])[]
  readonly total: readonly ReportCell[] | null
}

export interface ReportChart {
  readonly kind: 'chart'
  readonly id: string
  readonly title: string
  readonly shape: 'line' | 'column' | 'bar' | 'stacked-bar'
  readonly unit: 'count' | 'ratio'
  readonly categories: readonly string[]
  readonly series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[]
}

export interface ReportTile {
  readonly title: string
  readonly value: string
  readonly note: string
  readonly code: string
  /** A percentage over so small a base that it is printed grey (P5). */
  readonly faint?: boolean
}

export type ReportBlock =
  /** `place` where its preparer may write it otherwise before approval. */
  | { readonly kind: 'paragraph'; readonly text: string; readonly place?: string }
  | { readonly kind: 'note'; readonly text: string }
  | { readonly kind: 'warning'; readonly text: string }
  | { readonly kind: 'numbered'; readonly items: readonly string[] }
  | { readonly kind: 'box'; readonly title: string; readonly lines: readonly string[]; readonly place?: string }
  | { readonly kind: 'tiles'; readonly tiles: readonly ReportTile[] }
  | ReportTable
  | ReportChart

export interface ReportSection {
  readonly id: string
  readonly title: string
  readonly blocks: readonly ReportBlock[]
}

export interface ReportOnScreen {
  readonly language: 'ar' | 'en'
  readonly direction: 'rtl' | 'ltr'
  readonly asOf: string
  readonly definitions: string
  readonly reconciled: boolean
  readonly cover: {
    /** A picture in base64. */
    readonly logo: string | null
    readonly ministry: string
    readonly office: string
    readonly title: string
    readonly period: string
    readonly edition: string
    readonly classification: string
    readonly warning: string | null
  }
  readonly sections: readonly ReportSection[]
}
