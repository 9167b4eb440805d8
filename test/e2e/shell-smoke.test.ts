import { spawn } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { describe, expect, test } from 'vitest'
import type { ShellApi } from '#shared/contract/desktop/shell.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { setupMessages } from '#shared/i18n/setup.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { signInMessages } from '#shared/i18n/sign-in.ts'
import { must } from '#shared/lib/assert.ts'
import { startBrowserHost } from './support/browser-host.ts'
import type { Desktop } from './support/desktop.ts'
import { desktopArguments, desktopEnvironment, electronPath, openDesktop, settingsHome } from './support/desktop.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { emptyFolder, makeOffice } from './support/office.ts'
import { setUpByHand } from './support/set-up.ts'
import { signIn } from './support/sign-in.ts'
import { ar } from './support/words.ts'

// The program's own page; the compiler of the tests knows no `window.insaf`.
type OwnWindow = Window & { readonly insaf: ShellApi }

describe.skipIf(electronPath === '')('M5 the shell in a real Electron', () => {
  test('S1 C-02 G-02: set-up, sign-in and a phone case; the core is killed and the window recovers; reopened it stands where it stood', async () => {
    const dataDir = join(emptyFolder(), 'data')
    const home = settingsHome()
    const first = await openDesktop(dataDir, home)
    await setUpByHand(first.page)
    await expect.poll(() => titleOf(first)).toContain('مكتب شكاوى الرياض')
    const number = await takePhoneCase(first.page)

    await killCore(first)
    await first.page.getByRole('button', { name: ar(frameMessages.standAlone) }).waitFor()
    await findCase(first.page, number)

    const place = { x: 60, y: 40, width: 1111, height: 700 }
    await first.app.evaluate(({ BrowserWindow }, bounds) => BrowserWindow.getAllWindows()[0]?.setBounds(bounds), place)
    await first.close()

    const second = await openDesktop(dataDir, home)
    expect(await boundsOf(second)).toEqual(place)
    await signIn(second.page, 'admin')
    await findCase(second.page, number)
  })

  test('S14: a page has no Node, runs no script that is not the program’s, goes nowhere and is given no right', async () => {
    const { app, page } = await openDesktop(join(emptyFolder(), 'data'), settingsHome(), [
      '--use-fake-device-for-media-stream',
    ])
    await page.getByRole('heading', { name: ar(setupMessages.welcome) }).waitFor()
    const here = page.url()
    expect(
      await page.evaluate(() =>
        ['require', 'process', 'module', 'Buffer', 'electron'].filter((name) => name in globalThis),
      ),
    ).toEqual([])
    const seen = await page.evaluate(() => Object.keys((window as unknown as OwnWindow).insaf).sort())
    expect(seen).toEqual(['connect', 'dialogs', 'pathOf', 'platform', 'print', 'setLanguage'])
    const preferences = await app.evaluate(({ webContents }) =>
      webContents
        .getAllWebContents()
        .map((contents) =>
          (contents as unknown as { getLastWebPreferences(): Record<string, unknown> }).getLastWebPreferences(),
        ),
    )
    for (const each of preferences)
      expect(each).toMatchObject({ sandbox: true, contextIsolation: true, nodeIntegration: false })
    const hasTools = await app.evaluate(({ webContents }) => {
      const [contents] = webContents.getAllWebContents()
      contents?.openDevTools()
      return contents?.isDevToolsOpened()
    })
    expect(hasTools).toBe(false)

    expect(await runInlineScript(page)).toBe('blocked')
    expect(
      await page.evaluate(() =>
        fetch('http://127.0.0.1:9/').then(
          () => 'fetched',
          () => 'blocked',
        ),
      ),
    ).toBe('blocked')
    expect(await page.evaluate(() => window.open('http://127.0.0.1:9/') === null)).toBe(true)
    await page.evaluate(() => {
      window.location.href = 'http://127.0.0.1:9/'
    })
    await page.evaluate(() => {
      window.location.href = 'insaf://elsewhere/index.html'
    })
    await page.evaluate(() => document.body.append(document.createElement('webview')))
    expect(page.url()).toBe(here)
    expect(app.windows()).toHaveLength(1)
    // Asked in the page itself: a locator would wait for the end of a navigation that never began.
    expect(await page.evaluate(() => document.body.textContent)).toContain(ar(setupMessages.welcome))

    const states = await page.evaluate(async () => {
      const ask = async (name: string) => (await navigator.permissions.query({ name: name as PermissionName })).state
      return {
        camera: await ask('camera'),
        microphone: await ask('microphone'),
        place: await ask('geolocation'),
        notices: await ask('notifications'),
      }
    })
    expect(states).toMatchObject({ camera: 'granted', microphone: 'denied', place: 'denied', notices: 'denied' })
    expect(await useMedia(page, { video: true })).toBe('given')
    expect(await useMedia(page, { audio: true })).toBe('NotAllowedError')
    expect(await useMedia(page, { video: true, audio: true })).toBe('NotAllowedError')
  })

  test('R-04: a receipt becomes a PDF of its own size, and nothing in it is run', async () => {
    const { app, page } = await openDesktop(makeOffice().dataDir, settingsHome())
    await signIn(page, 'desk')
    await takePhoneCase(page)
    const receipt = must(await page.locator('iframe').first().getAttribute('srcdoc'), 'the receipt is shown')
    const path = join(emptyFolder(), 'receipt.pdf')
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: chosen })
    }, path)
    const html = `${receipt}<script>document.title = 'run'</script><img src="http://127.0.0.1:9/x.png">`
    const saved = await page.evaluate(
      (content) =>
        (window as unknown as OwnWindow).insaf.print.savePdf({ html: content, paper: 'a5', name: 'receipt' }),
      html,
    )
    expect(saved).toBe(path)
    const pdf = readFileSync(path, 'latin1')
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    // A page's title becomes the PDF's.
    expect(pdf).not.toContain('(run)')
    const box = must(/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/.exec(pdf), 'a page has a size')
    // A5 in points.
    expect([Number(box[1]), Number(box[2])].map(Math.round)).toEqual([420, 595])
  })

  test('C-05 C-10: a chosen file goes by its path, a picture without one as bytes, nothing without a session', async () => {
    const office = makeOffice()
    const { page } = await openDesktop(office.dataDir, settingsHome())
    await signIn(page, 'desk')
    const form = intakeForm(page)
    await form.open()
    const path = join(emptyFolder(), 'note.txt')
    writeFileSync(path, 'من القرص')
    await form.drop([path])
    await page.getByText('note.txt').first().waitFor()
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<input type="file" id="probe">'))
    await page.locator('#probe').setInputFiles(path)
    const known = await page.evaluate(() => {
      const { files } = document.getElementById('probe') as HTMLInputElement
      const { insaf } = window as unknown as OwnWindow
      return [...(files ?? []), new File(['x'], 'pasted.png')].map((file) => insaf.pathOf(file))
    })
    expect(known).toEqual([path, ''])
    const answer = await page.evaluate(async () => {
      const session = sessionStorage.getItem('insaf-session') ?? ''
      const bytes = new Uint8Array(3_000_000).fill(7)
      const put = await fetch('insaf://app/files/uploads?name=photo.bin', {
        method: 'PUT',
        headers: { 'x-insaf-session': session },
        body: bytes,
      })
      const stranger = await fetch('insaf://app/files/uploads?name=x', { method: 'PUT', body: bytes.slice(0, 10) })
      const missing = await fetch('insaf://app/files/t/aaaaaaaaaaaaaaaaaaaaaaaa')
      return { put: (await put.json()) as unknown, stranger: stranger.status, missing: missing.status }
    })
    expect(answer).toMatchObject({ put: { ok: true, value: { size: 3_000_000 } }, stranger: 401, missing: 404 })
  })

  test('S12: a second start on the same folder ends and leaves the first one in front', async () => {
    const dataDir = join(emptyFolder(), 'data')
    const home = settingsHome()
    const { page } = await openDesktop(dataDir, home)
    await page.getByRole('heading', { name: ar(setupMessages.welcome) }).waitFor()
    const second = spawn(electronPath, desktopArguments(dataDir), { env: desktopEnvironment(home), stdio: 'ignore' })
    expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(0)
    expect(await page.getByRole('heading', { name: ar(setupMessages.welcome) }).isVisible()).toBe(true)
  })

  test('S12: a folder that the browser host holds is not opened; it is said in both languages which process holds it', async () => {
    const dataDir = join(emptyFolder(), 'data')
    const host = await startBrowserHost(dataDir)
    const second = spawn(electronPath, desktopArguments(dataDir), {
      env: desktopEnvironment(settingsHome()),
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    const said: string[] = []
    second.stderr.on('data', (part: Buffer) => said.push(part.toString('utf8')))
    expect(await new Promise((resolve) => second.once('close', resolve))).toBe(2)
    expect(said.join('')).toContain(`(process ${host.corePid()})`)
    expect(said.join('')).toContain(`(رقم العملية ${host.corePid()})`)
  })

  test('S1: a page that falls is loaded anew in its window', async () => {
    const { app, page } = await openDesktop(join(emptyFolder(), 'data'), settingsHome())
    await page.getByRole('heading', { name: ar(setupMessages.welcome) }).waitFor()
    await app.evaluate(
      ({ webContents }) =>
        new Promise<void>((done) => {
          const [contents] = webContents.getAllWebContents()
          contents?.once('did-finish-load', () => done())
          contents?.forcefullyCrashRenderer()
        }),
    )
    const text = () =>
      app.evaluate(
        ({ webContents }) =>
          webContents.getAllWebContents()[0]?.executeJavaScript('document.body.textContent') as Promise<string>,
      )
    await expect.poll(text, { timeout: 15_000 }).toContain(ar(setupMessages.welcome))
  })

  test('G-08: practice mode needs no set-up and says what it is, in the window and in its title', async () => {
    const desktop = await openDesktop(join(emptyFolder(), 'practice'), settingsHome(), ['--demo'])
    const { page } = desktop
    await page.getByLabel(ar(signInMessages.username)).fill('admin')
    await page.getByRole('textbox', { name: ar(signInMessages.password) }).fill('practice-1')
    await page.getByRole('button', { name: ar(signInMessages.signIn), exact: true }).click()
    await page.getByText(ar(frameMessages.practice)).waitFor()
    expect(await titleOf(desktop)).toContain(ar(shellMessages.practiceTitle, { title: '' }).trim())
  })
})

