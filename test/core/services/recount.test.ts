import { describe, expect, it, vi } from 'vitest'
import type { DuePreview } from '#shared/contract/desktop/admin.ts'
import { shippedPriorities } from '#shared/domain/case/priority.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { addDepartment, addUser, openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* What another calendar, other limits and another matrix do to cases that are there (W7, W9, L-05, L-09). */

const monday = '2026-01-05T07:00:00.000Z' as Instant
const classification = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

/** Complaints have this many working days, whatever their complexity. */
const targetsOf = (amount: number): ServiceTargets => ({
  ...shippedTargets,
  cases: { entries: [], fallback: { unit: 'days', amount, mode: 'working' } },
})

interface View {
  readonly clocks: readonly { readonly due: { readonly at: string } }[]
  readonly timeline: readonly { readonly type: string; readonly via: string }[]
}

const viewOf = (office: TestOffice, reference: string): Promise<View> => office.call('cases.get', { case: reference })
const dueOf = async (office: TestOffice, reference: string): Promise<string> =>
  (await viewOf(office, reference)).clocks[0]?.due.at ?? ''

describe('other limits', () => {
  it('W7 L-05 open cases are counted anew from their own start, after a preview; one that does not move gets no event', async () => {
    const office = await testOffice({ now: monday })
    const { reference } = await registerCase(office)
    const before = await dueOf(office, reference)
    const wider = { targets: targetsOf(10) }
    const { moves } = await office.call<DuePreview>('admin.previewTargets', wider)
    expect(moves).toMatchObject([{ reference, before }])
    office.now = '2026-01-07T07:00:00.000Z' as Instant
    expect(await office.call('admin.setTargets', wider)).toMatchObject({ moved: 1 })
    expect(await dueOf(office, reference)).toBe(moves[0]?.after)
    expect(await office.call('admin.recount')).toBeNull()
    const events = (await viewOf(office, reference)).timeline.length
    expect(await office.call('admin.setTargets', { targets: { ...targetsOf(10), staleDays: 7 } })).toMatchObject({
      moved: 0,
    })
    expect((await viewOf(office, reference)).timeline).toHaveLength(events)
  })

  it('W7 R-08 a hidden case is counted too, and no number of it is told', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const [hidden, open] = [await strictCase(office), await registerCase(office)]
    const before = await dueOf(office, hidden.reference)
    const preview = await office.call<DuePreview>('admin.previewTargets', { targets: targetsOf(10) }, 'rana')
    expect(preview.moves.map(({ reference }) => reference)).toEqual([open.reference])
    expect(preview.hidden).toBe(1)
    await office.call('admin.setTargets', { targets: targetsOf(10) }, 'rana')
    expect(await dueOf(office, hidden.reference)).not.toBe(before)
    expect((await viewOf(office, hidden.reference)).timeline.at(-1)).toMatchObject({
      type: 'due_recomputed',
      via: 'duty',
    })
    expect(await office.call('system.verify')).toMatchObject({ ok: true })
  })

  it('W9 a count that a stop cut off is gone on with', async () => {
    const office = await testOffice({ now: monday })
    const cases: Registered[] = []
    for (let index = 0; index < 40; index += 1) cases.push(await registerCase(office))
    const dues = (): Promise<Set<string>> =>
      Promise.all(cases.map(({ reference }) => dueOf(office, reference))).then((all) => new Set(all))
    expect((await dues()).size).toBe(1)
    const begun = office.call('admin.setTargets', { targets: targetsOf(10) }).catch(() => null)
    await new Promise((later) => setTimeout(later, 5))
    await office.core.close()
    await begun
    await office.reopen()
    const cut = await dues()
    expect(cut.size).toBe(2)
    await office.core.close()
    const again = await openOfficeFolder({ folder: office.folder, now: monday, background: true })
    const isWhole = async (): Promise<void> => {
      const all = await Promise.all(cases.map(({ reference }) => dueOf(again, reference)))
      expect(new Set(all).size).toBe(1)
      expect(cut).toContain(all[0])
    }
    await vi.waitFor(isWhole, { timeout: 20_000 })
  })
})

