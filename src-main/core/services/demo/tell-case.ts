import type { HistoryRow } from '../history/history-row.ts'
import type { Arrival } from './arrivals.ts'
import { CaseStory } from './case-story.ts'
import type { PracticeOffice } from './case-story.ts'
import { close, measureAndClose } from './ending.ts'
import { openStory } from './opening.ts'
import type { Opened } from './opening.ts'
import { leaveOpen } from './backlog.ts'
import type { Standing } from './backlog.ts'
import { accept } from './accept.ts'
import { answerAtOnce, workOn } from './processing.ts'
import type { Work } from './processing.ts'
import { seededRandom } from './random.ts'

export interface ToldCase {
  readonly number: number
  readonly arrival: Arrival
  /** Where the case stands today, of those left open; null where the story runs as far as it comes. */
  readonly standing: Standing | null
}

/** In: the practice office; the case's number, receipt and standing. Out: the rows of its whole history so far. */
export function tellCase(office: PracticeOffice, { number, arrival, standing }: ToldCase): readonly HistoryRow[] {
  const random = seededRandom(office.seed, number)
  const story = new CaseStory(office, random, { arrival, name: `practice ${office.seed} ${number}` })
  const opened = openStory(story, standing !== null)
  if (standing !== null) {
    leaveOpen(story, opened, standing)
    return story.rows()
  }
  const isComplaint = opened.type === 'complaint' || opened.type === 'report'
  if (isComplaint) complaint(story, opened)
  else other(story, opened)
  return story.rows()
}

function complaint(story: CaseStory, opened: Opened): void {
  const { random } = story
  const atOnce = opened.spoken && opened.again === null && random.chance(0.26)
  if (!atOnce) story.about(80, 0.9)
  if (opened.again !== null && random.chance(0.55))
    return void story.say('linked', opened.handler, {
      lead: opened.again.name,
      kind: 'duplicate',
      text: 'الشكوى نفسها من صاحبها.',
    })
  const decision = atOnce
    ? 'accepted'
    : random.weighted({ accepted: 870, rejected: 75, external: 25, withdrawn: 12, filed: 18 })
  if (decision !== 'accepted') return leave(story, opened, decision)
  const work = accept(story, opened, { atOnce })
  if (opened.again !== null)
    story.say('linked', opened.handler, { lead: opened.again.name, kind: 'repeat', text: 'تكرار لشكوى سابقة.' })
  if (atOnce) answerAtOnce(story, work)
  else workOn(story, work)
  measureAndClose(story, opened, work)
}

function leave(story: CaseStory, { handler }: Opened, way: 'rejected' | 'external' | 'withdrawn' | 'filed'): void {
  const { random } = story
  if (way === 'rejected')
    return void story.say('rejected', handler, {
      reason: random.pick(['not_a_complaint', 'before_court', 'too_old', 'no_data', 'decided_before']),
      withinRemit: true,
    })
  if (way === 'withdrawn') return void story.say('withdrawn', handler, { text: 'سحب المشتكي شكواه.' })
  if (way === 'filed')
    return void story.say('filed', handler, {
      reason: random.pick(['anonymous_empty', 'information_only', 'abusive']),
      withinRemit: true,
    })
  const body = random.pick(['communications_authority', 'municipality', 'telecom_companies', 'other_body'])
  story.say('external_transferred', handler, {
    body,
    externalReference: `${random.between(100, 9999)}/${story.now.slice(0, 4)}`,
    contactGiven: true,
  })
  if (!random.chance(0.8)) return
  story.about(420 * 9, 0.5)
  if (!random.chance(0.75)) {
    story.say('external_confirmed', handler, { solved: false })
    story.later(random.between(30, 120)).say('external_transferred', handler, { body, contactGiven: true })
    story.about(420 * 5, 0.5)
  }
  story.say('external_confirmed', handler, { solved: true })
}

/** Inquiries, suggestions, praise, media: an answer, seldom more. */
function other(story: CaseStory, opened: Opened): void {
  const { random } = story
  const { handler } = opened
  const isImmediate = opened.type === 'inquiry' && opened.spoken && random.chance(0.8)
  if (!isImmediate) story.about(60, 0.8)
  if (opened.type !== 'inquiry' && opened.type !== 'media' && random.chance(0.3))
    return void story.say('filed', handler, { reason: 'information_only' })
  const work: Work = { ...accept(story, opened, { atOnce: isImmediate }), complexity: 'routine' }
  if (isImmediate) answerAtOnce(story, work)
  else answerAtOnce(story.about(opened.type === 'suggestion' ? 1200 : 180, 0.8), work)
  if (opened.type === 'inquiry' && random.chance(0.3)) measureAndClose(story, opened, { ...work, cycle: 3 })
  else close(story.about(120))
}
