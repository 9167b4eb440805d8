import { describe, expect, it } from 'vitest'
import type { FigureView } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* G-08: practice data are a believable year, the same for the same seed, folded by the same rules as real work. */

const now = '2026-11-23T12:00:00.000Z' as Instant
const cases = 600

interface Preview {
  readonly reconciled: boolean
  readonly figures: readonly FigureView[]
}

interface Line {
  readonly reference: string
  readonly subject: string
  readonly person: string | null
  readonly status: string
  readonly type: string
  readonly cycle: number
  readonly receivedAt: string
  readonly due: string
}

async function demoOffice(seed: number): Promise<TestOffice> {
  const office = await testOffice({ practice: true, now })
  expect(await office.call('system.demo', { cases, seed })).toEqual({ cases })
  return office
}

async function allLines(office: TestOffice): Promise<readonly Line[]> {
  const page = (offset: number): Promise<{ lines: readonly Line[] }> =>
    office.call('cases.queue', { queue: 'all', sort: 'reference', page: { offset, limit: 500 } })
  return [...(await page(0)).lines, ...(await page(500)).lines]
}

const shape = ({ reference, subject, person, status, receivedAt, due }: Line): string =>
  [reference, subject, person, status, receivedAt, due].join(' | ')

describe('practice data', () => {
  it('G-08 are the same for the same seed, and others for another', async () => {
    const [first, second, other] = [await demoOffice(1), await demoOffice(1), await demoOffice(2)]
    const lines = await Promise.all([first, second, other].map(allLines))
    expect(lines[0]?.map(shape)).toEqual(lines[1]?.map(shape))
    expect(lines[0]?.map(shape)).not.toEqual(lines[2]?.map(shape))
  })

  it('G-08 look like a year of an office: every kind of end, late and reopened cases, an open rest, a whole log', async () => {
    const office = await demoOffice(5)
    const lines = await allLines(office)
    const statuses = new Set(lines.map(({ status }) => status))
    for (const status of ['closed', 'rejected', 'filed', 'follower']) expect(statuses).toContain(status)
    expect(new Set(lines.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5)
    expect(lines.filter(({ cycle }) => cycle > 1).length).toBeGreaterThan(3)
    expect(lines.every(({ receivedAt }) => receivedAt <= now && receivedAt > '2025-11-22')).toBe(true)
    const counts = await office.call<Record<string, number>>('cases.counts')
    expect(counts['all_open']).toBeGreaterThan(cases / 20)
    expect(counts['all_open']).toBeLessThan(cases / 10)
    for (const queue of [
      'to_triage',
      'awaiting_departments',
      'awaiting_info',
      'awaiting_approval',
      'to_send',
      'to_call',
      'external',
      'overdue',
    ])
      expect(counts[queue], queue).toBeGreaterThan(0)
    // What the rulebook would refuse is in no practice case: only an imported register brings it.
    expect(counts['incomplete_closed']).toBe(0)
    expect(await office.call('system.verify')).toMatchObject({ ok: true })
    let [reopened, excusable, judged] = [0, 0, 0]
    for (const quarter of [1, 2, 3]) {
      const asked = { kind: 'quarterly', year: 2026, quarter }
      const { reconciled, figures } = await office.call<Preview>('reports.preview', asked)
      expect(reconciled).toBe(true)
      const met = (code: string): number =>
        figures.find((figure) => figure.code === code && figure.by === undefined)?.numerator ?? 0
      reopened += met('K9.reopened')
      judged += figures.find(({ code }) => code === 'K9.changed')?.denominator ?? 0
      excusable += met('K9.newStaff') + met('K9.excused')
    }
    // Z-06: a reopened case has new staff, or says why it has not.
    expect(reopened).toBeGreaterThan(3)
    expect(excusable).toBe(reopened)
    // K9: what the first answer had found is known, so the review can be seen to change it.
    expect(judged).toBeGreaterThan(0)
  })

  it('G-08 its people sign in with the practice password', async () => {
    const office = await demoOffice(1)
    expect(await office.call('session.signIn', { username: 'salma', password: 'practice-1' }, '')).toMatchObject({
      user: { username: 'salma' },
    })
  })

  it('G-08 are refused in an empty folder and for who keeps no store', async () => {
    const empty = await openOfficeFolder()
    expect(await empty.refused('system.demo', { cases: 1, seed: 1 }, '')).toBe('not-set-up')
    const office = await demoOffice(1)
    expect(await office.refused('system.demo', { cases: 1, seed: 9 }, 'rana')).toBe('not-allowed')
  })
})
