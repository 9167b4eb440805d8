import type { UserId } from '#shared/domain/access/events.ts'
import { describe, expect, test } from 'vitest'
import { made } from '#shared/domain/case/made.ts'
import { stageOf } from '#shared/domain/case/status.ts'
import { compileCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import { workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { nextStepOf } from '#core/projections/next-step.ts'
import { classified, closing } from '#test/support/case-steps.ts'
import { CaseWorld } from '#test/support/case-world.ts'

describe('remit and admissibility', () => {
  test('T-02 a complaint never loses its last subject, and an inquiry without one becomes no complaint', () => {
    const details = { cause: null, complainantKind: null }
    const complaint = classified()
    expect(complaint.refusal('change_details', { ...details, subjects: [] }, 'salma')).toBe('subjects-missing')
    const inquiry = new CaseWorld()
    inquiry.register({ type: 'inquiry', subjects: [] })
    const retyped = { to: 'complaint', toEntry: null, note: '' } as const
    expect(inquiry.refusal('retype', retyped, 'salma')).toBe('subjects-missing')
    inquiry.do('change_details', { ...details, subjects: ['procedure'] as never }, 'salma')
    inquiry.do('retype', retyped, 'salma')
    expect(inquiry.case.type).toBe('complaint')
  })

  test('L-02 X-01 out of remit is a transfer with body, date, reference and contact, and the case stays open', () => {
    const world = new CaseWorld()
    world.register()
    world.do('transfer_external', transfer(world), 'salma')
    expect(world.status).toBe('external')
    expect(world.case.exit).toMatchObject({
      kind: 'external',
      body: 'municipality',
      externalReference: 'M-77',
      confirmed: null,
    })
  })

  test('L-02 a bare closure as out of remit is refused, whatever the reason is called', () => {
    const world = new CaseWorld()
    world.register()
    for (const reason of ['not_in_remit', 'out_of_remit', 'no_jurisdiction']) {
      expect(world.refusal('reject', { reason }, 'salma')).toBe('remit-needs-transfer')
      expect(world.refusal('file', { reason }, 'salma')).toBe('remit-needs-transfer')
    }
    expect(world.refusal('close', closing, 'salma')).toBe('case-status')
  })

  test('L-02 what is said to lie outside the remit ends neither by rejection nor by filing, whatever the reason', () => {
    const world = new CaseWorld()
    world.register()
    const said = (withinRemit: boolean) => ({ note: 'بلا بيانات', withinRemit })
    expect(world.refusal('reject', { reason: 'no_data', ...said(false) }, 'salma')).toBe('remit-needs-transfer')
    expect(world.refusal('file', { reason: 'abusive', ...said(false) }, 'salma')).toBe('remit-needs-transfer')
    world.do('reject', { reason: 'no_data', ...said(true) }, 'salma')
    expect(world.status).toBe('rejected')
  })

  test('L-02 no case is rejected or filed before it is said whether it is within the remit; the history keeps it', () => {
    const world = new CaseWorld()
    world.register()
    const bare = { reason: 'no_data', note: 'بلا بيانات' }
    expect(world.refusal('reject', bare, 'salma')).toBe('remit-undecided')
    expect(world.refusal('file', { reason: 'abusive' }, 'salma')).toBe('remit-undecided')
    const events = world.do('reject', { ...bare, withinRemit: true }, 'salma')
    expect(events.map(({ facts }) => facts)).toMatchObject([{ reason: 'no_data', withinRemit: true }])
    // What was accepted is within the remit by that.
    const accepted = new CaseWorld()
    accepted.register()
    accepted.do('accept', {}, 'salma')
    expect(accepted.do('file', { reason: 'abusive' }, 'huda').map(({ facts }) => facts)).toMatchObject([
      { withinRemit: true },
    ])
  })

  test('T-02 a complaint without a subject is neither rejected nor filed, unless it was registered in error', () => {
    const without = (): CaseWorld => {
      const world = new CaseWorld()
      world.register({ subjects: [] })
      return world
    }
    const world = without()
    const within = { note: 'بلا بيانات', withinRemit: true }
    expect(world.refusal('reject', { reason: 'no_data', ...within }, 'salma')).toBe('subjects-missing')
    expect(world.refusal('file', { reason: 'abusive', ...within }, 'salma')).toBe('subjects-missing')
    // Asking what it complains of leaves it where it is.
    world.do('request_info', { channel: 'phone', text: 'ما موضوع الشكوى؟' }, 'salma')
    expect(stageOf(world.case)).toBe('registration')
    const wrong = without()
    wrong.do('file', { reason: 'registered_in_error', withinRemit: true }, 'huda')
    expect(wrong.status).toBe('filed')
  })

  test('L-01 X-02 a case at another body is in processing until that body has solved it', () => {
    const world = new CaseWorld()
    world.register()
    world.do('transfer_external', transfer(world), 'salma')
    expect(stageOf(world.case)).toBe('processing')
    world.do('confirm_external', { solved: true, contactRating: null }, 'salma')
    expect(stageOf(world.case)).toBe('closing')
    expect(world.case.stages.map(({ stage }) => stage)).toEqual(['reception', 'registration', 'processing', 'closing'])
  })

  test('L-02 a reason about the remit that an office has from before ends no case, whatever its code', () => {
    const world = new CaseWorld()
    world.register()
    for (const labels of [
      { ar: 'خارج الإختصاص', en: 'Reason 3' },
      { ar: 'الجهة غير مُختصّة', en: 'Reason 3' },
      { ar: 'سبب ٣', en: 'Not within our remit' },
    ]) {
      world.renamed.set('reject_reasons/no_data', labels).set('file_reasons/abusive', labels)
      expect(world.refusal('reject', { reason: 'no_data' }, 'salma')).toBe('remit-needs-transfer')
      expect(world.refusal('file', { reason: 'abusive' }, 'salma')).toBe('remit-needs-transfer')
    }
    world.renamed.clear()
    world.do('reject', { reason: 'no_data', note: 'بلا بيانات', withinRemit: true }, 'salma')
    expect(world.status).toBe('rejected')
  })

  test('X-02 an external case is followed up and then confirmed, once', () => {
    const world = new CaseWorld()
    world.register()
    world.do('transfer_external', transfer(world), 'salma')
    world.at('2026-01-12 10:00').do('follow_up_external', { followUpAt: world.local('2026-01-19 10:00') }, 'salma')
    expect(world.case.exit).toMatchObject({ followUpAt: world.local('2026-01-19 10:00') })
    world.do('confirm_external', { solved: true, contactRating: 'satisfied' }, 'salma')
    expect(world.status).toBe('closed')
    expect(world.refusal('confirm_external', { solved: true, contactRating: null }, 'salma')).toBe('case-status')
  })

  test('X-02 what the other body did not solve comes back to the team: followed up there with a new date, transferred to another, or taken up', () => {
    for (const [kind, input, status] of [
      ['transfer_external', { body: 'municipality' }, 'external'],
      ['transfer_external', { body: 'other_body' }, 'external'],
      ['accept', {}, 'accepted'],
    ] as const) {
      const world = unsolved()
      expect([world.status, nextStepOf(world.case)]).toEqual(['registered', 'triage'])
      expect(world.case.cameBack).toMatchObject({ body: 'municipality', externalReference: 'M-77' })
      if (kind === 'accept') world.do('accept', input, 'salma')
      else
        world.do(
          'transfer_external',
          { ...transfer(world), followUpAt: world.local('2026-01-26 09:00'), ...input },
          'salma',
        )
      expect([world.status, world.case.cameBack]).toEqual([status, null])
    }
  })

  test('X-02 a case accepted before it was transferred goes on in its cycle as work', () => {
    const world = classified()
    world.do('transfer_external', transfer(world), 'salma')
    world.at('2026-01-12 10:00').do('confirm_external', { solved: false, contactRating: 'not_satisfied' }, 'salma')
    expect([world.status, nextStepOf(world.case), world.case.cycles.length]).toEqual(['accepted', 'work', 1])
    expect(world.case.cameBack).toMatchObject({ contactRating: 'not_satisfied' })
    expect(world.refusal('confirm_external', { solved: true, contactRating: null }, 'salma')).toBe('case-status')
  })

  test('X-04 the time at the other body is not charged to the office: both due dates move by it', () => {
    const world = classified()
    const before = world.cycle.clock
    world.do('transfer_external', transfer(world), 'salma')
    world.at('2026-01-12 09:00').do('confirm_external', { solved: false, contactRating: null }, 'salma')
    const { dueNow, dueOrig, pauses } = world.cycle.clock
    const moved = (from: string, to: string) =>
      workingMinutesBetween(compileCalendar(world.calendar), from as never, to as never)
    expect([moved(before.dueNow.at, dueNow.at), moved(before.dueOrig.at, dueOrig.at)]).toEqual([5 * 420, 5 * 420])
    expect(pauses).toMatchObject([{ from: world.local('2026-01-05 09:00'), until: world.local('2026-01-12 09:00') }])
  })

  test('X-02 an event from before, without due dates, still folds, and a register may reopen after it', () => {
    const world = new CaseWorld()
    world.register()
    world.do('transfer_external', transfer(world), 'salma')
    const { dueNow } = world.cycle.clock
    world.append(made('external_confirmed', { solved: false, contactRating: null }, { text: '' }), 'salma')
    expect([world.status, world.cycle.clock.dueNow, world.case.unapplied]).toEqual(['registered', dueNow, []])
    const reopened = { cause: 'new_facts', route: 'team', due: dueNow, excluded: [] as UserId[] } as const
    world.append(made('reopened', reopened, { text: '' }), 'salma')
    expect([world.case.cycles.length, world.case.unapplied]).toEqual([2, []])
  })

  test('P6 only what was solved there leaves the flow; what came back stays open', () => {
    const ends = (solved: boolean) => {
      const world = classified()
      world.do('transfer_external', transfer(world), 'salma')
      world.do('confirm_external', { solved, contactRating: null }, 'salma')
      const { of, cycles } = factsOf(world.case)
      return [of.exit, of.externalConfirmedAt !== null, cycles[0]?.end, cycles[0]?.endedAt !== null]
    }
    expect(ends(true)).toEqual(['external', true, 'external', true])
    expect(ends(false)).toEqual([null, false, null, false])
  })
})

function unsolved(): CaseWorld {
  const world = new CaseWorld()
  world.register()
  world.do('transfer_external', transfer(world), 'salma')
  world.at('2026-01-12 10:00').do('confirm_external', { solved: false, contactRating: null }, 'salma')
  return world
}

function transfer(world: CaseWorld) {
  return {
    body: 'municipality',
    transferredAt: world.now,
    externalReference: 'M-77',
    contactGiven: true,
    followUpAt: world.local('2026-01-12 09:00'),
  }
}
