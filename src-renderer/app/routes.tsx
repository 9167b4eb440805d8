import { IntakeScreen } from '#renderer/features/intake/intake-screen.tsx'
import type { Route } from '#renderer/parts/route.ts'
import { frameMessages as words } from '#shared/i18n/frame.ts'
import { HomeScreen } from './home-screen.tsx'

/** Every screen of the frame: address, title, and the right it needs. The first that fits wins. */
export const routes: readonly Route[] = [
  { path: '/', title: words.home, screen: HomeScreen },
  { path: '/register', title: words.register, screen: IntakeScreen, right: 'register' },
]
