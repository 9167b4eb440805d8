import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { failureOf, isConnectionLost, isRefusal, refusalText } from '#renderer/client/errors.ts'

const refused = new ORPCError('REFUSED', {
  data: { code: 'not-allowed', params: { right: 'close' }, ar: 'لا صلاحية', en: 'No right' },
})

describe('UI-3 why something did not happen', () => {
  it('UI-3 a refusal of the core keeps its code and both sentences', () => {
    expect(failureOf(refused)).toEqual({
      code: 'not-allowed',
      params: { right: 'close' },
      ar: 'لا صلاحية',
      en: 'No right',
    })
    expect(refusalText(refused, 'ar')).toBe('لا صلاحية')
    expect(isRefusal(refused)).toBe(true)
    expect(isConnectionLost(refused)).toBe(false)
  })

  it('UI-3 a broken connection and a fault are told apart', () => {
    expect(failureOf(new TypeError('closed')).code).toBe('connection-lost')
    expect(isConnectionLost(new TypeError('closed'))).toBe(true)
    expect(failureOf(new ORPCError('INTERNAL_SERVER_ERROR', { message: 'F-1' })).code).toBe('internal-fault')
    expect(failureOf(new ORPCError('BAD_REQUEST', { message: 'no' })).code).toBe('bad-input')
  })

  it('bad input: what a schema refuses names the fields, without its English words', () => {
    const issues = [
      { path: ['filter', 'types', 0], message: 'Invalid option' },
      { path: ['filter', 'types', 0], message: 'Too short' },
      { path: ['queue'], message: 'Invalid input' },
    ]
    const refused = failureOf(new ORPCError('BAD_REQUEST', { message: 'Input validation failed', data: { issues } }))
    expect(refused.ar).toBe('البيانات المدخلة غير صالحة: filter.types.0, queue')
  })
})
