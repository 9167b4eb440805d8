import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright'
import type { Browser, BrowserContext, Page } from 'playwright'
import { onTestFinished } from 'vitest'
import { builtProgram } from './built-program.ts'

export interface OpenedWindow {
  readonly page: Page
  /** Addresses of everything the windows of this profile asked for, in order. */
  readonly requests: readonly string[]
  /** What the page said in its console, errors that nobody caught included. */
  readonly messages: readonly string[]
  /** Another window of the same profile, as the token of the address is good for one profile only. */
  readonly another: () => Promise<OpenedWindow>
}

interface Look {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly scheme?: 'light' | 'dark'
}

// The common screen of a counter.
const counterScreen = { width: 1366, height: 768 }

let started: Promise<Browser> | null = null

/** One browser for all windows of a test file; it ends with the file's process. */
function browser(): Promise<Browser> {
  started ??= chromium.launch({
    executablePath: process.env['INSAF_BROWSER'] || '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  return started
}

/** Opens the address in a fresh profile. When the test fails, picture, console and tree of every window stay in test-results. */
export async function openWindow(address: string, look: Look = {}): Promise<OpenedWindow> {
  const options = {
    viewport: look.viewport ?? counterScreen,
    colorScheme: look.scheme ?? ('light' as const),
    locale: 'ar-SA',
  }
  const context = await (await browser()).newContext(options)
  context.setDefaultTimeout(10_000)
  const requests: string[] = []
  context.on('request', (request) => requests.push(request.url()))
  // Last in, first out: closed after every window has kept its evidence.
  onTestFinished(() => close(context))
  return openPage(context, address, requests)
}

async function openPage(context: BrowserContext, address: string, requests: string[]): Promise<OpenedWindow> {
  const page = await context.newPage()
  const messages: string[] = []
  page.on('websocket', (socket) => requests.push(socket.url()))
  page.on('console', (message) => messages.push(`${message.type()}: ${message.text()}`))
  page.on('pageerror', (error) => messages.push(`uncaught: ${error.stack ?? error.message}`))
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(page, task.name, messages)
  })
  await page.goto(address)
  return { page, requests, messages, another: () => openPage(context, new URL('/', address).href, requests) }
}

let kept = 0

async function keepEvidence(page: Page, test: string, messages: readonly string[]): Promise<void> {
  mkdirSync(builtProgram.results, { recursive: true })
  kept += 1
  const place = join(builtProgram.results, `${test.replace(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80)}-${kept}`)
  await page.screenshot({ path: `${place}.png` }).catch(() => null)
  const tree = await page
    .locator('body')
    .ariaSnapshot()
    .catch((error: unknown) => String(error))
  writeFileSync(`${place}.txt`, [page.url(), ...messages, '', tree].join('\n'))
}

// A page that hangs must not hang the run.
const close = (context: BrowserContext): Promise<void> => context.close().catch(() => undefined)