describe('the priority matrix', () => {
  it('L-09 L-07 the office sets it; a case classified after it takes it, one before keeps its priority', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'omar', groups: ['complaint_team'] })
    const [early, late] = [await registerCase(office), await registerCase(office)]
    const classify = async (reference: string): Promise<void> => {
      await office.call('triage.accept', { case: reference })
      await office.call('triage.classify', { case: reference, ...classification })
    }
    const priorityOf = async (reference: string): Promise<string | null> =>
      (await office.call<{ line: { priority: string | null } }>('cases.get', { case: reference })).line.priority
    await classify(early.reference)
    const matrix = { ...shippedPriorities, medium: { ...shippedPriorities.medium, routine: 'urgent' } }
    expect(await office.refused('admin.setPriorities', { matrix }, 'omar')).toBe('not-allowed')
    await office.call('admin.setPriorities', { matrix })
    await office.reopen()
    expect(await office.call('admin.priorities')).toEqual(matrix)
    await classify(late.reference)
    expect([await priorityOf(early.reference), await priorityOf(late.reference)]).toEqual(['normal', 'urgent'])
  })
})

describe('another calendar of the office', () => {
  it('W9 its preview names a case of which only a referral moves, to a department that works by it', async () => {
    const office = await testOffice({ now: monday })
    const limit = { unit: 'hours', amount: 24 * 30, mode: 'elapsed' } as const
    const cases = { entries: [], fallback: limit }
    await office.call('admin.setTargets', { targets: { ...shippedTargets, cases } })
    const { id } = await addDepartment(office, 'A')
    const { reference } = await registerCase(office)
    await office.call('triage.accept', { case: reference })
    await office.call('triage.classify', { case: reference, ...classification })
    await office.call('referral.refer', { case: reference, referrals: [{ department: id, text: 'للإفادة' }] })
    const dates = async () => (await viewOf(office, reference)).clocks.map(({ due }) => due.at)
    const [ofCase, ofReferral] = await dates()
    const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
    const holidays = [{ from: '2026-01-06', to: '2026-01-07', name: { ar: 'عطلة', en: 'Holiday' } }]
    const closed = { calendar: { ...calendar, holidays } }
    const { moves } = await office.call<DuePreview>('admin.previewCalendar', closed)
    expect(moves).toMatchObject([{ reference, before: ofReferral }])
    await office.call('admin.setCalendar', closed)
    expect(await dates()).toEqual([ofCase, moves[0]?.after])
    expect(moves[0]?.after).not.toBe(ofReferral)
  })
})

describe('another calendar of a department', () => {
  it('W1 W9 W11 moves its referrals and no case, after a preview', async () => {
    const office = await testOffice({ now: monday })
    const { id } = await addDepartment(office, 'A')
    const { reference } = await registerCase(office)
    await office.call('triage.accept', { case: reference })
    await office.call('triage.classify', { case: reference, ...classification, complexity: 'complex' })
    await office.call('referral.refer', { case: reference, referrals: [{ department: id, text: 'للإفادة' }] })
    const clocks = async () => (await viewOf(office, reference)).clocks.map(({ due }) => due.at)
    const [ofCase, ofReferral] = await clocks()
    const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
    const holidays = [{ from: '2026-01-06', to: '2026-01-07', name: { ar: 'عطلة', en: 'Holiday' } }]
    const closed = { unit: id, calendar: { ...calendar, holidays } }
    const { moves } = await office.call<DuePreview>('admin.previewCalendar', closed)
    expect(moves).toMatchObject([{ reference, before: ofReferral }])
    expect(await office.call('admin.setCalendar', closed)).toMatchObject({ moved: 1 })
    expect(await clocks()).toEqual([ofCase, moves[0]?.after])
    expect(moves[0]?.after).not.toBe(ofReferral)
  })
})
