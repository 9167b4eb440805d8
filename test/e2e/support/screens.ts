import type { RoutePath } from '#renderer/parts/route-paths.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import type { TestOffice } from './office.ts'

interface ScreenAddress {
  readonly address: string
  /** Looked at in both themes. */
  readonly main?: true
}

/** What the addresses of a case and of a person name. */
interface Known {
  readonly reference: string
  readonly person: string
}

/** Addresses by the routes of the window: one without its screens is not compiled. */
const screensOf = ({ reference, person }: Known): Readonly<Record<RoutePath, readonly ScreenAddress[]>> => ({
  '/': [{ address: '#/' }],
  '/register': [{ address: '#/register', main: true }],
  '/queues/:name': [{ address: '#/queues/all', main: true }, { address: '#/queues/my_work' }],
  '/moved': [{ address: '#/moved' }],
  '/search': [{ address: '#/search?text=رخصة', main: true }],
  '/cases/:id': [{ address: `#/cases/${reference}`, main: true }, { address: '#/cases/nowhere' }],
  '/people': [{ address: '#/people?text=محمد' }],
  '/people/:id': [{ address: `#/people/${person}`, main: true }],
  '/dashboard': [{ address: '#/dashboard', main: true }],
  '/reports': [{ address: '#/reports' }],
  '/settings/users': [{ address: '#/settings/users', main: true }],
  '/settings/groups': [{ address: '#/settings/groups' }],
  '/settings/units': [{ address: '#/settings/units' }],
  '/settings/lists': [{ address: '#/settings/lists' }],
  '/settings/lists/:list': [{ address: '#/settings/lists/services' }],
  '/settings/limits': [{ address: '#/settings/limits' }],
  '/settings/calendar': [{ address: '#/settings/calendar', main: true }],
  '/settings/office': [{ address: '#/settings/office' }],
  '/settings/audit': [{ address: '#/settings/audit', main: true }],
  '/settings/sync': [{ address: '#/settings/sync', main: true }],
  '/settings/system': [{ address: '#/settings/system' }],
  '/help': [{ address: '#/help' }],
  '/help/:topic': [{ address: '#/help/keys' }, { address: '#/help/glossary' }, { address: '#/help/screens' }],
})

/** Every screen of the frame by its address, for an office that has a case of a named person. */
export const everyScreen = (office: TestOffice): readonly ScreenAddress[] => [
  ...Object.values(screensOf(knownIn(office))).flat(),
  { address: '#/nowhere' },
]

function knownIn(office: TestOffice): Known {
  const [all] = office.calls([{ call: 'cases.queue', input: { queue: 'all' } }]) as { lines: { id: string }[] }[]
  const calls = must(all, 'an answer').lines.map(({ id }) => ({ call: 'cases.get', input: { case: id } }))
  for (const { line, person } of office.calls(calls) as CaseView[])
    if (person !== null) return { reference: line.reference, person: person.id }
  throw new Error('The office has no case of a named person.')
}
