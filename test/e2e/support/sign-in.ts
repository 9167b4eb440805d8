import type { Page } from 'playwright'
import { frameMessages } from '#shared/i18n/frame.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import type { Username } from './office.ts'
import { password } from './office.ts'
import type { OpenedWindow } from './window.ts'
import { openWindow } from './window.ts'
import { ar } from './words.ts'

/** Types name and password into the sign-in screen and waits for the frame. */
export async function signIn(page: Page, user: Username): Promise<void> {
  await page.getByLabel(ar(signInMessages.username)).fill(user)
  await page.getByRole('textbox', { name: ar(signInMessages.password) }).fill(password)
  await page.getByRole('button', { name: ar(signInMessages.signIn), exact: true }).click()
  await page.getByRole('navigation', { name: ar(frameMessages.navigation) }).waitFor()
}

/** The window of one user at a running host. */
export async function windowOf(address: string, user: Username): Promise<OpenedWindow> {
  const opened = await openWindow(address)
  await signIn(opened.page, user)
  return opened
}

/** A colleague's window beside it. */
export async function colleagueOf(opened: OpenedWindow, user: Username): Promise<OpenedWindow> {
  const beside = await opened.another()
  await signIn(beside.page, user)
  return beside
}
