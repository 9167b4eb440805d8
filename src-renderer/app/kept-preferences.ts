import type { Preferences } from '#renderer/parts/speech.tsx'

/** What this machine knows of how people like their window. */
export interface KeptPreferences {
  /** How the window looks now. */
  readonly preferences: Preferences
  /** What each user chose here while signed in. */
  readonly ofUsers: Readonly<Record<string, Partial<Preferences>>>
  /** Who is signed in. */
  readonly user: string | null
  /** What was chosen since the last one signed out: the choice of whoever signs in next. */
  readonly before: Partial<Preferences>
}

/** In: what is kept, what somebody switches. Out: the window so, and that it is the choice of who is signed in. */
export function switched(kept: KeptPreferences, part: Partial<Preferences>): KeptPreferences {
  const preferences = { ...kept.preferences, ...part }
  return kept.user === null
    ? { ...kept, preferences, before: { ...kept.before, ...part } }
    : { ...kept, preferences, ofUsers: withChoice(kept, kept.user, part) }
}

/**
 * In: what is kept, who signs in, the user's language and the office's digits and calendar. Out: the window as this user
 * left it on this machine, else as given; what was just chosen before signing in is stronger than both.
 */
export function signedIn(kept: KeptPreferences, user: string, given: Partial<Preferences>): KeptPreferences {
  const ofUsers = withChoice(kept, user, kept.before)
  return { preferences: { ...kept.preferences, ...given, ...ofUsers[user] }, ofUsers, user, before: {} }
}

/** In: what is kept, the office's digits and calendar as they are by now. Out: the window so, but for what who sits here chose himself. */
export function officeChanged(kept: KeptPreferences, given: Pick<Preferences, 'digits' | 'hijri'>): KeptPreferences {
  const own = kept.user === null ? {} : kept.ofUsers[kept.user]
  return { ...kept, preferences: { ...kept.preferences, ...given, ...own } }
}

/** The window stays as it is; what is switched now is no choice of the one who left. */
export const signedOut = (kept: KeptPreferences): KeptPreferences => ({ ...kept, user: null, before: {} })

const withChoice = ({ ofUsers }: KeptPreferences, user: string, part: Partial<Preferences>) => ({
  ...ofUsers,
  [user]: { ...ofUsers[user], ...part },
})
