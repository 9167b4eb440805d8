/** What a window may ask of the shell, by the schemas of the contract; whoever else asks gets nothing. */
import { BrowserWindow, dialog, ipcMain } from 'electron'
import type { IpcMainInvokeEvent } from 'electron'
import type { z } from 'zod'
import { shellChannels } from '#shared/contract/desktop/shell-channels.ts'
import { OpenFiles, OpenFolder, PrintPage, SaveFile, ShellLanguage } from '#shared/contract/desktop/shell.ts'
import { translate } from '#shared/i18n/messages.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { printPage, writePdf } from './print-page.ts'
import { isTrusted } from './trusted-sender.ts'

interface ShellLanguageState {
  readonly language: () => Language
  readonly setLanguage: (language: Language) => void
}

export function answerWindows({ language, setLanguage }: ShellLanguageState): void {
  handle(shellChannels.openFiles, OpenFiles, openFiles)
  handle(shellChannels.saveFile, SaveFile, saveFile)
  handle(shellChannels.openFolder, OpenFolder, openFolder)
  handle(shellChannels.printPage, PrintPage, (page) => printPage(page))
  handle(shellChannels.savePdf, PrintPage, async (page, window) => {
    const filters = [{ name: translate(shellMessages.pdf, language()), extensions: ['pdf'] }]
    const title = translate(shellMessages.savePdf, language())
    const path = await saveFile({ title, name: `${page.name}.pdf`, filters }, window)
    if (path !== null) await writePdf(page, path)
    return path
  })
  ipcMain.on(shellChannels.setLanguage, ({ senderFrame }, data: unknown) => {
    const chosen = ShellLanguage.safeParse(data)
    if (chosen.success && isTrusted(senderFrame)) setLanguage(chosen.data)
  })
}

type Work<Asked> = (asked: Asked, window: BrowserWindow) => Promise<unknown>

function handle<Schema extends z.ZodType>(channel: string, schema: Schema, work: Work<z.output<Schema>>): void {
  ipcMain.handle(channel, async (event: IpcMainInvokeEvent, data: unknown) => {
    const window = BrowserWindow.fromWebContents(event.sender)
    if (window === null || !isTrusted(event.senderFrame)) throw new Error('not a window of this program')
    return work(schema.parse(data), window)
  })
}

async function openFiles(
  { title, filters, many }: z.output<typeof OpenFiles>,
  window: BrowserWindow,
): Promise<readonly string[]> {
  const properties = many ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const)
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: [...properties] })
  return canceled ? [] : filePaths
}

async function saveFile(
  { title, name, filters }: z.output<typeof SaveFile>,
  window: BrowserWindow,
): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog(window, { title, defaultPath: name, filters })
  return canceled || filePath === undefined || filePath === '' ? null : filePath
}

async function openFolder({ title }: z.output<typeof OpenFolder>, window: BrowserWindow): Promise<string | null> {
  const { filePaths } = await dialog.showOpenDialog(window, { title, properties: ['openDirectory', 'createDirectory'] })
  return filePaths[0] ?? null
}
