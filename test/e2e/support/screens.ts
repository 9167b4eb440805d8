interface ScreenAddress {
  readonly address: string
  /** Looked at in both themes. */
  readonly main?: true
}

/** Every screen of the frame by its address; the page of a case is reached by its number. */
export const everyScreen: readonly ScreenAddress[] = [
  { address: '#/register', main: true },
  { address: '#/queues/all', main: true },
  { address: '#/queues/my_work' },
  { address: '#/search?text=رخصة', main: true },
  { address: '#/people?text=محمد' },
  { address: '#/dashboard', main: true },
  { address: '#/reports' },
  { address: '#/settings/users', main: true },
  { address: '#/settings/groups' },
  { address: '#/settings/units' },
  { address: '#/settings/lists' },
  { address: '#/settings/limits' },
  { address: '#/settings/calendar' },
  { address: '#/settings/office' },
  { address: '#/settings/audit', main: true },
  { address: '#/settings/sync', main: true },
  { address: '#/settings/system' },
  { address: '#/help' },
  { address: '#/help/keys' },
  { address: '#/nowhere' },
]
