import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { canonicalJson } from '#shared/sync/canonical-json.ts'
import { envelopeText } from '#shared/sync/envelope-text.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'

const plain: EnvelopeContent = {
  id: '01a22316-7604-7305-b54f-5065ca1ce3c3',
  stream: 'case:01a22316-7603-7a98-88f7-4f8191b73680',
  type: 'registered',
  version: 1,
  privateHash: null,
  actor: 'huda',
  session: null,
  commit: '01a22316-7604-7490-8dc8-fa2f8ace1a3c',
  index: 0,
  count: 7,
  expects: {},
  rights: null,
  at: '2026-11-28T16:56:44.291Z' as Instant,
  via: 'window',
}

const full: EnvelopeContent = {
  ...plain,
  privateHash: 'a'.repeat(64),
  session: 'a "quoted" \\ session',
  expects: { type: 'b', due: 'a', 10: 'c', 9: 'd' },
  rights: '01a22316-7604-748c-90ee-49d4faedce2c',
  actor: 'هدى 😀 \u0001 \u2028',
}

test.each([plain, full])('an envelope written by hand has the canonical text (S15)', (content) => {
  expect(envelopeText(content)).toBe(canonicalJson(content))
})

test.each(['a\0b', 'a\ud800b'])('text that may not be stored is refused in an envelope too (S15)', (actor) => {
  expect(() => envelopeText({ ...plain, actor })).toThrow()
})
