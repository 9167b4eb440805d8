/**
 * `npm test`: every test, from a fresh clone. Runs on Node 20 with nothing installed. `-- TEXT` runs the files whose path
 * holds the text. Says what failed and why, in one line what could not be run, and in one what passed only on its second
 * try; the last line is `N passed, N failed, N skipped`.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { ensureInstalled } from './lib/ensure-installed.mjs'
import { root } from './lib/root.mjs'
import { findTestElectron, withDisplay } from './lib/test-electron.mjs'
import { runProject } from './lib/vitest-run.mjs'

const filters = process.argv.slice(2)
const effort = process.env.INSAF_EFFORT ?? '1'
const missing = []

function lookForData() {
  const found = [process.env.INSAF_TEST_DATA, join(root, '..', 'shared', 'data')].some(
    (path) => path && existsSync(path),
  )
  if (!found) missing.push('real documents (no INSAF_TEST_DATA and no ../shared/data; the made-up ones were used)')
}

function lookForBrowser() {
  const path = findBrowser()
  if (path === null) missing.push('the window in a browser (no Chromium; install one or set INSAF_BROWSER)')
  return path === null ? {} : { INSAF_BROWSER: path }
}

async function lookForElectron() {
  const { binary, reason } = await findTestElectron()
  if (binary === undefined) missing.push(`the shell in Electron (${reason}; set INSAF_ELECTRON)`)
  return { INSAF_ELECTRON: binary ?? '' }
}

async function runAll(tools) {
  const env = { INSAF_EFFORT: effort, ...tools }
  const small = await runProject('unit', { filters, env })
  const whole = await withDisplay((display) => runProject('e2e', { filters, env: { ...env, ...display } }))
  return {
    passed: small.passed + whole.passed,
    failed: small.failed + whole.failed,
    skipped: [...small.skipped, ...whole.skipped],
    second: [...small.second, ...whole.second],
    reasons: [...small.reasons, ...whole.reasons],
  }
}

function close({ passed, failed, skipped, second, reasons }, seconds) {
  if (skipped.length > 0) missing.push(`${skipped.length} tests that skipped themselves: ${skipped.join('; ')}`)
  console.log(`effort: INSAF_EFFORT=${effort}, ${seconds} s`)
  for (const reason of reasons) console.log(`failed: ${reason}`)
  if (second.length > 0) console.log(`passed only on the second try: ${second.join('; ')}`)
  if (missing.length > 0) console.log(`could not run: ${missing.join(', ')}`)
  console.log(`${passed} passed, ${failed} failed, ${skipped.length} skipped`)
}

async function test() {
  const began = Date.now()
  ensureInstalled()
  ensureBuilt()
  lookForData()
  const counts = await runAll({ ...lookForBrowser(), ...(await lookForElectron()) })
  close(counts, Math.round((Date.now() - began) / 1000))
  // A run of nothing proves nothing.
  process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0
}

test().catch((error) => {
  console.error(error.message)
  console.log('0 passed, 1 failed, 0 skipped')
  process.exitCode = 1
})
