import { expect, test } from 'vitest'
import { secondText } from '#renderer/features/case/conflict/second-text.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'
import type { Instant } from '#shared/domain/clock/instant.ts'

/* What a case page says of work that does not stand (N-06). */

const speech = makeSpeech({ language: 'en', scheme: 'auto', digits: 'latin', hijri: false }, () => {}, {
  zone: 'Asia/Riyadh',
  country: 'SA',
})
const at = '2026-01-05T07:00:00.000Z' as Instant
const badr = { id: 'badr', name: { ar: 'بدر', en: 'Badr' } }
const plain = (text: string | null | undefined) => text?.replaceAll(/[\u2066-\u2069]/gu, '')

test('N-06 what was said second is kept as a note in words, with who said it and when; nothing is where he wrote nothing', () => {
  const names = { user: String, unit: String, referral: () => 'Electricity', list: String }
  const entry = { id: 'second', type: 'ref_replied', facts: {}, actor: badr, at } as never
  const second = (intended: unknown, event = 'second') =>
    secondText(
      { timeline: [entry] },
      { event, fields: [{ name: 'text', standing: 'The meter is sound.', intended, before: null }] },
      { speech, names },
    )
  expect(plain(second('The meter is broken.'))).toBe(
    `Electricity replied (Badr, ${speech.shortDateTime(at)}), not applied:\nThe meter is broken.`,
  )
  expect([second(''), second(null), second('The meter is broken.', 'another')]).toEqual([null, null, null])
  expect(secondText({ timeline: [entry] }, { event: 'second', fields: [] }, { speech, names })).toBeNull()
})
