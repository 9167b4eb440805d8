import { CalendarScreen } from '#renderer/features/admin/calendar-screen.tsx'
import { GroupsScreen } from '#renderer/features/admin/groups-screen.tsx'
import { LimitsScreen } from '#renderer/features/admin/limits-screen.tsx'
import { ListsScreen } from '#renderer/features/admin/lists-screen.tsx'
import { OfficeScreen } from '#renderer/features/admin/office-screen.tsx'
import { UnitsScreen } from '#renderer/features/admin/units-screen.tsx'
import { UsersScreen } from '#renderer/features/admin/users-screen.tsx'
import { AuditScreen } from '#renderer/features/audit/audit-screen.tsx'
import { CaseScreen } from '#renderer/features/case/case-screen.tsx'
import { DashboardScreen } from '#renderer/features/dashboard/dashboard-screen.tsx'
import { HelpScreen } from '#renderer/features/help/help-screen.tsx'
import { IntakeScreen } from '#renderer/features/intake/intake-screen.tsx'
import { PeopleScreen } from '#renderer/features/people/people-screen.tsx'
import { PersonScreen } from '#renderer/features/people/person-screen.tsx'
import { QueueScreen } from '#renderer/features/queues/queue-screen.tsx'
import { ReportsScreen } from '#renderer/features/reports/reports-screen.tsx'
import { SearchScreen } from '#renderer/features/search/search-screen.tsx'
import { SyncScreen } from '#renderer/features/sync/sync-screen.tsx'
import { SystemScreen } from '#renderer/features/system/system-screen.tsx'
import type { Route } from '#renderer/parts/route.ts'
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

/** Every screen of the frame: title, and the right it needs. */
const screens: Readonly<Record<RoutePath, Omit<Route, 'path'>>> = {
  '/': { title: words.home, screen: HomeScreen },
  '/register': { title: words.register, screen: IntakeScreen, right: 'register' },
  '/queues/:name': { title: queuesMessages.title, screen: QueueScreen },
  '/search': { title: searchMessages.title, screen: SearchScreen },
  '/cases/:id': { title: caseMessages.title, screen: CaseScreen },
  '/people': { title: peopleMessages.title, screen: PeopleScreen, right: 'identify' },
  '/people/:id': { title: peopleMessages.personTitle, screen: PersonScreen, right: 'identify' },
  '/dashboard': { title: words.dashboard, screen: DashboardScreen, right: 'report' },
  '/reports': { title: words.reports, screen: ReportsScreen, right: 'report' },
  // Sections of the settings tell themselves which right each needs.
  '/settings/users': { title: adminMessages.users, screen: UsersScreen },
  '/settings/groups': { title: adminMessages.groups, screen: GroupsScreen },
  '/settings/units': { title: adminMessages.units, screen: UnitsScreen },
  '/settings/lists': { title: adminMessages.lists, screen: ListsScreen },
  '/settings/lists/:list': { title: adminMessages.lists, screen: ListsScreen },
  '/settings/limits': { title: adminMessages.limits, screen: LimitsScreen },
  '/settings/calendar': { title: adminMessages.calendar, screen: CalendarScreen },
  '/settings/office': { title: adminMessages.office, screen: OfficeScreen },
  '/settings/audit': { title: auditMessages.title, screen: AuditScreen },
  '/settings/sync': { title: syncMessages.title, screen: SyncScreen },
  '/settings/system': { title: adminMessages.system, screen: SystemScreen },
  '/help': { title: helpMessages.title, screen: HelpScreen },
  '/help/:topic': { title: helpMessages.title, screen: HelpScreen },
}

export const routes: readonly Route[] = routePaths.map((path) => ({ path, ...screens[path] }))
