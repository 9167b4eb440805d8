import { dueAt } from '#shared/domain/clock/due.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { caseLimit, referralLimit } from '#shared/domain/clock/limits.ts'
import { referralDue } from '#shared/domain/clock/referral-clock.ts'
import { addWorkingDays } from '#shared/domain/clock/working-time.ts'
import {
  answers,
  clarifications,
  clarified,
  departmentReplies,
  desksAnswers,
  questions,
  referralTexts,
} from './work-texts.ts'
import type { CaseStory } from './case-story.ts'
import { colleague } from './opening.ts'
import { departments, departmentsOf } from './staff.ts'

export type Complexity = 'routine' | 'critical' | 'complex'

/** Work on one cycle: who does it, how hard it is, when it should be answered. */
export interface Work {
  readonly cycle: number
  readonly complexity: Complexity
  readonly handler: string
  readonly service: string
  readonly due: Instant
  /** Its departments have not answered to this day. */
  readonly stuck?: boolean
}

const workday = 420

export const dueOf = ({ office }: CaseStory, start: Instant, complexity: Complexity): Instant =>
  dueAt(office.calendar, start, caseLimit(office.targets.cases, 'complaint', complexity))

/** Solved while the person waits, or within the hour. */
export function answerAtOnce(story: CaseStory, work: Work): void {
  if (story.random.chance(0.4)) story.say('kb_used', work.handler, { article: `KB-${story.random.between(100, 140)}` })
  story.later(story.random.between(4, 25))
  reply(story, work, story.random.pick(desksAnswers))
}

/** Questions, departments, draft, approval: until the answer has left. */
export function workOn(story: CaseStory, work: Work): void {
  const { random } = story
  if (random.chance(0.05)) askClient(story, work)
  if (random.chance(0.006)) suspend(story, work)
  if (random.chance(0.72)) referAndWait(story, work)
  else story.about(work.complexity === 'complex' ? 3 * workday : 200, 0.9)
  if (random.chance(0.06)) noteDelay(story, work)
  prepareReply(story, work)
}

function askClient(story: CaseStory, { handler }: Work): void {
  const { random } = story
  story
    .about(60)
    .say('info_requested', handler, { channel: random.chance(0.7) ? 'phone' : 'sms', text: random.pick(questions) })
  story.about(workday * 1.5, 0.8).say('info_received', handler)
}

function suspend(story: CaseStory, { handler }: Work): void {
  story.about(120).say('suspended', 'nadia', { reason: story.random.chance(0.6) ? 'committee' : 'court' })
  story.about(workday * 12, 0.5).say('resumed', handler)
}

/** An extension before the due date, the client told. */
function noteDelay(story: CaseStory, work: Work): void {
  if (story.now >= work.due) return
  const until = addWorkingDays(story.office.calendar, work.due, story.random.between(2, 5))
  story.say('delay_notice_sent', work.handler, { channel: 'phone', expectedAt: until })
  story.say('extended', 'nadia', {
    reason: story.random.pick(['awaiting_third_party', 'field_visit', 'technical_study']),
    due: until,
  })
}

export function referAndWait(story: CaseStory, work: Work): void {
  const { random } = story
  const [usual, second] = departmentsOf[work.service] ?? ['SRV', 'HRD']
  story.about(40)
  const ends = [referOnce(story, work, { name: `r${work.cycle}a`, department: usual })]
  if (random.chance(0.18)) ends.push(referOnce(story, work, { name: `r${work.cycle}b`, department: second }))
  story.now = ends.toSorted().at(-1) ?? story.now
}

interface Sent {
  readonly name: string
  readonly department: string
}

/** One referral to its reply; out: when it was answered. */
function referOnce(story: CaseStory, work: Work, sent: Sent): Instant {
  const { random } = story
  const referral = { referral: sent.name }
  const by = sent.department === 'LIC' ? 'liaison' : work.handler
  const from = story.now
  story.say('referred', work.handler, { ...referral, department: sent.department, text: random.pick(referralTexts) })
  const acknowledged = story.after(from, random.around(100, 0.9))
  if (random.chance(0.05)) return referElsewhere(story, work, { sent, at: acknowledged, by })
  story.sayAt(acknowledged, 'ref_ack', { by, fields: referral })
  const asked = random.chance(0.08) ? askTeam(story, work, { sent, at: acknowledged, by }) : acknowledged
  return answered(story, work, { sent, from, at: asked, by })
}

function askTeam(
  story: CaseStory,
  work: Work,
  { sent, at, by }: { readonly sent: Sent; readonly at: Instant; readonly by: string },
): Instant {
  const { random } = story
  const askedAt = story.after(at, random.around(90, 0.6))
  const answeredAt = story.after(askedAt, random.around(150, 0.6))
  story.sayAt(askedAt, 'clarification_asked', {
    by,
    fields: { referral: sent.name, text: random.pick(clarifications) },
  })
  story.sayAt(answeredAt, 'clarification_answered', {
    by: work.handler,
    fields: { referral: sent.name, text: random.pick(clarified) },
  })
  return answeredAt
}

