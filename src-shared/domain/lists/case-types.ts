/** The six types that the rulebook knows (spec/vocabulary.md); an office's list of types treats each of its own as one of them (T-01). */
export const caseTypes = ['complaint', 'report', 'inquiry', 'suggestion', 'praise', 'media'] as const
export type CaseType = (typeof caseTypes)[number]
