import { faultText } from '#server/fault-text.ts'
import type { Journal } from '#server/ports.ts'
import type { Uploads } from './uploads.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Looks through the uploads when the server starts and every day. Out: ends it, once what is under way is done. */
export function tidyInBackground(
  { tidy }: Pick<Uploads, 'tidy'>,
  journal: Journal,
): { readonly end: () => Promise<void> } {
  const look = (): Promise<void> =>
    tidy().catch((error: unknown) => journal.error('uploads', { error: faultText(error) }))
  let last = look()
  const timer = setInterval(() => {
    last = look()
  }, dayMs).unref()
  return {
    end: async () => {
      clearInterval(timer)
      await last
    },
  }
}
