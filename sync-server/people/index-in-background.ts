import { FeedName } from '#shared/sync/feed-entry.ts'
import { indexPeople } from './index-people.ts'
import type { PeopleIndex } from './index-people.ts'

const central = FeedName.parse('central')
/** Pushes come first: the index follows when they have paused, and a question brings it up to date itself. */
const afterMs = 1000

/** Keeps the index behind the log while the server runs. Out: ends it, once what is under way is done. */
export function indexInBackground(
  index: PeopleIndex,
  failed: (error: unknown) => void,
): { readonly end: () => Promise<void> } {
  let timer: NodeJS.Timeout | null = null
  let running: Promise<void> = Promise.resolve()
  const run = (): void => {
    timer = null
    running = indexPeople(index).catch(failed)
  }
  const endListening = index.log.onAppended((feeds) => {
    if (!feeds.includes(central)) return
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(run, afterMs)
  })
  return {
    end: async () => {
      endListening()
      if (timer !== null) clearTimeout(timer)
      await running
    },
  }
}
