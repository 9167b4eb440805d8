import type { DraftForm } from '#shared/contract/desktop/intake.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { z } from 'zod'
import { readSetting, readSettings, removeSetting, writeSetting } from '#core/store/settings.ts'
import type { ReadableDb, WritableDb } from '#core/store/driver.ts'

/** Half-filled forms, kept encrypted in the store so that they survive a crash; each user sees his own. No events. */
const Kept = z.object({ savedAt: Instant, form: z.json() })

export const draftKey = (user: string, id: string): string => `draft:${user}:${id}`
const largestForm = 200_000

export function saveDraft(
  db: WritableDb,
  draft: { user: string; id: string; form: unknown; now: Instant },
): Result<{ savedAt: Instant }> {
  const kept = { savedAt: draft.now, form: draft.form }
  if (JSON.stringify(kept).length > largestForm) return refuse('bad-input', { detail: 'draft' })
  db.transaction(() => writeSetting(db, draftKey(draft.user, draft.id), kept))
  return ok({ savedAt: draft.now })
}

export function listDrafts(db: ReadableDb, user: string): readonly DraftForm[] {
  return [...readSettings(db, draftKey(user, ''), Kept)]
    .map(([id, kept]) => ({ id, ...kept }))
    .toSorted((left, right) => (left.savedAt < right.savedAt ? 1 : -1))
}

export const isDraftKept = (db: ReadableDb, user: string, id: string): boolean =>
  readSetting(db, draftKey(user, id), Kept) !== null

/** Inside the caller's transaction. */
export function forgetDraft(db: WritableDb, user: string, id: string): void {
  removeSetting(db, draftKey(user, id))
}
