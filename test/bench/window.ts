import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright'
import type { Browser, Page } from 'playwright'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { must } from '#shared/lib/assert.ts'

/*
 * From the start of the program to a window that can be worked in, as a person waits for it: `scripts/start.mjs` in a process
 * of its own (host and core, built), then its address in a Chromium that runs already, as the browser of a desk does.
 */
export interface WindowStart {
  /** Milliseconds from the start of the process: the host serves the window; the core may still be opening the office. */
  readonly served: number
  /** To the first paint in the browser. */
  readonly painted: number
  /** To the sign-in form that takes a name. */
  readonly form: number
  /** From the press of “Sign in” to the queue of all open cases with its rows. */
  readonly queue: number
}

const root = join(import.meta.dirname, '../..')
const patienceMs = 60_000
const password = 'practice-1'

/** Builds the program where it is not built yet: what is measured is what an office runs. */
export function build(): void {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'scripts/build.mjs')], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
}

/** Chromium as the browser tests find it; null where there is none. */
export async function openBrowser(): Promise<Browser | null> {
  const executablePath = process.env['INSAF_BROWSER'] || '/usr/bin/chromium'
  return existsSync(executablePath) ? chromium.launch({ executablePath, args: ['--no-sandbox'] }) : null
}

/** Starts the program on a practice office and signs in at its window; ends both. */
export async function startWindow(browser: Browser, folder: string): Promise<WindowStart> {
  const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ar-SA' })
  context.setDefaultTimeout(patienceMs)
  const page = await context.newPage()
  const begun = performance.now()
  const origin = performance.timeOrigin + begun
  const child = spawn(
    process.execPath,
    [join(root, 'scripts/start.mjs'), '--browser', '--data', folder, '--port', '0'],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  try {
    const address = await addressOf(child)
    const served = performance.now() - begun
    await page.goto(address, { waitUntil: 'commit' })
    const user = page.getByLabel(signInMessages.username.ar)
    await user.click()
    const form = performance.now() - begun
    const painted = (await firstPaint(page)) - origin
    return { served, painted, form, queue: await signIn(page) }
  } finally {
    await context.close()
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
  }
}

async function addressOf(child: ChildProcess): Promise<string> {
  for await (const line of createInterface({ input: must(child.stdout, 'its output is piped') }))
    if (line.startsWith('http://127.0.0.1:')) return line
  throw new Error('the program ended without an address')
}

/** On the wall's clock, so that it can be compared with the start of another process. */
const firstPaint = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const [paint] = performance.getEntriesByName('first-contentful-paint')
    return performance.timeOrigin + (paint?.startTime ?? Number.NaN)
  })

async function signIn(page: Page): Promise<number> {
  // The place that is asked for before signing in is where one comes to: the longest list, whoever it is.
  await page.evaluate(() => {
    location.hash = '#/queues/all_open'
  })
  await page.getByLabel(signInMessages.username.ar).fill('admin')
  await page.getByRole('textbox', { name: signInMessages.password.ar }).fill(password)
  const pressed = performance.now()
  await page.getByRole('button', { name: signInMessages.signIn.ar, exact: true }).click()
  await page
    .getByRole('grid')
    .getByText(/BEN-\d\d-\d{6}-\d/)
    .first()
    .click({ trial: true })
  return performance.now() - pressed
}
