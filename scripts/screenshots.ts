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
import { intakeMessages } from '#shared/i18n/intake.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { findBrowser } from './lib/browser.mjs'
import { ensureBuilt } from './lib/ensure-built.mjs'
import { root } from './lib/root.mjs'

const wanted = process.argv[2] ?? ''
const pictures = join(root, 'docs', 'screenshots')
const practicePassword = 'practice-1'

interface Scene {
  readonly page: Page
  readonly say: (message: PlainMessage) => string
}

interface Shot {
  readonly name: string
  readonly scheme?: 'dark'
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
  await page.evaluate(() => Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => null))))
}

const at = (address: string) => ({ page }: Scene): Promise<void> => visit(page, address)

/** Opens the first case of a queue, as a person does. */
const firstOf = (queue: string) => async ({ page }: Scene): Promise<void> => {
  await visit(page, `#/queues/${queue}`)
  await page.getByRole('row').nth(1).click()
  await page.waitForURL(/#\/cases\//)
  await settled(page)
}

async function fillForm({ page, say }: Scene): Promise<void> {
  await visit(page, '#/register')
  await page.getByRole('textbox', { name: say(intakeMessages.key) }).fill('محمد')
  await page.getByRole('list', { name: say(intakeMessages.callers) }).getByRole('button').first().click()
  await page.getByRole('radio', { name: say(typeLabels.complaint), exact: true }).check()
  await page.getByRole('textbox', { name: say(intakeMessages.subject) }).first().fill('تأخر إصدار رخصة البناء')
  await page.getByRole('textbox', { name: say(intakeMessages.text) }).fill('قدّمت طلب رخصة البناء قبل شهرين ودفعت الرسوم، ولم يصلني جواب حتى اليوم.')
  await settled(page)
}

async function register(scene: Scene): Promise<void> {
  const { page, say } = scene
  await fillForm(scene)
  await page.getByRole('combobox', { name: say(intakeMessages.subjects) }).click()
  await page.getByRole('option').first().click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('heading', { level: 1, name: say(intakeMessages.registeredTitle) }).waitFor()
  await page.locator('iframe').waitFor()
  await settled(page)
}

async function openStep(scene: Scene, queue: string, key: string): Promise<void> {
  await firstOf(queue)(scene)
  await scene.page.keyboard.press('a')
  await scene.page.keyboard.press(key)
  await settled(scene.page)
}

const shots: readonly Shot[] = [
  { name: 'queue', prepare: at('#/queues/all_open') },
  { name: 'register', prepare: fillForm },
  { name: 'registered', prepare: register },
  { name: 'case', prepare: firstOf('awaiting_departments') },
  { name: 'triage', prepare: (scene) => openStep(scene, 'to_triage', 'c') },
  { name: 'search', prepare: at('#/search?text=رخصة') },
  { name: 'dashboard', prepare: at('#/dashboard') },
  { name: 'reports', prepare: at('#/reports') },
  { name: 'settings-users', prepare: at('#/settings/users') },
  { name: 'settings-calendar', prepare: at('#/settings/calendar') },
  { name: 'palette', prepare: async ({ page }) => (await visit(page, '#/queues/all'), await page.keyboard.press('Control+k'), await page.keyboard.type('رخصة'), settled(page)) },
  { name: 'case-dark', scheme: 'dark', prepare: firstOf('awaiting_departments') },
  { name: 'dashboard-dark', scheme: 'dark', prepare: at('#/dashboard') },
]

/** Starts the host and gives its address; `stop` ends it. */
async function startHost(args: readonly string[]): Promise<{ readonly address: string; readonly stop: () => void }> {
  const child = spawn(process.execPath, [join(root, 'out/browser-host/main.cjs'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) return { address: line, stop: () => child.kill('SIGTERM') }
  }
  throw new Error('The browser host ended without an address.')
}

const shotOf = (page: Page, name: string, language: Language): Promise<unknown> => page.screenshot({ path: join(pictures, `${name}-${language}.png`) })

async function signIn({ page, say }: Scene): Promise<void> {
  await page.getByLabel(say(signInMessages.username)).fill('nadia')
  await page.getByRole('textbox', { name: say(signInMessages.password) }).fill(practicePassword)
  await page.keyboard.press('Enter')
  await settled(page)
  await page.getByRole('navigation').first().waitFor()
}

/** The language and the theme as the window keeps them on this machine. */
async function setLook(page: Page, language: Language, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate(
    (preferences) => window.localStorage.setItem('insaf-preferences', JSON.stringify({ state: { preferences }, version: 0 })),
    { language, scheme, digits: 'latin', hijri: false },
  )
  await page.reload()
  await settled(page)
}

async function takeAll(page: Page, language: Language): Promise<void> {
  const say = (message: PlainMessage): string => message[language]
  for (const scheme of ['light', 'dark'] as const) {
    await setLook(page, language, scheme)
    for (const shot of shots.filter((one) => (one.scheme ?? 'light') === scheme && one.name.includes(wanted))) {
      try {
        await shot.prepare({ page, say })
        await shotOf(page, shot.name, language)
        console.log(`${shot.name}-${language}.png`)
      } catch (error) {
        process.exitCode = 1
        console.error(`${shot.name}-${language}: ${String(error).slice(0, 400)}`)
        await page.reload()
      }
    }
  }
}

async function main(): Promise<void> {
  ensureBuilt()
  mkdirSync(pictures, { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'insaf-screenshots-'))
  const browser = await chromium.launch({ executablePath: findBrowser() ?? undefined, args: ['--no-sandbox'] })
  const hosts = [await startHost(['--data', join(folder, 'empty')]), await startHost(['--data', join(folder, 'practice'), '--demo'])] as const
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
    const page = await context.newPage()
    await page.goto(hosts[1].address)
    for (const language of ['en', 'ar'] as const) {
      await setLook(page, language, 'light')
      await shotOf(page, 'sign-in', language)
    }
    await signIn({ page, say: (message) => message.ar })
    for (const language of ['ar', 'en'] as const) await takeAll(page, language)
  } finally {
    await browser.close()
    for (const host of hosts) host.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
}

await main()
