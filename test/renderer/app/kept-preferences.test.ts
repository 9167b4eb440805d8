import { expect, it } from 'vitest'
import { officeChanged, signedIn, signedOut, switched } from '#renderer/app/kept-preferences.ts'
import type { KeptPreferences } from '#renderer/app/kept-preferences.ts'

const fresh: KeptPreferences = {
  preferences: { language: 'ar', scheme: 'light', digits: 'latin', hijri: false },
  ofUsers: {},
  user: null,
  before: {},
}

const given = { language: 'ar', digits: 'arabic', hijri: true } as const

it('UI-10 a language that a user switched stays his at the next sign-in, also after another was here', () => {
  const hers = signedOut(switched(signedIn(fresh, 'her', given), { language: 'en' }))
  const his = signedIn(hers, 'him', given)
  expect(his.preferences.language).toBe('ar')
  expect(signedIn(signedOut(his), 'her', given).preferences).toMatchObject({ language: 'en', digits: 'arabic' })
})

it('UI-10 a language chosen before signing in is the choice of whoever signs in, and of nobody after', () => {
  const signed = signedIn(switched(fresh, { language: 'en' }), 'her', given)
  expect(signed.preferences).toEqual({ language: 'en', scheme: 'light', digits: 'arabic', hijri: true })
  expect(signedIn(signedOut(signed), 'him', given).preferences.language).toBe('ar')
})

it('UI-10 whoever switched nothing here has the language that his account has by now', () => {
  const first = signedOut(signedIn(fresh, 'her', given))
  expect(signedIn(first, 'her', { ...given, language: 'en' }).preferences.language).toBe('en')
})

it('UI-10 an open window follows the office’s digits and calendar, but for what its user chose himself', () => {
  const open = signedIn(fresh, 'her', { ...given, digits: 'latin', hijri: false })
  expect(officeChanged(open, given).preferences).toMatchObject({ digits: 'arabic', hijri: true })
  const chosen = switched(open, { digits: 'latin' })
  expect(officeChanged(chosen, given).preferences).toMatchObject({ digits: 'latin', hijri: true })
})
