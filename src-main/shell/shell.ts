/**
 * Joins the shell's parts once Electron is ready: scheme, guards, core, ports, menu, windows. The windows open at once
 * and wait for the core, which starts beside them.
 */
import { BrowserWindow, app, dialog, session, shell } from 'electron'
import { CoreWatch } from '#main/host/core-watch.ts'
import type { HostOptions } from '#main/host/options.ts'
import { windowFolder } from '#main/host/window-files.ts'
import { translate } from '#shared/i18n/messages.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { answerWindows } from './answer-window.ts'
import { askToTryAgain, endWith } from './core-trouble.ts'
import { guardSession } from './guards.ts'
import { coreLauncher } from './launch-core.ts'
import { setMenu } from './menu.ts'
import { answerSecret, keyChain } from './secret-chain.ts'
import { serveScheme } from './serve-scheme.ts'
import type { ShellCore } from './shell-core.ts'
import { WindowPorts } from './window-ports.ts'
import { openWindow, setSpelling } from './windows.ts'

export interface Shell {
  readonly openWindow: () => void
  /** Brings the program to the front. */
  readonly focus: () => void
  readonly stop: () => Promise<void>
}

export function startShell(options: HostOptions): Shell | null {
  const launch = coreLauncher(app.getAppPath())
  if (launch === null) {
    endWith(shellMessages.noNode, 1)
    return null
  }
  const ports = new WindowPorts()
  const core = startCore(options, { launch, ports })
  guardSession(session.defaultSession)
  serveScheme({ renderer: windowFolder(), socket: core.socket })
  ports.listen()
  const open = startWindows(options)
  open()
  return { openWindow: open, focus: () => focus(open), stop: () => core.watch.stop() }
}

interface CoreParts {
  readonly launch: () => ShellCore
  readonly ports: WindowPorts
}

function startCore({ dataDir, demo }: HostOptions, { launch, ports }: CoreParts) {
  let listening: string | null = null
  const watch: CoreWatch<ShellCore> = new CoreWatch({
    launch,
    start: { dataDir, demo, secrets: keyChain() },
    onUp: (child, socket) => {
      listening = socket
      ports.coreUp(child)
    },
    onDown: (code) => {
      ports.coreDown()
      console.error(translate(shellMessages.coreRestarted, 'en', { code: code ?? '–' }))
    },
    onRefused: (error) => endWith(error, 2),
    onGivenUp: () => void decideAfterGivenUp(watch),
    onMessage: (child, message) => {
      if (message.kind === 'secret') answerSecret(child, message)
    },
  })
  watch.start()
  return { watch, socket: () => listening }
}

async function decideAfterGivenUp(watch: CoreWatch<ShellCore>): Promise<void> {
  if (await askToTryAgain()) watch.tryAgain()
  else app.quit()
}

/** Menu and windows in the language that the window tells; Arabic until one does. */
function startWindows(options: HostOptions): () => void {
  const debug = process.env['INSAF_DEBUG'] !== undefined
  let language: Language = 'ar'
  const open = (): void => setSpelling(openWindow({ debug, demo: options.demo, language: () => language }), language)
  const setLanguage = (next: Language): void => {
    language = next
    for (const window of BrowserWindow.getAllWindows()) setSpelling(window, next)
    setMenu(next, {
      debug,
      newWindow: open,
      print: () => BrowserWindow.getFocusedWindow()?.webContents.print(),
      showData: () => void shell.openPath(options.dataDir),
      about: () => void showAbout(next, options.dataDir),
    })
  }
  answerWindows({ language: () => language, setLanguage })
  setLanguage(language)
  return open
}

function showAbout(language: Language, folder: string): Promise<unknown> {
  return dialog.showMessageBox({
    type: 'info',
    title: translate(shellMessages.about, language),
    message: translate(shellMessages.product, language),
    detail: translate(shellMessages.aboutText, language, { version: app.getVersion(), folder }),
    buttons: [translate(shellMessages.ok, language)],
  })
}

function focus(open: () => void): void {
  const [window] = BrowserWindow.getAllWindows()
  if (window === undefined) return open()
  if (window.isMinimized()) window.restore()
  window.focus()
}
