/** One refusal in both languages; `{name}` stands for a parameter. */
export interface RefusalSentence {
  readonly ar: string
  readonly en: string
}

export type RefusalTable = Readonly<Record<string, RefusalSentence>>
