import { expect, test } from 'vitest'
import { faultText } from '#server/fault-text.ts'

test('R-09 the log of a failed query names kind, code and place, and none of its parameters', () => {
  const cause = Object.assign(new Error('duplicate key (name)=(سعاد)'), { code: '23505' })
  const failed = new Error('Failed query: insert into users values ($1)\nparams: سعاد,0791234567\n  at سعاد', { cause })
  const text = faultText(failed)
  expect(text).toMatch(/^Error 23505\n\s+at /)
  expect(text).not.toMatch(/سعاد|0791234567|params|insert/)
  expect(faultText('سعاد')).toBe('string')
})
