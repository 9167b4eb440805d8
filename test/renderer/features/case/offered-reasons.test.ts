import { expect, test } from 'vitest'
import { withheldReasons } from '#renderer/features/case/steps/offered-reasons.ts'

test('L-02 a reason about the remit, which an old list may hold, is not offered where it would end a case', () => {
  const entry = (code: string, ar: string, en: string) => ({ code, labels: { ar, en } }) as never
  const entries = [entry('too_old', 'قديمة', 'Too old'), entry('other', 'ليست من اختصاص الجهة', 'Not within our remit')]
  expect([...withheldReasons('reject_reasons', entries)]).toEqual(['other'])
  expect([...withheldReasons('suspend_reasons', entries)]).toEqual([])
})
