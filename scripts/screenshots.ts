/**
 * `npm run screenshots`: the main screens with practice data, in both languages, into docs/screenshots. Needs what the
 * end-to-end tests need: a build and a Chromium. `-- NAME` makes only pictures whose name holds the text.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from 'playwright'
import type { Page } from 'playwright'
import { caseMessages } from '#shared/i18n/case.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { reportsMessages } from '#shared/i18n/reports.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { conflictMessages } from '#shared/i18n/conflict.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { syncMessages } from '#shared/i18n/sync.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { findBrowser } from './lib/browser.mjs'
import { conflictingOffice, conflictPassword } from './lib/conflicting-office.ts'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { root } from './lib/root.mjs'

const wanted = process.argv[2] ?? ''
const pictures = join(root, 'docs', 'screenshots')
const practicePassword = 'practice-1'

interface Scene {
  readonly page: Page
  readonly language: Language
  readonly say: (message: PlainMessage) => string
}

interface Shot {
  readonly name: string
  readonly scheme?: 'dark'
  /** Signed in as the administrator instead of the team's head, or in an office that has joined a server. */
  readonly as?: 'admin' | 'joined'
  readonly prepare: (scene: Scene) => Promise<void>
}

async function visit(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash
  }, address)
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await settled(page)
}

async function settled(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForFunction(() => document.querySelector('[aria-busy=true], .mantine-Skeleton-root') === null)
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))),
  )
}

const at =
  (address: string) =>
  ({ page }: Scene): Promise<void> =>
    visit(page, address)

/** Opens the first case of a queue, as a person does. */
const firstOf =
  (queue: string) =>
  async ({ page, say }: Scene): Promise<void> => {
    await visit(page, `#/queues/${queue}`)
    await page.getByRole('row').nth(1).click()
    await page.waitForURL(/#\/cases\//)
    await page.getByRole('complementary', { name: say(caseMessages.side) }).waitFor()
    await settled(page)
  }

const typed = {
  ar: {
    subject: 'تأخر إصدار رخصة البناء',
    text: 'قدّمت طلب رخصة البناء قبل شهرين ودفعت الرسوم، ولم يصلني جواب حتى اليوم.',
  },
  en: {
    subject: 'Building permit delayed',
    text: 'I applied for a building permit two months ago and paid the fees. I have had no answer since.',
  },
} as const

async function fillForm({ page, say, language }: Scene): Promise<void> {
  await visit(page, '#/register')
  await page.getByRole('textbox', { name: say(intakeMessages.key) }).fill('محمد')
  await page
    .getByRole('list', { name: say(intakeMessages.callers) })
    .getByRole('button')
    .first()
    .click()
  await page.getByRole('radio', { name: say(typeLabels.complaint), exact: true }).check()
  await page.getByRole('combobox', { name: say(intakeMessages.subjects) }).click()
  await page.getByRole('option').nth(3).click()
  await page.keyboard.press('Escape')
  await page
    .getByRole('textbox', { name: say(intakeMessages.subject) })
    .first()
    .fill(typed[language].subject)
  await page.getByRole('textbox', { name: say(intakeMessages.text) }).fill(typed[language].text)
  await settled(page)
  await page.evaluate(() =>
    document.querySelectorAll('*').forEach((part) => part.scrollTo({ top: 0, behavior: 'instant' })),
  )
}

/** Goes on from the filled form. */
async function register({ page, say }: Scene): Promise<void> {
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: say(intakeMessages.registeredTitle) }).waitFor()
  await page.locator('iframe').waitFor()
  // The paper is made as small as its place.
  await page.waitForFunction(() => {
    const paper = document.querySelector('iframe')
    return paper !== null && paper.getBoundingClientRect().width <= (paper.parentElement?.clientWidth ?? 0) + 1
  })
  await settled(page)
}

async function previewReport({ page, say }: Scene): Promise<void> {
  await visit(page, '#/reports')
  await page.getByRole('button', { name: say(reportsMessages.preview), exact: true }).click()
  await page.getByText(say(reportsMessages.reconciled)).waitFor()
  await settled(page)
}

async function classify(scene: Scene): Promise<void> {
  await firstOf('to_triage')(scene)
  await scene.page.keyboard.press('a')
  await scene.page.keyboard.press('c')
  await scene.page.getByRole('form', { name: scene.say(triageMessages.classify) }).waitFor()
  await settled(scene.page)
}

async function findInPalette({ page }: Scene): Promise<void> {
  await visit(page, '#/queues/all')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  await page.keyboard.type('رخصة')
  await page.getByRole('dialog').getByText(/PRC-/).first().waitFor()
  await settled(page)
}

/** The two intents side by side. */
async function openConflict({ page, say }: Scene): Promise<void> {
  await visit(page, '#/settings/sync')
  await page.getByRole('link', { name: say(syncMessages.settle) }).click()
  await page
    .getByRole('dialog', { name: say(conflictMessages.title) })
    .getByRole('table')
    .waitFor()
  await settled(page)
}

