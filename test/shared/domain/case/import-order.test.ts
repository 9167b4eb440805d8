import { describe, expect, test } from 'vitest'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { checkHistory } from '#shared/domain/case/import-order.ts'
import type { ImportedEvent } from '#shared/domain/case/import-order.ts'
import { statusOf } from '#shared/domain/case/status.ts'
import { closedCase } from '#test/support/case-steps.ts'
import { testId } from '#test/support/case-world.ts'
import type { CaseId } from '#shared/domain/case/event-parts.ts'

const id = testId(1) as CaseId
const later = '2026-12-31T00:00:00.000Z' as never

/** A whole case as a file would state it: facts from one source, private parts made up. */
function history(): readonly ImportedEvent[] {
  const world = closedCase()
  const hidden: Readonly<Record<string, unknown>> = {
    described: { subject: 'س', text: 'ن', senderLetter: null, remedySought: '' },
    classified: { importance: '', priority: '' },
    draft_submitted: { text: 'رد' },
    closed: { analysis: 'تحليل' },
  }
  const private_ = (type: CaseEvent['type']): unknown => hidden[type] ?? { text: '' }
  return world.events.map(({ type, facts, id: event, at, actor }) => ({
    type,
    facts,
    private: private_(type),
    id: event,
    at,
    actor,
  }))
}

describe('imported history', () => {
  test('a past case is checked by schema and order, and folds to its state', () => {
    const checked = checkHistory(id, history(), later)
    expect(checked.ok && checked.value.state.kind === 'case' && statusOf(checked.value.state)).toBe('closed')
    expect(checked.ok && checked.value.events.every(({ recorded }) => recorded.via === 'import')).toBe(true)
  })

  test('facts that do not fit are refused with their place', () => {
    const events = history().map((event) => (event.type === 'rated' ? { ...event, facts: { rating: 'fine' } } : event))
    expect(checkHistory(id, events, later)).toMatchObject({
      ok: false,
      refusal: { code: 'import-facts', params: { type: 'rated' } },
    })
    expect(checkHistory(id, [{ ...(history()[0] as ImportedEvent), type: 'teleported' }], later)).toMatchObject({
      refusal: { code: 'import-facts' },
    })
  })

  test('times that run back, or ahead of now, are refused', () => {
    const events = history()
    const back = events.map((event, place) =>
      place === 4 ? { ...event, at: '2025-01-01T00:00:00.000Z' as never } : event,
    )
    expect(checkHistory(id, back, later)).toMatchObject({ refusal: { code: 'import-time', params: { at: 5 } } })
    expect(checkHistory(id, events, '2025-01-01T00:00:00.000Z' as never)).toMatchObject({
      refusal: { code: 'import-time' },
    })
  })

  test('what stands nowhere in the history is refused: approval without draft, closing twice, no registration', () => {
    const events = history()
    const order = { ok: false, refusal: { code: 'import-order' } }
    expect(
      checkHistory(
        id,
        events.filter(({ type }) => type !== 'draft_submitted'),
        later,
      ),
    ).toMatchObject(order)
    expect(checkHistory(id, [...events, events.at(-1) as ImportedEvent], later)).toMatchObject(order)
    expect(
      checkHistory(
        id,
        events.filter(({ type }) => type !== 'registered'),
        later,
      ),
    ).toMatchObject(order)
    expect(checkHistory(id, events.slice(0, 1), later)).toMatchObject(order)
  })
})
