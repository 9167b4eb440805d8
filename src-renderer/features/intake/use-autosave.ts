import { useEffect, useRef } from 'react'
import { core } from '#renderer/client/core.ts'
import { failureOf } from '#renderer/client/errors.ts'
import type { IntakeForm } from './intake-form.ts'
import { isBlank } from './intake-form.ts'
import { useIntake } from './intake-store.ts'
import { keptForm } from './read-draft.ts'

const restMs = 2000

/** The window is read anew or closed, or put aside. */
const leavings = ['beforeunload', 'pagehide', 'blur'] as const

/**
 * Keeps the form in the core two seconds after the last change, and at once when a field or the window is left: it survives
 * a crash of window, core or machine. Nothing is kept while a registration is under way, which ends the draft.
 */
export function useAutosave(paused: boolean): { readonly saveNow: () => void } {
  const form = useIntake((state) => state.form)
  const kept = useRef<IntakeForm>(form)
  const stopped = useRef(paused)
  useEffect(() => {
    stopped.current = paused
  }, [paused])

  const save = useRef(async () => {
    const { draft, form: present, saved, setSaved, rest } = useIntake.getState()
    if (stopped.current || present === kept.current) return
    if (isBlank(present)) {
      // What was typed and attached was taken away again: no draft keeps it, nor its files (C-10).
      rest(present)
      if (saved.kind !== 'at') return
      kept.current = present
      setSaved({ kind: 'no' })
      await core.intake.discardDraft({ id: draft }).catch(() => null)
      return
    }
    kept.current = present
    setSaved({ kind: 'saving' })
    try {
      const { savedAt } = await core.intake.saveDraft({
        id: draft,
        form: JSON.parse(JSON.stringify(keptForm(present))),
      })
      if (useIntake.getState().draft !== draft) return
      setSaved({ kind: 'at', at: savedAt })
      rest(present)
    } catch (error) {
      // Tried again at the next change or when a field is left; the form itself is untouched.
      kept.current = { ...present }
      setSaved({ kind: 'failed', why: failureOf(error) })
    }
  })
  useEffect(() => {
    const timer = setTimeout(() => void save.current(), restMs)
    return () => clearTimeout(timer)
  }, [form])
  useEffect(() => {
    const leave = () => void save.current()
    for (const event of leavings) window.addEventListener(event, leave)
    return () => {
      for (const event of leavings) window.removeEventListener(event, leave)
      leave()
    }
  }, [])
  return { saveNow: () => void save.current() }
}
