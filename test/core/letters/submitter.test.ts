import { expect, test } from 'vitest'
import { receiptModel } from '#core/letters/receipt-model.ts'
import { sampleFacts } from './sample-facts.ts'

test.each([
  ['complaint', 'مقدم الشكوى', 'Complainant'],
  ['report', 'مقدم البلاغ', 'Reporter'],
  ['inquiry', 'مقدم الطلب', 'Applicant'],
] as const)('R-04 the receipt of a %s calls who brought it by its own word', (caseType, ar, en) => {
  for (const [language, word] of [
    ['ar', ar],
    ['en', en],
  ] as const) {
    const { blocks } = receiptModel({ ...sampleFacts, caseType }, { language, paper: 'a5' })
    const rows = blocks.flatMap((block) => (block.kind === 'facts' ? block.rows : []))
    expect(rows.map(({ label }) => label)).toContain(word)
  }
})
