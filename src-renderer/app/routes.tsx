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

/** Every screen of the frame: address, title, and the right it needs. The first that fits wins. */
export const routes: readonly Route[] = [
  { path: '/', title: words.home, screen: HomeScreen },
  { path: '/register', title: words.register, screen: IntakeScreen, right: 'register' },
  { path: '/queues/:name', title: queuesMessages.title, screen: QueueScreen },
  { path: '/search', title: searchMessages.title, screen: SearchScreen },
  { path: '/cases/:id', title: caseMessages.title, screen: CaseScreen },
  { path: '/people', title: peopleMessages.title, screen: PeopleScreen, right: 'identify' },
  { path: '/people/:id', title: peopleMessages.personTitle, screen: PersonScreen, right: 'identify' },
  { path: '/dashboard', title: words.dashboard, screen: DashboardScreen, right: 'report' },
  { path: '/reports', title: words.reports, screen: ReportsScreen, right: 'report' },
  // Sections of the settings tell themselves which right each needs.
  { path: '/settings/users', title: adminMessages.users, screen: UsersScreen },
  { path: '/settings/groups', title: adminMessages.groups, screen: GroupsScreen },
  { path: '/settings/units', title: adminMessages.units, screen: UnitsScreen },
  { path: '/settings/lists', title: adminMessages.lists, screen: ListsScreen },
  { path: '/settings/lists/:list', title: adminMessages.lists, screen: ListsScreen },
  { path: '/settings/limits', title: adminMessages.limits, screen: LimitsScreen },
  { path: '/settings/calendar', title: adminMessages.calendar, screen: CalendarScreen },
  { path: '/settings/office', title: adminMessages.office, screen: OfficeScreen },
  { path: '/settings/audit', title: auditMessages.title, screen: AuditScreen },
  { path: '/settings/sync', title: syncMessages.title, screen: SyncScreen },
  { path: '/settings/system', title: adminMessages.system, screen: SystemScreen },
  { path: '/help', title: helpMessages.title, screen: HelpScreen },
  { path: '/help/:topic', title: helpMessages.title, screen: HelpScreen },
]
