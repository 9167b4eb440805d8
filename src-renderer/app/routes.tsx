import { later } from '#renderer/parts/later.tsx'
import type { Route, ScreenProps } from '#renderer/parts/route.ts'
import { routePaths } from '#renderer/parts/route-paths.ts'
import type { RoutePath } from '#renderer/parts/route-paths.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { auditMessages } from '#shared/i18n/audit.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { helpMessages } from '#shared/i18n/help.ts'
import { peopleMessages } from '#shared/i18n/people.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { searchMessages } from '#shared/i18n/search.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { HomeScreen } from './home-screen.tsx'
import { idleMoment } from './idle-moment.ts'

/** Every subject comes as a file of its own, so that the sign-in form waits for none of them; what is opened first stands first. */
const parts = {
  queue: later<ScreenProps>(async () => (await import('#renderer/features/queues/queue-screen.tsx')).QueueScreen),
  moved: later<ScreenProps>(async () => (await import('#renderer/features/queues/moved-screen.tsx')).MovedScreen),
  case: later<ScreenProps>(async () => (await import('#renderer/features/case/case-screen.tsx')).CaseScreen),
  intake: later<ScreenProps>(async () => (await import('#renderer/features/intake/intake-screen.tsx')).IntakeScreen),
  search: later<ScreenProps>(async () => (await import('#renderer/features/search/search-screen.tsx')).SearchScreen),
  people: later<ScreenProps>(async () => (await import('#renderer/features/people/people-screen.tsx')).PeopleScreen),
  person: later<ScreenProps>(async () => (await import('#renderer/features/people/person-screen.tsx')).PersonScreen),
  dashboard: later<ScreenProps>(
    async () => (await import('#renderer/features/dashboard/dashboard-screen.tsx')).DashboardScreen,
  ),
  reports: later<ScreenProps>(
    async () => (await import('#renderer/features/reports/reports-screen.tsx')).ReportsScreen,
  ),
  help: later<ScreenProps>(async () => (await import('#renderer/features/help/help-screen.tsx')).HelpScreen),
  system: later<ScreenProps>(async () => (await import('#renderer/features/system/system-screen.tsx')).SystemScreen),
  sync: later<ScreenProps>(async () => (await import('#renderer/features/sync/sync-screen.tsx')).SyncScreen),
  audit: later<ScreenProps>(async () => (await import('#renderer/features/audit/audit-screen.tsx')).AuditScreen),
  users: later<ScreenProps>(async () => (await import('#renderer/features/admin/users-screen.tsx')).UsersScreen),
  groups: later<ScreenProps>(async () => (await import('#renderer/features/admin/groups-screen.tsx')).GroupsScreen),
  units: later<ScreenProps>(async () => (await import('#renderer/features/admin/units-screen.tsx')).UnitsScreen),
  lists: later<ScreenProps>(async () => (await import('#renderer/features/admin/lists-screen.tsx')).ListsScreen),
  limits: later<ScreenProps>(async () => (await import('#renderer/features/admin/limits-screen.tsx')).LimitsScreen),
  calendar: later<ScreenProps>(
    async () => (await import('#renderer/features/admin/calendar-screen.tsx')).CalendarScreen,
  ),
  office: later<ScreenProps>(async () => (await import('#renderer/features/admin/office-screen.tsx')).OfficeScreen),
}

/** Every screen of the frame: title, and the right it needs. */
const screens: Readonly<Record<RoutePath, Omit<Route, 'path'>>> = {
  '/': { title: words.home, screen: HomeScreen },
  '/register': { title: words.register, screen: parts.intake.Part, right: 'register' },
  '/queues/:name': { title: queuesMessages.title, screen: parts.queue.Part },
  '/moved': { title: queuesMessages.movedAway, screen: parts.moved.Part },
  '/search': { title: searchMessages.title, screen: parts.search.Part },
  '/cases/:id': { title: caseMessages.title, screen: parts.case.Part },
  '/people': { title: peopleMessages.title, screen: parts.people.Part, right: 'identify' },
  '/people/:id': { title: peopleMessages.personTitle, screen: parts.person.Part, right: 'identify' },
  '/dashboard': { title: words.dashboard, screen: parts.dashboard.Part, right: 'report' },
  '/reports': { title: words.reports, screen: parts.reports.Part, right: 'report' },
  // Sections of the settings tell themselves which right each needs.
  '/settings/users': { title: adminMessages.users, screen: parts.users.Part },
  '/settings/groups': { title: adminMessages.groups, screen: parts.groups.Part },
  '/settings/units': { title: adminMessages.units, screen: parts.units.Part },
  '/settings/lists': { title: adminMessages.lists, screen: parts.lists.Part },
  '/settings/lists/:list': { title: adminMessages.lists, screen: parts.lists.Part },
  '/settings/limits': { title: adminMessages.limits, screen: parts.limits.Part },
  '/settings/calendar': { title: adminMessages.calendar, screen: parts.calendar.Part },
  '/settings/office': { title: adminMessages.office, screen: parts.office.Part },
  '/settings/audit': { title: auditMessages.title, screen: parts.audit.Part },
  '/settings/sync': { title: syncMessages.title, screen: parts.sync.Part },
  '/settings/system': { title: adminMessages.system, screen: parts.system.Part },
  '/help': { title: helpMessages.title, screen: parts.help.Part },
  '/help/:topic': { title: helpMessages.title, screen: parts.help.Part },
}

export const routes: readonly Route[] = routePaths.map((path) => ({ path, ...screens[path] }))

/** Brings the screens beforehand, each in a moment in which the window has nothing else to do. */
export async function fetchScreens(): Promise<void> {
  for (const { fetch } of Object.values(parts)) {
    await idleMoment()
    await fetch()
  }
}
