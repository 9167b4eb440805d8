import type { Outcome } from '#shared/domain/case/codes.ts'
import type { CaseStory } from './case-story.ts'
import type { Opened } from './opening.ts'
import { colleague } from './opening.ts'
import type { Work } from './processing.ts'
import { dueOf, workOn } from './processing.ts'
import { analyses, attemptNotes, dissatisfiedNotes, ratingNotes } from './work-texts.ts'

const workday = 420

/** Calls, rating, closing; the dissatisfied are often taken up again by somebody new. */
export function measureAndClose(story: CaseStory, opened: Opened, work: Work): void {
  const { random } = story
  if (opened.person === null) return close(story)
  story.about(workday * 0.8, 0.7)
  const end = random.weighted({ rated: 68, declined: 9, unreachable: 11, later: 12 })
  if (end === 'unreachable') return giveUp(story)
  if (end === 'later') {
    attempt(story, 'no_answer')
    story.about(workday)
  }
  if (random.chance(0.5)) attempt(story, 'reached')
  if (end === 'declined') return close(story.say('rating_declined', 'huda', { mode: 'phone' }).about(60))
  rate(story, opened, work)
}

function attempt(story: CaseStory, result: 'reached' | 'no_answer'): void {
  story.say('contact_attempt', 'huda', {
    channel: 'phone',
    result,
    text: result === 'reached' ? '' : story.random.pick(attemptNotes),
  })
}

/** Three calls on three days, in both halves of the day, by two ways. */
function giveUp(story: CaseStory): void {
  const { random } = story
  for (const channel of ['phone', 'sms', 'phone']) {
    story.say('contact_attempt', 'huda', { channel, result: 'no_answer', text: random.pick(attemptNotes) })
    story.later(workday + random.between(30, 200))
  }
  close(story.say('unreachable_declared', 'huda', { text: 'لم يتسنَّ التواصل بعد ثلاث محاولات.' }).later(20))
}

function rate(story: CaseStory, opened: Opened, work: Work): void {
  const { random } = story
  const isLate = story.now > work.due
  const rating = random.weighted(
    isLate
      ? { very_satisfied: 12, satisfied: 42, not_satisfied: 46 }
      : { very_satisfied: 34, satisfied: 46, not_satisfied: 20 },
  )
  const isUnhappy = rating === 'not_satisfied'
  story.say('rated', 'huda', {
    rating,
    mode: 'phone',
    text: random.pick(isUnhappy ? dissatisfiedNotes : ratingNotes),
    dissatisfaction: isUnhappy ? random.pick(['not_solved', 'too_late', 'not_convinced', 'treatment']) : null,
  })
  if (isUnhappy && work.cycle < 3 && random.chance(0.45)) return reopen(story, opened, work)
  close(story.about(200, 0.8))
}

/** A new cycle by colleagues who had no part in the earlier ones; for a third the team is too small, and the head says so (Z-06). */
function reopen(story: CaseStory, opened: Opened, work: Work): void {
  const { random } = story
  const handler = colleague(work.handler, 2)
  story.about(workday, 0.8)
  story.say('reopened', 'nadia', {
    cause: random.weighted({ dissatisfied: 7, not_implemented: 2, new_facts: 1 }),
    route: 'rating',
    outcome: outcomeFound(random),
    text: random.pick(dissatisfiedNotes),
  })
  if (work.cycle > 1)
    story.say('separation_excepted', 'nadia', {
      rule: 'new_staff',
      way: 'head',
      text: 'عمل جميع أعضاء الفريق على الطلب.',
    })
  story.say('assigned', 'nadia', { user: handler })
  const again: Work = { ...work, cycle: work.cycle + 1, handler, due: dueOf(story, story.now, work.complexity) }
  workOn(story.about(60), again)
  measureAndClose(story, opened, again)
}

const outcomeFound = (random: CaseStory['random']): Outcome =>
  random.weighted({ upheld: 42, partly: 24, not_upheld: 26, not_established: 8 })

export function close(story: CaseStory): void {
  const { random } = story
  const outcome = outcomeFound(random)
  story.say('closed', 'huda', {
    outcome,
    rootCause: random.pick([
      'procedure_gap',
      'training',
      'system_fault',
      'workload',
      'communication',
      'client_misunderstanding',
      'policy',
    ]),
    remedies: outcome === 'not_upheld' ? ['explanation'] : [random.pick(['apology', 'correction', 'redress'])],
    knowledge: random.chance(0.08),
    improvement: random.chance(0.05),
    analysis: random.pick(analyses),
  })
}
