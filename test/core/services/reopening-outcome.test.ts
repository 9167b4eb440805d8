import { expect, it } from 'vitest'
import type { FigureView } from '#shared/contract/desktop/reports.ts'
import { closing } from '#test/support/case-steps.ts'
import { ratedCase } from '#test/support/rated-case.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

interface View {
  readonly drafts: readonly { readonly id: string }[]
}

it('K9 Z-05 a dissatisfied client’s case is reopened with what its answer had found; closed otherwise, it counts as a result that the review changed', async () => {
  const { office, ids } = await staffed()
  office.now = at('2026-03-02 09:00')
  const changed = async () =>
    (
      await office.call<{ figures: readonly FigureView[] }>('reports.preview', {
        kind: 'quarterly',
        year: 2026,
        quarter: 1,
      })
    ).figures.find(({ code }) => code === 'K9.changed')
  const reviewed = async (outcome: 'upheld' | 'not_upheld'): Promise<void> => {
    const of = await ratedCase(office, 'not_satisfied')
    const reopening = { ...of, cause: 'dissatisfied', route: 'rating', handler: ids['lina'] }
    expect(await office.refused('closing.reopen', reopening, 'nadia')).toBe('reopen-outcome-missing')
    await office.call('closing.reopen', { ...reopening, outcome }, 'nadia')
    await office.call('reply.submitDraft', { ...of, text: 'أُعيد النظر في شكواكم.', language: 'ar' }, 'lina')
    const draft = (await office.call<View>('cases.get', of)).drafts.at(-1)?.id
    await office.call('reply.approve', { ...of, draft }, 'tareq')
    await office.call('reply.recordSent', { ...of, draft, delivery: 'read_by_phone', sentAt: office.now }, 'lina')
    const rating = { ...of, rating: 'satisfied', mode: 'phone', ratedAt: office.now }
    await office.call('satisfaction.rate', rating, 'huda')
    await office.call('closing.close', { ...of, ...closing }, 'huda')
  }
  await reviewed('not_upheld')
  office.now = at('2026-03-03 09:00')
  expect(await changed()).toMatchObject({ numerator: 1, denominator: 1 })
  await reviewed('upheld')
  office.now = at('2026-03-04 09:00')
  expect(await changed()).toMatchObject({ numerator: 1, denominator: 2 })
  expect((await office.call<{ ok: boolean }>('system.verify')).ok).toBe(true)
  const hash = await office.call('system.stateHash')
  expect(await office.call('system.doctor', { rebuild: true })).toMatchObject({ ok: true })
  expect(await office.call('system.stateHash')).toEqual(hash)
})
