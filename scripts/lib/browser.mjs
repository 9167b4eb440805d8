/** A Chromium for the end-to-end tests: named, Playwright's own, the system's, or Debian's installed now. */
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { commandPath, installDebian } from './debian.mjs'

function playwrightsOwn() {
  const path = createRequire(import.meta.url)('playwright').chromium.executablePath()
  return path !== '' && existsSync(path) ? path : null
}

const systems = () => commandPath('chromium') ?? commandPath('chromium-browser') ?? commandPath('google-chrome')

/** Its path, or null. */
export function findBrowser() {
  const named = process.env.INSAF_BROWSER
  if (named !== undefined && named !== '') return existsSync(named) ? named : null
  return playwrightsOwn() ?? systems() ?? (installDebian(['chromium']) ? systems() : null)
}
