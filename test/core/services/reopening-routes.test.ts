import { expect, it } from 'vitest'
import { reopenRoutes } from '#shared/domain/case/codes.ts'
import type { ReopenCause, ReopenRoute } from '#shared/domain/case/codes.ts'
import type { FigureView } from '#shared/contract/desktop/reports.ts'
import { ratedCase } from '#test/support/rated-case.ts'
import { at, staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* Lessons, bug 2, through the whole core: from what each route is in an office to the figures of the report. */

const closing = {
  reason: 'rated',
  outcome: 'upheld',
  rootCause: 'workload',
  knowledge: false,
  improvement: false,
  analysis: 'ضغط العمل.',
}

interface View {
  readonly state: { readonly id: string; readonly cycles: readonly { readonly reopening: unknown }[] }
}

/** What brings a case back by each route, and the cause it is given. */
const ways: Readonly<
  Record<
    ReopenRoute,
    { readonly cause: ReopenCause; readonly before: (office: TestOffice) => Promise<{ case: string }> }
  >
> = {
  rating: { cause: 'dissatisfied', before: (office) => ratedCase(office, 'not_satisfied') },
  client: { cause: 'new_facts', before: (office) => closedAndContacted(office, 'email') },
  counter: { cause: 'not_implemented', before: (office) => closedAndContacted(office, 'walk_in') },
  team: { cause: 'wrong_answer', before: closed },
}

async function closed(office: TestOffice): Promise<{ case: string }> {
  const of = await ratedCase(office, 'satisfied')
  await office.call('closing.close', { ...of, ...closing }, 'huda')
  return of
}

async function closedAndContacted(office: TestOffice, channel: string): Promise<{ case: string }> {
  const of = await closed(office)
  await office.call('desk.recordContact', { ...of, channel, purpose: 'objection', note: 'لم يُنفّذ الرد.' }, 'rana')
  return of
}

it('bug 2 Z-07 a case that came back by rating, by its client, at the counter or by the team is counted in the report of its quarter while it is still open', async () => {
  const { office, ids } = await staffed()
  const cases: string[] = []
  for (const route of reopenRoutes) {
    office.now = at('2026-03-24 09:00')
    const { cause, before } = ways[route]
    const of = await before(office)
    office.now = at('2026-03-29 09:00')
    const reopened = { ...of, cause, route, outcome: 'not_upheld', handler: ids['lina'] }
    const { status } = await office.call<{ status: string }>('closing.reopen', reopened, 'nadia')
    const { state } = await office.call<View>('cases.get', of)
    expect([route, status, state.cycles.at(-1)?.reopening]).toMatchObject([route, 'reopened', { cause, route }])
    cases.push(state.id)
  }
  const figures = async (quarter: number) =>
    (
      await office.call<{ figures: readonly FigureView[] }>('reports.preview', {
        kind: 'quarterly',
        year: 2026,
        quarter,
      })
    ).figures
  const numbers = async (quarter: number): Promise<readonly unknown[]> => {
    const all = await figures(quarter)
    const number = (code: string) => all.find((figure) => figure.code === code && figure.by === undefined)?.numerator
    return ['P6.opening', 'P6.reopened', 'K9.reopened', 'K9', 'P6.closing'].map(number)
  }
  office.now = at('2026-04-01 09:00')
  expect(await numbers(1)).toEqual([0, 4, 4, 4, 4])
  const behind = { kind: 'quarterly', year: 2026, quarter: 1, code: 'K9.reopened' }
  expect((await office.call<readonly string[]>('reports.casesOf', behind)).toSorted()).toEqual(cases.toSorted())
  office.now = at('2026-06-30 09:00')
  expect(await numbers(2)).toEqual([4, 0, 0, 0, 4])
})
