import { CaseWorld, departmentA, loneStaff } from './case-world.ts'
import type { InputOf, WorldOptions } from './case-world.ts'

/* Ways to bring a case of a `CaseWorld` to the step that a test is about. */

export const routine: InputOf<'classify'> = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

/** Registered, accepted, classified by salma; its handler, where given. */
export function classified(options: WorldOptions = {}, change: Partial<InputOf<'classify'>> = {}): CaseWorld {
  const world = new CaseWorld(options)
  world.register()
  world.do('accept', {}, 'salma')
  world.do('classify', { ...routine, ...change }, 'salma')
  return world
}

/** Referred to one department; the id of the referral. */
export function referTo(world: CaseWorld, department = departmentA, user = 'salma'): string {
  world.do('refer', { referrals: [{ department, text: 'للإفادة' }] }, user)
  return lastReferral(world)
}

export function lastReferral(world: CaseWorld): string {
  return world.cycle.referrals.at(-1)?.id ?? ''
}

export function lastDraft(world: CaseWorld): string {
  return world.cycle.drafts.at(-1)?.id ?? ''
}

/** A draft by salma, with the approver; its id. */
export function drafted(world: CaseWorld, author = 'salma'): string {
  world.do('submit_draft', { text: 'تم إصدار الشهادة.', language: 'ar' }, author)
  return lastDraft(world)
}

export function approved(world: CaseWorld, author = 'salma', approver = 'omar'): string {
  const draft = drafted(world, author)
  world.do('approve_draft', { draft }, approver)
  return draft
}

/** Answered: draft by salma, approved by omar, sent now. */
export function answered(world: CaseWorld, author = 'salma', approver = 'omar'): CaseWorld {
  const draft = approved(world, author, approver)
  world.do('record_reply_sent', { draft, delivery: 'office_mailbox', sentAt: world.now }, approver)
  return world
}

export function resolvedCase(options: WorldOptions = {}): CaseWorld {
  return answered(classified(options))
}

export const rated = (world: CaseWorld, rating: InputOf<'rate'>['rating']): InputOf<'rate'> => ({
  rating,
  mode: 'phone',
  ratedAt: world.now,
})

export const closing: InputOf<'close'> = {
  reason: 'rated',
  outcome: 'upheld',
  rootCause: 'workload',
  knowledge: false,
  improvement: false,
  analysis: 'تأخر في التدقيق.',
}

/** Closed after a rating by huda. */
export function closedCase(options: WorldOptions = {}): CaseWorld {
  const world = resolvedCase(options)
  world.do('rate', rated(world, 'satisfied'), 'huda')
  world.do('close', closing, 'huda')
  return world
}

/** An attempt to reach the client at a moment of the office's wall; the clock is moved there. */
export function attempt(
  world: CaseWorld,
  at: string,
  made: Pick<InputOf<'record_attempt'>, 'channel'> & Partial<InputOf<'record_attempt'>>,
): void {
  world.at(at)
  world.do('record_attempt', { attemptedAt: world.now, result: 'no_answer', ...made }, 'huda')
}

/** Resolved in an office of one person, who approves his own reply for a reason. */
export function loneResolved(): CaseWorld {
  const world = new CaseWorld({ staff: loneStaff })
  world.register({}, 'nadia')
  world.do('accept', {}, 'nadia')
  world.do(
    'classify',
    { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
    'nadia',
  )
  const draft = drafted(world, 'nadia')
  world.do('approve_draft', { draft, exceptionReason: 'موظف واحد' }, 'nadia')
  world.do('record_reply_sent', { draft, delivery: 'posted', sentAt: world.now }, 'nadia')
  return world
}
