/*
 * What a real office has on its desks on any day: the last weeks of the practice year are not all worked off. Which of the last
 * receipts are held, and where, is fixed by their place from the end, so that every queue has something whatever the seed.
 */
import type { CaseStory } from './case-story.ts'
import { accept } from './accept.ts'
import type { Opened } from './opening.ts'
import { draftReply, referAndWait } from './processing.ts'
import { attemptNotes, questions } from './work-texts.ts'

export type Standing = 'triage' | 'info' | 'departments' | 'late' | 'approval' | 'send' | 'call' | 'external'

/** Newest receipt first; what has a clock that runs stands among the new ones, or it would be late. */
const desk: readonly Standing[] = [
  ...(['triage', 'triage', 'triage', 'departments', 'triage', 'approval', 'departments', 'call', 'send'] as const),
  ...(['approval', 'departments', 'call', 'info', 'call', 'external', 'call', 'late', 'info'] as const),
  ...(['call', 'late', 'external', 'call', 'late', 'call'] as const),
]

/** Held cases for each case of the year. */
const heldShare = 0.06

/** In: how many cases the year has. Out: where each of those left open stands, by its place in the order of receipt. */
export function standingsOf(cases: number): ReadonlyMap<number, Standing> {
  const held = Math.round(cases * heldShare)
  const standings = new Map<number, Standing>()
  for (let place = 0; place < held; place += 1) {
    // The newest are all still open; of the older ones every third was worked off.
    const fromEnd = place + Math.floor(Math.max(0, place - held / 3) / 2)
    const standing = desk[Math.floor((place * desk.length) / held)]
    if (standing !== undefined && fromEnd < cases) standings.set(cases - 1 - fromEnd, standing)
  }
  return standings
}

/** Tells a case as far as it has come. */
export function leaveOpen(story: CaseStory, opened: Opened, standing: Standing): void {
  const { random } = story
  if (standing === 'triage') return
  story.later(random.between(15, 120))
  if (standing === 'external') return transfer(story, opened)
  const isRoutine = standing === 'late' || standing === 'call'
  const work = accept(story, opened, { complexity: isRoutine ? 'routine' : 'complex' })
  if (standing === 'departments' || standing === 'late') return referAndWait(story, { ...work, stuck: true })
  story.later(random.between(30, 180))
  if (standing === 'info')
    return void story.say('info_requested', work.handler, { channel: 'phone', text: random.pick(questions) })
  const draft = draftReply(story, work)
  if (standing === 'approval') return
  draft.approve()
  if (standing === 'send') return
  draft.send()
  if (random.chance(0.4))
    story
      .later(random.between(200, 500))
      .say('contact_attempt', 'huda', { channel: 'phone', result: 'no_answer', text: random.pick(attemptNotes) })
}

function transfer(story: CaseStory, { handler }: Opened): void {
  const { random } = story
  story.say('external_transferred', handler, {
    body: random.pick(['communications_authority', 'municipality', 'telecom_companies']),
    externalReference: `${random.between(100, 9999)}/${story.now.slice(0, 4)}`,
    contactGiven: true,
  })
}
