import type { CaseFilter, QueueName } from '#renderer/client/answers.ts'

/** Addresses inside the window, for links and `navigate`. */
export const paths = {
  home: () => '#/',
  register: (query: Readonly<Record<string, string>> = {}) => `#/register${queryOf(query)}`,
  case: (id: string, query: Readonly<Record<string, string>> = {}) =>
    `#/cases/${encodeURIComponent(id)}${queryOf(query)}`,
  queue: (name: QueueName, query: Readonly<Record<string, string>> = {}) => `#/queues/${name}${queryOf(query)}`,
  moved: () => '#/moved',
  people: (text = '') => `#/people${text === '' ? '' : queryOf({ text })}`,
  person: (id: string) => `#/people/${encodeURIComponent(id)}`,
  search: (text: string, filter: CaseFilter = {}) =>
    `#/search${queryOf({ text, ...(Object.keys(filter).length === 0 ? {} : { filter: JSON.stringify(filter) }) })}`,
  dashboard: () => '#/dashboard',
  reports: () => '#/reports',
  help: (topic = 'flow') => `#/help/${topic}`,
  settings: (section = 'users') => `#/settings/${section}`,
} as const

function queryOf(query: Readonly<Record<string, string>>): string {
  const text = new URLSearchParams(query).toString()
  return text === '' ? '' : `?${text}`
}
