import { expect, test } from 'vitest'
import { attemptResults, contactChannels } from '#shared/domain/case/codes.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'
import { fits, reachedAfter, resultsBy } from '#renderer/features/case/steps/attempt-results.ts'

test('Z-03 what was written to somebody has no busy line and nobody who picks up; a call may have every result', () => {
  expect(resultsBy('phone').results).toEqual(attemptResults)
  for (const channel of ['sms', 'email', 'post']) {
    const { results, labels } = resultsBy(channel)
    expect(results).toEqual(['reached', 'no_answer', 'wrong_number'])
    expect(results.every((code) => code in labels)).toBe(true)
    expect(fits('busy', channel)).toBe(false)
  }
  for (const channel of contactChannels) expect(fits('reached', channel)).toBe(true)
})

test('Z-03 one outcome has one name, in the form and in the history: nobody picks up a message', () => {
  const speech = makeSpeech({ language: 'ar', scheme: 'light', digits: 'latin', hijri: false }, () => {}, {
    zone: 'Asia/Amman',
    country: 'JO',
  })
  const names = { user: String, unit: String, referral: String, list: (_list: string, code: string) => code }
  const said = (channel: string) => sentenceOf('contact_attempt', { channel, result: 'no_answer' }, { speech, names })
  for (const channel of ['sms', 'phone']) {
    const { labels } = resultsBy(channel)
    expect(said(channel)).toContain(labels.no_answer.ar)
  }
  expect(said('sms')).not.toContain('لا يجيب')
})

test('Z-03 whoever was reached is owed no further attempt: it is told after how many', () => {
  const made = (...results: readonly (typeof attemptResults)[number][]) => results.map((result) => ({ result }))
  expect(reachedAfter(made('no_answer', 'busy'))).toBeNull()
  expect(reachedAfter(made('no_answer', 'reached', 'no_answer'))).toBe(2)
  expect(reachedAfter([])).toBeNull()
})
