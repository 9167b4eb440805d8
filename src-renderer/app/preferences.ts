import { create } from 'zustand'
import { persist } from 'zustand/middleware'
import type { Preferences } from '#renderer/parts/speech.tsx'
import type { KeptPreferences } from './kept-preferences.ts'
import { officeChanged, signedIn, signedOut, switched } from './kept-preferences.ts'

interface PreferencesStore extends KeptPreferences {
  readonly setPreferences: (part: Partial<Preferences>) => void
}

/** Kept on this machine; until somebody signs in nothing else is known of who sits here. */
export const usePreferences = create<PreferencesStore>()(
  persist(
    (set): PreferencesStore => ({
      preferences: { language: 'ar', scheme: 'light', digits: 'latin', hijri: false },
      ofUsers: {},
      user: null,
      before: {},
      setPreferences: (part) => set((kept) => switched(kept, part)),
    }),
    { name: 'insaf-preferences', partialize: ({ preferences, ofUsers }) => ({ preferences, ofUsers }) },
  ),
)

/** Whoever signs in has the window as he left it here, at first with his own language and the office's digits and calendar. */
export function adoptPreferences(user: string, given: Partial<Preferences>): void {
  usePreferences.setState((kept) => signedIn(kept, user, given))
}

/** The window was loaded anew: it looks as before, and what is switched from now on is the choice of the one who sits here. */
export function resumePreferences(user: string): void {
  usePreferences.setState({ user })
}

/** The office's settings were changed while somebody sits here. */
export function followOffice(given: Pick<Preferences, 'digits' | 'hijri'>): void {
  usePreferences.setState((kept) => officeChanged(kept, given))
}

export function leavePreferences(): void {
  usePreferences.setState(signedOut)
}
