import { create } from 'zustand'
import type { CaseFilter, QueueName, sortKeys } from '#shared/contract/desktop/cases.ts'

export type SortKey = (typeof sortKeys)[number]

/** How a queue is looked at. */
export interface Look {
  readonly filter: CaseFilter
  readonly sort: SortKey
  readonly descending: boolean
}

export interface SavedView extends Look {
  readonly name: string
  readonly queue: QueueName
}

const plainLook: Look = { filter: {}, sort: 'due', descending: false }

/** How a queue is looked at first: what falls due next, and of all cases, most of them ended, the newest. */
export const plainLookOf = (queue: QueueName): Look =>
  queue === 'all' ? { ...plainLook, sort: 'received', descending: true } : plainLook

interface QueueStore {
  readonly user: string
  readonly looks: Readonly<Partial<Record<QueueName, Look>>>
  readonly views: readonly SavedView[]
  readonly begin: (user: string) => void
  readonly look: (queue: QueueName, look: Look) => void
  readonly saveView: (view: SavedView) => void
  readonly deleteView: (view: SavedView) => void
}

const viewsKey = (user: string): string => `insaf-views-${user}`

/** Looks last while the window does; saved views stay on this machine, each user's own. */
export const useQueues = create<QueueStore>()((set, get) => ({
  user: '',
  looks: {},
  views: [],
  begin: (user) => {
    if (get().user !== user) set({ user, looks: {}, views: keptViews(user) })
  },
  look: (queue, look) => set(({ looks }) => ({ looks: { ...looks, [queue]: look } })),
  saveView: (view) =>
    set(({ user, views }) => ({ views: keep(user, [...views.filter((known) => !isSame(known, view)), view]) })),
  deleteView: (view) =>
    set(({ user, views }) => ({
      views: keep(
        user,
        views.filter((known) => !isSame(known, view)),
      ),
    })),
}))

/** In: views, a queue, how it is looked at. Out: the name under which that look is kept; null where it is not. */
export function nameOfLook(views: readonly SavedView[], queue: QueueName, look: Look): string | null {
  const key = ({ filter, sort, descending }: Look) =>
    JSON.stringify([Object.entries(filter).toSorted(([left], [right]) => (left < right ? -1 : 1)), sort, descending])
  return views.find((view) => view.queue === queue && key(view) === key(look))?.name ?? null
}

const isSame = (a: SavedView, b: SavedView): boolean => a.queue === b.queue && a.name === b.name

function keep(user: string, views: readonly SavedView[]): readonly SavedView[] {
  window.localStorage.setItem(viewsKey(user), JSON.stringify(views))
  return views
}

function keptViews(user: string): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(window.localStorage.getItem(viewsKey(user)) ?? '[]')
    return Array.isArray(found) ? found : []
  } catch {
    // Written by another program: begin anew, views are only a comfort.
    return []
  }
}
