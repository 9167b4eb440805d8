import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Preferences } from '#renderer/parts/speech.tsx'

interface PreferencesStore {
  readonly preferences: Preferences
  readonly setPreferences: (part: Partial<Preferences>) => void
}

/** Kept on this machine; until somebody signs in nothing else is known of who sits here. */
export const usePreferences = create<PreferencesStore>()(
  persist(
    (set) => ({
      preferences: { language: 'ar', scheme: 'light', digits: 'latin', hijri: false },
      setPreferences: (part) => set(({ preferences }) => ({ preferences: { ...preferences, ...part } })),
    }),
    { name: 'insaf-preferences', partialize: ({ preferences }) => ({ preferences }) },
  ),
)

const key = 'insaf-preferences-of'

/** The first sign-in of a user on this machine takes the user's language and the office's digits and calendar. */
export function adoptPreferences(user: string, given: Partial<Preferences>): void {
  if (window.localStorage.getItem(key) === user) return
  window.localStorage.setItem(key, user)
  usePreferences.getState().setPreferences(given)
}