const shots: readonly Shot[] = [
  { name: 'queue', prepare: at('#/queues/all_open') },
  { name: 'register', prepare: fillForm },
  { name: 'registered', prepare: register },
  { name: 'case', prepare: firstOf('awaiting_departments') },
  { name: 'triage', prepare: classify },
  { name: 'search', prepare: at('#/search?text=رخصة') },
  { name: 'dashboard', prepare: at('#/dashboard') },
  { name: 'reports', prepare: previewReport },
  { name: 'settings-users', as: 'admin', prepare: at('#/settings/users') },
  { name: 'settings-calendar', prepare: at('#/settings/calendar') },
  { name: 'palette', prepare: findInPalette },
  { name: 'sync', as: 'joined', prepare: at('#/settings/sync') },
  { name: 'conflict', as: 'joined', prepare: openConflict },
  { name: 'case-dark', scheme: 'dark', prepare: firstOf('awaiting_departments') },
  { name: 'dashboard-dark', scheme: 'dark', prepare: at('#/dashboard') },
]

/** Starts the host and gives its address; `stop` ends it. */
async function startHost(args: readonly string[]): Promise<{ readonly address: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [join(root, 'out/browser-host/main.cjs'), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { address: line, stop: () => child.kill('SIGTERM') }
  }
  throw new Error('The browser host ended without an address.')
}

const shotOf = (page: Page, name: string, language: Language): Promise<unknown> =>
  page.screenshot({ path: join(pictures, `${name}-${language}.png`) })

async function signIn(page: Page, user: string, password = practicePassword): Promise<void> {
  await page.getByLabel(signInMessages.username.ar).fill(user)
  await page.getByRole('textbox', { name: signInMessages.password.ar }).fill(password)
  await page.keyboard.press('Enter')
  await settled(page)
  await page.getByRole('navigation').first().waitFor()
}

/** The language and the theme as the window keeps them on this machine, for whoever has signed in there. */
async function setLook(page: Page, language: Language, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (preferences) => {
      const name = 'insaf-preferences'
      const kept = JSON.parse(window.localStorage.getItem(name) ?? '{}') as { state?: { ofUsers?: object } }
      const users = Object.keys(kept.state?.ofUsers ?? {})
      const ofUsers = Object.fromEntries(users.map((user) => [user, preferences]))
      window.localStorage.setItem(name, JSON.stringify({ state: { preferences, ofUsers }, version: 0 }))
    },
    { language, scheme, digits: 'latin', hijri: false },
  )
  await page.reload()
  await settled(page)
}

interface Desks {
  readonly head: Page
  readonly admin: Page
  readonly joined: Page
}

async function takeAll(desks: Desks, language: Language): Promise<void> {
  for (const scheme of ['light', 'dark'] as const) {
    for (const page of Object.values(desks)) await setLook(page, language, scheme)
    for (const shot of shots.filter((one) => (one.scheme ?? 'light') === scheme && one.name.includes(wanted)))
      await take(shot, desks, language)
  }
}

async function take(shot: Shot, desks: Desks, language: Language): Promise<void> {
  const page = desks[shot.as ?? 'head']
  try {
    // Windows behind are drawn once a second, and a hand on the mouse marks what lies under it.
    await page.bringToFront()
    await page.mouse.move(0, 0)
    await shot.prepare({ page, language, say: (message) => message[language] })
    await page.mouse.move(0, 0)
    await shotOf(page, shot.name, language)
    console.log(`${shot.name}-${language}.png`)
  } catch (error) {
    // One that fails must not keep the others from being taken.
    process.exitCode = 1
    console.error(`${shot.name}-${language}: ${String(error).slice(0, 400)}`)
  }
}

async function main(): Promise<void> {
  ensureBuilt()
  mkdirSync(pictures, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'insaf-screenshots-'))
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox'] })
  const hosts = [
    await startHost(['--data', join(folder, 'empty')]),
    await startHost(['--data', join(folder, 'practice'), '--demo']),
    await conflictingOffice(join(folder, 'joined'), startHost),
  ] as const
  try {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'ar-SA' })
    context.setDefaultTimeout(10_000)
    const empty = await context.newPage()
    await empty.goto(hosts[0].address)
    for (const language of ['ar', 'en'] as const) {
      await setLook(empty, language, 'light')
      await empty.getByRole('button', { name: setupMessages.next[language] }).click()
      await shotOf(empty, 'set-up', language)
    }
    const head = await context.newPage()
    await head.goto(hosts[1].address)
    for (const language of ['en', 'ar'] as const) {
      await setLook(head, language, 'light')
      await shotOf(head, 'sign-in', language)
    }
    const admin = await context.newPage()
    await admin.goto(new URL('/', hosts[1].address).href)
    await signIn(admin, 'admin')
    await signIn(head, 'nadia')
    const joined = await context.newPage()
    await joined.goto(hosts[2].address)
    await signIn(joined, 'amal', conflictPassword)
    for (const language of ['ar', 'en'] as const) await takeAll({ head, admin, joined }, language)
  } finally {
    await browser.close()
    for (const host of hosts) host.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

await main()
