/** Every address of the frame; the first that fits wins. */
export const routePaths = [
  '/',
  '/register',
  '/queues/:name',
  '/moved',
  '/search',
  '/cases/:id',
  '/people',
  '/people/:id',
  '/dashboard',
  '/reports',
  '/settings/users',
  '/settings/groups',
  '/settings/units',
  '/settings/lists',
  '/settings/lists/:list',
  '/settings/limits',
  '/settings/calendar',
  '/settings/office',
  '/settings/audit',
  '/settings/sync',
  '/settings/system',
  '/help',
  '/help/:topic',
] as const

export type RoutePath = (typeof routePaths)[number]
