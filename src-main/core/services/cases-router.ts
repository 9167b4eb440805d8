import { explainDue } from '#shared/domain/clock/explain.ts'
import { caseClockOf, referralClockOf } from '#shared/domain/case/deadlines.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { answer, fromTables } from './answer.ts'
import { recordOpening } from './audit.ts'
import { caseView } from './case-view.ts'
import { exportHistory } from './export-history.ts'
import { exportList, paperList } from './export-list.ts'
import type { Host } from './host.ts'
import { movedAway } from './moved-away.ts'
import { openCase } from './open-case.ts'
import { countQueues, listQueue } from './queue.ts'
import { lackingReceivers } from './receivers.ts'
import { calendarOf } from './reference-data.ts'
import type { Builder } from './router.ts'
import { searchCases } from './search-cases.ts'
import { similarCases } from './similar.ts'

export function casesRouter(os: Builder, host: Host) {
  return {
    cases: os.cases.router({ ...lists(os, host), ...oneCase(os, host) }),
  }
}

function lists(os: Builder, host: Host) {
  return {
    queue: os.cases.queue.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => listQueue(office, caller, input)),
    ),
    counts: os.cases.counts.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => countQueues(office, caller, input?.office)),
    ),
    exportList: os.cases.exportList.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => exportList(office, caller, input)).then((taken) =>
        answer(host, context, () => taken),
      ),
    ),
    paperList: os.cases.paperList.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => paperList(office, caller, input)),
    ),
    search: os.cases.search.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => searchCases(office, caller, input)),
    ),
    movedAway: os.cases.movedAway.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => movedAway(office, caller, input)),
    ),
    similar: os.cases.similar.handler(({ input, context }) =>
      fromTables(host, context, (office, caller) => similarCases(office, caller, input)),
    ),
  }
}

function oneCase(os: Builder, host: Host) {
  return {
    get: os.cases.get.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const state = openCase(office, caller, input.case)
        if (!state.ok) return state
        if (state.value.confidentiality !== 'normal')
          recordOpening(office, caller, { kind: 'case_opened', of: state.value.id })
        return ok(caseView(office, caller, state.value))
      }),
    ),
    exportHistory: os.cases.exportHistory.handler(({ input, context }) =>
      answer(host, context, (office, caller) => exportHistory(office, caller, input)),
    ),
    lackingReceivers: os.cases.lackingReceivers.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const state = openCase(office, caller, input.case)
        return state.ok ? ok(lackingReceivers(office, state.value)) : state
      }),
    ),
    explainDue: os.cases.explainDue.handler(({ input, context }) =>
      answer(host, context, (office, caller) => {
        const state = openCase(office, caller, input.case)
        if (!state.ok) return state
        const cycle = currentCycle(state.value)
        const referral = cycle.referrals.find(({ id }) => id === input.referral)
        if (input.referral !== undefined && referral === undefined) return refuse('not-found', { what: input.referral })
        const { compiled } = calendarOf(office.reference, referral?.department ?? state.value.office)
        const clock =
          referral === undefined ? caseClockOf(cycle.clock, cycle.resolution?.at ?? null) : referralClockOf(referral)
        return ok(explainDue(compiled, clock, cycle.resolution?.at ?? office.ports.clock.now()))
      }),
    ),
  }
}