const titleOf = ({ app }: Desktop): Promise<string> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getTitle() ?? '')

const boundsOf = ({ app }: Desktop): Promise<unknown> =>
  app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())

async function takePhoneCase(page: Page): Promise<string> {
  const form = intakeForm(page)
  await form.open()
  await form.chooseChannel('phone')
  await form.given.fill('فهد')
  await form.family.fill('الدوسري')
  await form.mobile.fill('0551234567')
  await form.chooseType('inquiry')
  await form.subject.fill('موعد إصدار رخصة البناء')
  await form.text.fill('يسأل عن المدة المتبقية لإصدار رخصة البناء.')
  await form.save()
  return shownNumber(page)
}

/** As a power cut would; the shell starts another. */
async function killCore(desktop: Desktop): Promise<void> {
  const before = must(desktop.corePid(), 'a core runs')
  process.kill(before, 'SIGKILL')
  await expect.poll(() => desktop.corePid(), { timeout: 10_000 }).not.toSatisfy((pid) => pid === before || pid === null)
}

async function findCase(page: Page, number: string): Promise<void> {
  const search = page
    .getByRole('textbox', { name: ar(frameMessages.search) })
    .or(page.getByRole('searchbox', { name: ar(frameMessages.search) }))
  await search.first().fill(number)
  await search.first().press('Enter')
  await page.getByRole('main').getByText(number).first().waitFor()
}

function runInlineScript(page: Page): Promise<string> {
  return page.evaluate(() => {
    const script = document.createElement('script')
    script.textContent = 'window.wasRun = true'
    document.head.append(script)
    return 'wasRun' in window ? 'run' : 'blocked'
  })
}

function useMedia(page: Page, wanted: { readonly audio?: boolean; readonly video?: boolean }): Promise<string> {
  return page.evaluate(
    (asked) =>
      navigator.mediaDevices.getUserMedia(asked).then(
        () => 'given',
        (error: Error) => error.name,
      ),
    wanted,
  )
}
