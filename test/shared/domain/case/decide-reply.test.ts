import { must } from '#shared/lib/assert.ts'
import { caseEvents } from '#shared/domain/case/events.ts'
import { replyGuards } from '#shared/domain/case/guards-reply.ts'
import { latestDraft } from '#shared/domain/case/reading.ts'
import { upcast } from '#shared/domain/case/upcast.ts'
import { describe, expect, test } from 'vitest'
import { answered, approved, classified, drafted, referTo } from '#test/support/case-steps.ts'
import { CaseWorld, departmentA, loneStaff, office, shippedStaff } from '#test/support/case-world.ts'

describe('reply and approval', () => {
  test('A-01 a reply leaves only after approval; the team may return or replace it', () => {
    const world = classified()
    const first = drafted(world)
    expect(world.status).toBe('approval')
    expect(world.refusal('record_reply_sent', { draft: first, delivery: 'posted', sentAt: world.now }, 'omar')).toBe(
      'case-status',
    )
    world.do('return_draft', { draft: first, reason: 'incomplete', note: 'أضف التاريخ' }, 'omar')
    expect(world.status).toBe('rework')
    const second = drafted(world)
    world.do('approve_draft', { draft: second }, 'omar')
    world.do('record_reply_sent', { draft: second, delivery: 'posted', sentAt: world.now }, 'omar')
    expect(world.status).toBe('resolved')
  })

  test('A-02 the author never approves while someone else may', () => {
    const world = classified()
    const draft = drafted(world)
    expect(world.refusal('approve_draft', { draft, exceptionReason: 'مستعجل' }, 'salma')).toBe(
      'separation-author-approver',
    )
    world.do('approve_draft', { draft }, 'omar')
    expect(world.case.exceptions).toEqual([])
  })

  test('bug 11 A-02 the author stays the author after reassignment', () => {
    const world = classified()
    world.do('assign', { user: 'salma' as never }, 'salma')
    const draft = drafted(world, 'salma')
    world.do('assign', { user: 'omar' as never }, 'nadia')
    expect(world.refusal('approve_draft', { draft }, 'salma')).toBe('separation-author-approver')
  })

  test.each(['returned', 'replaced'])(
    'A-02 whoever wrote a draft that was %s does not approve what a colleague writes on it',
    (end) => {
      const world = classified()
      const first = drafted(world, 'salma')
      if (end === 'returned') world.do('return_draft', { draft: first, reason: 'tone' }, 'omar')
      const draft = drafted(world, 'nadia')
      for (const author of ['salma', 'nadia'])
        expect(world.refusal('approve_draft', { draft }, author)).toBe('separation-author-approver')
      world.do('approve_draft', { draft }, 'omar')
      expect(world.case.exceptions).toEqual([])
    },
  )

  test('A-02 for first-contact resolution alone the author may approve, and it is marked', () => {
    const world = classified({}, { procedure: 'fcr' })
    const draft = drafted(world)
    world.do('approve_draft', { draft }, 'salma')
    expect(world.case.exceptions).toMatchObject([{ rule: 'author_approver', way: 'fcr', cycle: 1 }])
  })

  test('A-02 an office may ask for another approver at first contact too', () => {
    const world = classified({ settings: { fourEyesForFcr: true } }, { procedure: 'fcr' })
    const draft = drafted(world)
    expect(world.refusal('approve_draft', { draft }, 'salma')).toBe('separation-author-approver')
    world.do('approve_draft', { draft }, 'omar')
    expect(world.case.exceptions).toEqual([])
  })

  test('bug 10 a draft that was refused once is never approved; the second refusal is a refusal', () => {
    const world = classified()
    const draft = approved(world)
    world.do('return_draft', { draft, reason: 'incorrect' }, 'nadia')
    expect(world.status).toBe('rework')
    expect(world.refusal('approve_draft', { draft }, 'omar')).toBe('draft-was-returned')
    expect(world.refusal('record_reply_sent', { draft, delivery: 'posted', sentAt: world.now }, 'omar')).toBe(
      'case-status',
    )
    const second = drafted(world)
    world.do('return_draft', { draft: second, reason: 'tone' }, 'omar')
    expect(world.refusal('approve_draft', { draft: second }, 'omar')).toBe('draft-was-returned')
    expect(world.refusal('approve_draft', { draft }, 'omar')).toBe('draft-not-latest')
  })

  test('A-02 small office: nobody else holds the right, so the head passes the rule with a reason, marked', () => {
    const world = lone()
    const draft = drafted(world, 'nadia')
    expect(world.refusal('approve_draft', { draft }, 'nadia')).toBe('separation-needs-reason')
    world.do('approve_draft', { draft, exceptionReason: 'لا يوجد موظف آخر' }, 'nadia')
    expect(world.case.exceptions).toMatchObject([{ rule: 'author_approver', way: 'head' }])
  })

  test('A-02 small office: only the head, and only where no unit stands above', () => {
    const staff = { salma: { unit: office, groups: ['complaint_team'] } } as const
    const alone = new CaseWorld({ staff })
    alone.register({}, 'salma')
    alone.do('accept', {}, 'salma')
    alone.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
      'salma',
    )
    const draft = drafted(alone)
    expect(alone.refusal('approve_draft', { draft, exceptionReason: 'سبب' }, 'salma')).toBe('separation-head-only')
    alone.settings = { ...alone.settings, standAlone: false }
    expect(alone.refusal('approve_draft', { draft, exceptionReason: 'سبب' }, 'salma')).toBe('separation-unit-above')
  })

  test('G-04 someone of the answering department does not approve', () => {
    const staff = { ...shippedStaff, zaid: { unit: departmentA, groups: ['complaint_team'] } } as const
    const world = classified({ staff })
    const referral = referTo(world)
    world.do('reply_to_referral', { referral, text: 'تم' }, 'ali')
    const draft = drafted(world)
    expect(world.refusal('approve_draft', { draft }, 'zaid')).toBe('department-approves-itself')
  })

  test('W4 W9 with the answer the clock stops: net of pauses, gross, the class of that moment', () => {
    const world = classified()
    world.at('2026-01-05 10:00').do('request_info', { channel: 'phone', text: 'رقم الطلب؟' }, 'salma')
    world.at('2026-01-05 12:00').do('receive_info', {}, 'salma')
    world.at('2026-01-06 09:00')
    answered(world)
    expect(world.cycle.resolution).toMatchObject({
      at: world.now,
      how: 'answered',
      surveyable: true,
      net: { minutes: 300, day: 420 },
      gross: { minutes: 420, day: 420 },
      classification: { complexity: 'routine' },
    })
    expect(
      world.refusal(
        'classify',
        { service: null, complexity: 'complex', importance: 'medium', procedure: 'processing', priority: null },
        'salma',
      ),
    ).toBe('case-status')
  })

  test('A-01 the moment of leaving lies between approval and now', () => {
    const world = classified()
    world.at('2026-01-06 09:00')
    const draft = approved(world)
    world.at('2026-01-06 12:00')
    const sent = { draft, delivery: 'handed_over' as const }
    expect(world.refusal('record_reply_sent', { ...sent, sentAt: world.local('2026-01-06 13:00') }, 'omar')).toBe(
      'time-in-future',
    )
    expect(world.refusal('record_reply_sent', { ...sent, sentAt: world.local('2026-01-06 08:00') }, 'omar')).toBe(
      'time-too-early',
    )
    world.do('record_reply_sent', { ...sent, sentAt: world.local('2026-01-06 11:00') }, 'omar')
    expect(world.cycle.resolution?.at).toBe(world.local('2026-01-06 11:00'))
  })

  test('A-01 A-08 a reply leaves by fax and by text message too, a fact of version 2; one of version 1 stays what it was', () => {
    for (const delivery of ['faxed', 'texted'] as const) {
      const world = classified()
      world.at('2026-01-06 09:00')
      const draft = approved(world)
      world.do('record_reply_sent', { draft, delivery, sentAt: world.now }, 'omar')
      expect(latestDraft(world.cycle)?.sent).toMatchObject({ delivery })
    }
    const facts = { draft: 'x', delivery: 'posted', sentAt: '2026-01-06T09:00:00.000Z', session: null }
    for (const type of ['reply_sent', 'correction_sent', 'rejection_notified'] as const) {
      expect(caseEvents[type].version).toBe(2)
      expect(upcast(type, 1, facts)).toEqual({ ok: true, value: { type, facts } })
    }
  })

  test('5.1 without any contact an approved answer resolves the case, and nobody is surveyed', () => {
    const world = new CaseWorld()
    world.register({
      complainant: {
        person: null,
        anonymous: true,
        contactableBy: [],
        preferred: null,
        language: 'ar',
        governorate: null,
      },
    })
    world.do('accept', {}, 'salma')
    world.do(
      'classify',
      { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
      'salma',
    )
    approved(world)
    world.do('resolve_without_contact', {}, 'omar')
    expect(world.cycle.resolution).toMatchObject({ how: 'no_contact', surveyable: false })
    const reachable = classified()
    approved(reachable)
    expect(reachable.refusal('resolve_without_contact', {}, 'omar')).toBe('reply-needs-contact')
  })

  test('A-01 A-02 K4a a correction of an answer that was sent is drafted, approved by another and only then sent', () => {
    const world = answered(classified())
    const [first] = world.cycle.drafts
    const latest = () => must(world.cycle.drafts.at(-1), 'a draft').id
    const correction = () => ({ draft: latest(), delivery: 'posted' as const, sentAt: world.now })
    expect(world.refusal('send_correction', correction(), 'omar')).toBe('case-status')
    expect(world.refusal('return_draft', { draft: latest(), reason: 'tone' }, 'omar')).toBe('case-status')
    world.at('2026-01-07 09:00')
    const draft = drafted(world)
    expect(world.status).toBe('resolved')
    expect(world.refusal('send_correction', correction(), 'omar')).toBe('draft-not-approved')
    expect(world.refusal('approve_draft', { draft }, 'salma')).toBe('separation-author-approver')
    world.do('return_draft', { draft, reason: 'tone' }, 'omar')
    expect(world.refusal('send_correction', correction(), 'omar')).toBe('draft-was-returned')
    world.do('approve_draft', { draft: drafted(world) }, 'omar')
    world.at('2026-01-07 10:00').do('send_correction', correction(), 'omar')
    expect(world.cycle.corrections).toEqual([world.now])
    expect(world.cycle.drafts.at(-1)?.sent).toMatchObject({ delivery: 'posted' })
    expect(world.cycle.drafts[0]).toEqual(first)
    expect(world.refusal('send_correction', correction(), 'omar')).toBe('case-status')
  })

  test('A-01 a draft written before its author saw that the answer had left never becomes a correction', () => {
    const world = answered(classified())
    const actor = { user: 'salma', unit: office, staffId: null, rights: [], settings: world.settings } as never
    const facts = { draft: 'late' as never, language: 'ar' as const, remedies: [] }
    expect(replyGuards.draft_submitted(world.case, facts, actor)).toMatchObject({ code: 'case-status' })
    expect(replyGuards.draft_submitted(world.case, { ...facts, correction: true }, actor)).toBeNull()
  })
})

function lone(): CaseWorld {
  const world = new CaseWorld({ staff: loneStaff })
  world.register({}, 'nadia')
  world.do('accept', {}, 'nadia')
  world.do(
    'classify',
    { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
    'nadia',
  )
  return world
}
