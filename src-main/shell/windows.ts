import { join } from 'node:path'
import { BrowserWindow, app, dialog, screen } from 'electron'
import type { Language, PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { editMenu } from './menu.ts'
import { ownOrigin, ownPage } from './origin.ts'
import { openingOf, readPlace, rememberPlace, smallest } from './window-place.ts'

interface WindowOptions {
  readonly debug: boolean
  readonly demo: boolean
  readonly language: () => Language
}

const placeFile = (): string => join(app.getPath('userData'), 'window.json')

/** Opens a window of the program: sandboxed, isolated, at the place where the last one stood. */
export function openWindow(options: WindowOptions): BrowserWindow {
  const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
  const { bounds, maximized } = openingOf(readPlace(placeFile()), screens, BrowserWindow.getAllWindows().length)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: smallest.width,
    minHeight: smallest.height,
    show: false,
    backgroundColor: '#f6f7f9',
    title: titleOf(options, translate(shellMessages.product, options.language())),
    webPreferences: {
      preload: join(import.meta.dirname, 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      spellcheck: true,
      devTools: options.debug,
    },
  })
  if (maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  rememberPlace(window, placeFile())
  watchTitle(window, options)
  offerEditMenu(window, options.language)
  reviveAfterFall(window)
  askBeforeClosing(window, options.language)
  void window.loadURL(ownPage)
  return window
}

/** Without this a window that holds something unsaved would neither close nor say why. */
function askBeforeClosing(window: BrowserWindow, language: () => Language): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const say = (message: PlainMessage): string => translate(message, language())
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      message: say(shellMessages.unsavedTitle),
      detail: say(shellMessages.unsavedText),
      buttons: [say(shellMessages.stayHere), say(shellMessages.closeUnsaved)],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    })
    // Preventing the prevention: the window closes.
    if (choice === 1) event.preventDefault()
  })
}

/** Practice is never mistaken for the real thing, also in the list of windows (G-08). */
const titleOf = ({ demo, language }: WindowOptions, title: string): string =>
  demo ? translate(shellMessages.practiceTitle, language(), { title }) : title

function watchTitle(window: BrowserWindow, options: WindowOptions): void {
  window.on('page-title-updated', (event, title) => {
    event.preventDefault()
    window.setTitle(titleOf(options, title))
  })
}

function offerEditMenu({ webContents }: BrowserWindow, language: () => Language): void {
  webContents.on('context-menu', (_event, { isEditable, selectionText, dictionarySuggestions }) => {
    if (!isEditable && selectionText === '') return
    editMenu(language(), dictionarySuggestions, (word) => webContents.replaceMisspelling(word)).popup()
  })
}

const mostFalls = 3
const fallsWithinMs = 60_000

/** A page that fell is loaded anew, with its session and its drafts; one that keeps falling is left for a person. */
function reviveAfterFall({ webContents }: BrowserWindow): void {
  let falls: readonly number[] = []
  webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit') return
    console.error(`page: ${reason}`)
    const now = performance.now()
    falls = [...falls.filter((at) => now - at < fallsWithinMs), now]
    // Electron is still putting the old page away.
    if (falls.length <= mostFalls) setImmediate(() => webContents.isDestroyed() || webContents.reload())
  })
}

const spellings = { ar: ['ar'], en: ['en-US', 'en-GB', 'en'] } as const

/**
 * The spell checker reads the language of the window. Dictionaries are looked for beside the program, never on a
 * network; where the system brings its own (macOS) it chooses the language itself.
 */
export function setSpelling({ webContents: { session } }: BrowserWindow, language: Language): void {
  if (process.platform === 'darwin') return
  session.setSpellCheckerDictionaryDownloadURL(`${ownOrigin}/dictionaries/`)
  const known = spellings[language].find((code) => session.availableSpellCheckerLanguages.includes(code))
  session.setSpellCheckerLanguages(known === undefined ? [] : [known])
}
