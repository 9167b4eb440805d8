import { CaseScreen } from '#renderer/features/case/case-screen.tsx'
import { IntakeScreen } from '#renderer/features/intake/intake-screen.tsx'
import { PeopleScreen } from '#renderer/features/people/people-screen.tsx'
import { PersonScreen } from '#renderer/features/people/person-screen.tsx'
import { QueueScreen } from '#renderer/features/queues/queue-screen.tsx'
import { SearchScreen } from '#renderer/features/search/search-screen.tsx'
import type { Route } from '#renderer/parts/route.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { peopleMessages } from '#shared/i18n/people.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { searchMessages } from '#shared/i18n/search.ts'
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
]
