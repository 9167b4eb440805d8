import type { LongWork, WorkDone } from '#shared/contract/desktop/system.ts'
import type { Office } from './office.ts'

/* How far long work is, for the windows that look at it (UI-8). */

const running = new WeakMap<Office, Map<LongWork, WorkDone>>()

/** Null where no such work is under way. */
export const workOf = (office: Office, kind: LongWork): WorkDone | null => running.get(office)?.get(kind) ?? null

/** Does it, and tells how far it is; whatever becomes of it, it is over behind it. */
export async function toldWork<T>(
  office: Office,
  kind: LongWork,
  work: (tell: (done: number, total: number) => void) => Promise<T>,
): Promise<T> {
  const under = running.get(office) ?? new Map<LongWork, WorkDone>()
  running.set(office, under)
  let own: WorkDone | undefined
  try {
    return await work((done, total) => under.set(kind, (own = { done, total })))
  } finally {
    // Another of its kind may be under way still.
    if (under.get(kind) === own) under.delete(kind)
    office.changes.publish(['jobs'])
  }
}
