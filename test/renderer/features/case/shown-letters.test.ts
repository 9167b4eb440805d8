import { expect, test } from 'vitest'
import { assert } from '#shared/lib/assert.ts'
import { senderLetterWords } from '#shared/wording/written-with.ts'
import { shownLetters } from '#renderer/features/case/head/shown-letters.ts'
import { makeSpeech } from '#renderer/parts/speech.tsx'
import { answered, classified, drafted, rated, referTo } from '#test/support/case-steps.ts'
import type { CaseWorld } from '#test/support/case-world.ts'

const speech = makeSpeech({ language: 'en', scheme: 'light', digits: 'latin', hijri: false }, () => {}, {
  zone: 'Asia/Amman',
  country: 'JO',
})

function titles({ state }: CaseWorld): readonly string[] {
  assert(state.kind === 'case', 'the world has registered its case')
  const referrals = state.cycles
    .flatMap((cycle) => cycle.referrals)
    .map(({ id, department }) => ({
      ...({} as Parameters<typeof shownLetters>[0]['referrals'][number]),
      id,
      department: { id: department, name: { ar: 'المياه', en: 'Water' } },
    }))
  return shownLetters({ state, referrals }, speech).map(({ title }) => title)
}

/** Referred and replied to. */
function referred(world: CaseWorld, user: string): void {
  const referral = referTo(world, undefined, user)
  world.do('reply_to_referral', { referral, text: 'صدرت' }, 'ali')
}

test('UI-12 R-04 every paper of a case can be printed: after a reopening the reply that left, too, and several of one name say their day', () => {
  const world = classified()
  referred(world, 'salma')
  const draft = drafted(world)
  expect(titles(world)).toEqual(['Receipt', 'Referral letter to Water', 'Reply letter (not approved)', 'Case file'])
  world.do('return_draft', { draft, reason: 'incomplete' }, 'omar')
  expect(titles(world)).toEqual(['Receipt', 'Referral letter to Water', 'Case file'])
  answered(world)
  const first = speech.shortDate(world.now)
  world.do('rate', rated(world, 'not_satisfied'), 'huda')
  world.do('reopen', { cause: 'dissatisfied', route: 'rating', outcome: 'partly', handler: 'nadia' }, 'huda')
  expect(titles(world)).toEqual(['Receipt', 'Referral letter to Water', 'Reply letter', 'Case file'])
  world.at('2026-01-12 09:00')
  referred(world, 'nadia')
  const second = speech.shortDate(world.now)
  drafted(world, 'nadia')
  expect(titles(world)).toEqual([
    'Receipt',
    ...[first, second].map((day) => `Referral letter to Water, ${day}`),
    'Reply letter',
    'Reply letter (not approved)',
    'Case file',
  ])
})

test('C-02 a sender’s letter says what of its number and date is known', () => {
  const said = (number: string, date: string) => {
    const { message, words } = senderLetterWords({ number, date }, () => '4 January')
    return speech.t(message, words)
  }
  expect(said('12/7', '2026-01-04')).toBe('No. 12/7, 4 January')
  expect(said('12/7', '')).toBe('No. 12/7')
  expect(said('', '2026-01-04')).toBe('4 January')
})
