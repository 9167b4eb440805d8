/**
 * What is shown follows what happens: the core says which topics changed, the queries that show them are asked again.
 * Topics are gathered for a moment, so that an import of thousands of cases does not ask thousands of times.
 */
import { consumeEventIterator } from '@orpc/client'
import type { Query, QueryKey } from '@tanstack/react-query'
import { QueryCache, QueryClient } from '@tanstack/react-query'
import { core } from './core.ts'
import { isConnectionLost } from './errors.ts'
import { noteRefused } from './session-ended.ts'

const gatherMs = 150

export function makeQueryClient(): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: noteRefused }),
    defaultOptions: {
      queries: {
        // The core tells what changed; between two tellings an answer stays true.
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (count, error) => isConnectionLost(error) && count < 5,
        retryDelay: (count) => Math.min(2000, 200 * 2 ** count),
        networkMode: 'always',
      },
      mutations: { networkMode: 'always', retry: false },
    },
  })
}

/** Subscribes until the returned function is called. After a gap everything is asked again. */
export function followChanges(queries: QueryClient): () => void {
  const gathered = new Set<string>()
  let timer: ReturnType<typeof setTimeout> | null = null
  const refresh = () => {
    timer = null
    const topics = [...gathered]
    gathered.clear()
    void queries.invalidateQueries({ predicate: (query) => topics.some((topic) => shows(query, topic)) })
  }
  const stop = consumeEventIterator(
    core.events.changes(undefined, {
      context: {
        retry: Number.POSITIVE_INFINITY,
        retryDelay: 500,
        onRetry: ({ error }) => {
          noteRefused(error)
          return (isSuccess: boolean) => {
            if (isSuccess) void queries.invalidateQueries()
          }
        },
      },
    }),
    {
      onEvent: ({ topics }) => {
        for (const topic of topics) gathered.add(topic)
        timer ??= setTimeout(refresh, gatherMs)
      },
    },
  )
  return () => {
    if (timer !== null) clearTimeout(timer)
    void stop()
  }
}

/** Which procedures show a topic; the first part of a path stands for all of its procedures. */
const showing: Readonly<Record<string, readonly string[]>> = {
  queues: [
    'cases.queue',
    'cases.counts',
    'cases.movedAway',
    'cases.search',
    'cases.similar',
    'intake.history',
    'people',
    'reports',
    'sync.status',
    'sync.conflicts',
    'sync.items',
    'sync.unshown',
  ],
  lists: ['admin', 'cases', 'letters'],
  users: ['admin', 'session', 'cases.lackingReceivers'],
  settings: ['admin', 'session', 'setup', 'system'],
  jobs: ['system', 'reports'],
  sync: ['sync'],
  unseen: ['cases.get'],
  // Reading a case or a person writes a line there; what showed it is not read again for that.
  audit: ['audit'],
  report: ['reports.editions'],
  person: ['people', 'intake.history', 'cases.get', 'cases.queue'],
}

function shows(query: Query, topic: string): boolean {
  const path = pathOf(query.queryKey)
  if (topic.startsWith('case:')) return concernsCase(query.queryKey, path, topic.slice('case:'.length))
  const known = showing[topic]
  return known === undefined || known.some((prefix) => path === prefix || path.startsWith(`${prefix}.`))
}

/** A case asked for by its reference number is not known by id: it is asked again too. */
function concernsCase(key: QueryKey, path: string, id: string): boolean {
  const input = JSON.stringify(key[1] ?? null)
  if (input.includes(id)) return true
  return (path === 'cases.get' || path === 'cases.explainDue') && !/"case":"[0-9a-f]{8}-/.test(input)
}

function pathOf(key: QueryKey): string {
  const path = key[0]
  return Array.isArray(path) ? path.join('.') : String(path)
}