/** Not theirs: back to the team and on to another department. */
function referElsewhere(
  story: CaseStory,
  work: Work,
  { sent, at, by }: { readonly sent: Sent; readonly at: Instant; readonly by: string },
): Instant {
  const { random } = story
  story.sayAt(at, 'ref_returned', { by, fields: { referral: sent.name, reason: 'not_in_remit' } })
  const others = departments.map(({ code }) => code).filter((code) => code !== sent.department)
  const next = { name: `${sent.name}+`, department: random.pick(others) }
  const from = story.after(at, random.around(60, 0.6))
  story.sayAt(from, 'referred', {
    by: work.handler,
    fields: { referral: next.name, department: next.department, text: random.pick(referralTexts) },
  })
  return answered(story, work, { sent: next, from, at: from, by: work.handler })
}

interface Waiting {
  readonly sent: Sent
  readonly from: Instant
  readonly at: Instant
  readonly by: string
}

const answerMinutes: Readonly<Record<Complexity, number>> = { routine: 430, critical: 100, complex: 1500 }

/** The reply in its time or late; what is late is reminded of and climbs. */
function answered(story: CaseStory, work: Work, { sent, from, at, by }: Waiting): Instant {
  const { random, office } = story
  const slowness = departments.find(({ code }) => code === sent.department)?.slowness ?? 1
  const due = referralDue(office.calendar, {
    sent: from,
    limit: referralLimit(office.targets.referrals, work.complexity),
    caseDue: work.due,
  }).at
  const isStuck = random.chance(0.006) || work.stuck === true
  const repliedAt = story.after(
    at,
    isStuck ? workday * 60 : random.around(answerMinutes[work.complexity] * slowness, 0.75),
  )
  const fields = { referral: sent.name }
  if (repliedAt > due)
    story.sayAt(due > at ? due : at, 'escalated', {
      by: work.handler,
      fields: { ...fields, rung: 1, automatic: true, recipients: 1 },
    })
  if (repliedAt > due && random.chance(0.5))
    story.sayAt(story.after(due > at ? due : at, 30), 'reminder_sent', {
      by: work.handler,
      fields: { ...fields, automatic: false },
    })
  const last = repliedAt > due ? story.after(due > at ? due : at, 45) : repliedAt
  const end = repliedAt > last ? repliedAt : last
  story.sayAt(end, 'ref_replied', {
    by,
    fields: { ...fields, enteredByTeam: by !== 'liaison', text: random.pick(departmentReplies) },
  })
  return end
}

/** Draft, return now and then, approval by another person, sending. */
function prepareReply(story: CaseStory, work: Work): void {
  const { random } = story
  story.about(90, 0.8)
  if (random.chance(0.1)) {
    const name = `d${work.cycle} first`
    story.say('draft_submitted', work.handler, { draft: name, text: random.pick(answers), remedies: [] })
    story.about(80).say('draft_returned', approver(work, random.chance(0.5)), {
      draft: name,
      reason: random.pick(['incomplete', 'incorrect', 'tone']),
    })
    story.about(120)
  }
  reply(story, work, random.pick(answers))
}

/** Beside the handler in the team, or the head; she approves first cycles only, so that a later one has somebody new (Z-06). */
const approver = ({ handler, cycle }: Work, byHead: boolean): string =>
  byHead && cycle === 1 ? 'nadia' : colleague(handler, 1)

/** The answer goes out, and the clock stops. */
function reply(story: CaseStory, work: Work, text: string): void {
  const draft = draftReply(story, work, text)
  draft.approve()
  draft.send()
}

interface DraftReply {
  readonly approve: () => void
  readonly send: () => void
}

/** A draft for approval; out: its two further steps. */
export function draftReply(story: CaseStory, work: Work, text = story.random.pick(answers)): DraftReply {
  const { random } = story
  const draft = `d${work.cycle}`
  story.say('draft_submitted', work.handler, {
    draft,
    text,
    remedies: random.chance(0.5) ? [random.pick(['apology', 'explanation', 'correction'])] : [],
  })
  return {
    approve: () => {
      story.later(random.between(2, 90)).say('approved', approver(work, random.chance(0.35)), { draft })
    },
    send: () => sendReply(story, work, draft),
  }
}

function sendReply(story: CaseStory, work: Work, draft: string): void {
  const { random } = story
  story.later(random.between(1, 40)).say('reply_sent', work.handler, {
    draft,
    delivery: random.pick(['read_by_phone', 'office_mailbox', 'handed_over']),
  })
  story.say('resolved', work.handler)
}
