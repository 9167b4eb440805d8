import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { TestOffice } from './office.ts'

/** The page of the one case that an office has, as its owner reads it. */
export function onlyCase(office: TestOffice): CaseView {
  const calls = [
    { call: 'cases.queue', input: { queue: 'all' }, save: 'all' },
    { call: 'cases.get', input: { case: { $: 'all.lines.0.id' } } },
  ]
  return office.calls(calls)[1] as CaseView
}
