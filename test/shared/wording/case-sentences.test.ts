import { expect, test } from 'vitest'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import type { ListName } from '#shared/domain/lists/events.ts'
import { must } from '#shared/lib/assert.ts'
import { sentenceOf } from '#shared/wording/case-sentences.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'
import { classified, closedCase, lastReferral, rated, referTo, resolvedCase } from '#test/support/case-steps.ts'
import type { CaseWorld } from '#test/support/case-world.ts'

const telling = (language: 'ar' | 'en') => ({
  speech: makeSpeech({ language, scheme: 'light', digits: 'latin', hijri: false }, () => {}, {
    zone: 'Asia/Amman',
    country: 'JO',
  }),
  names: {
    user: (id: string) => `<${id}>`,
    unit: (id: string) => `<${id}>`,
    referral: () => '<department>',
    list: (list: ListName, code: string) => shippedLists[list].find((entry) => entry.code === code)?.[language] ?? code,
  },
})

const sentences = (world: CaseWorld, language: 'ar' | 'en'): readonly string[] =>
  world.events.map(({ type, facts }) => sentenceOf(type, facts, telling(language)))

function wholeJob(): CaseWorld {
  const world = closedCase()
  world.do('reopen', { cause: 'new_facts', route: 'client', handler: 'nadia' }, 'nadia')
  referTo(world, undefined, 'nadia')
  world.do('remind', { referral: lastReferral(world) }, 'nadia')
  return world
}

test('G-06 UI-4 every event of a whole job is one sentence in each language, no place left open', () => {
  const world = wholeJob()
  for (const language of ['ar', 'en'] as const) {
    for (const sentence of sentences(world, language)) {
      expect(sentence).not.toMatch(/[{}]|undefined|\n/)
      expect(sentence.length).toBeGreaterThan(5)
    }
  }
})

test('UI-4 sentences say who, what and until when in the words of the lists', () => {
  const world = resolvedCase()
  world.do('rate', rated(world, 'not_satisfied'), 'huda')
  expect(sentences(world, 'ar').at(-1)).toBe('تقييم مقدم الطلب: غير راضٍ')
  expect(sentences(world, 'en').at(-1)).toBe('Rated: Not satisfied')
})

test('UI-4 an event of a newer version is told as one, not dropped', () => {
  expect(sentenceOf('something_new', {}, telling('en'))).toContain('something_new')
})

test('F-03 the history says who is to be told of a referral, and of one without recipients what it always said', () => {
  const world = classified()
  referTo(world)
  const { type, facts } = must(world.events.at(-1), 'it was referred')
  expect(sentenceOf(type, facts, telling('en'))).toMatch(/^Referred to <dept-a>, due .*\. To be told .*: <ali>$/)
  expect(sentenceOf(type, facts, telling('ar'))).toMatch(/يُبلَّغ بوجود الإحالة: <ali>$/)
  expect(sentenceOf(type, { ...facts, users: [] }, telling('en'))).not.toContain('To be told')
  expect(sentenceOf(type, { ...facts, users: undefined }, telling('en'))).not.toContain('To be told')
})
