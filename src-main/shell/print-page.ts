import { writeFile } from 'node:fs/promises'
import { BrowserWindow } from 'electron'
import type { z } from 'zod'
import type { PrintPage } from '#shared/contract/desktop/shell.ts'
import { pdfSize, printerSize } from './paper.ts'
import { keepPage } from './printed-pages.ts'

type Page = z.infer<typeof PrintPage>

/** Shows a page in a window that nobody sees and in which nothing runs, as long as `work` takes. */
async function withPage<T>(html: string, work: (window: BrowserWindow) => Promise<T>): Promise<T> {
  const kept = keepPage(html)
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      devTools: false,
    },
  })
  try {
    await window.loadURL(kept.address)
    return await work(window)
  } finally {
    kept.drop()
    window.destroy()
  }
}

/** The system's own print dialog. Out: false when it was called off. */
export function printPage({ html, paper }: Page): Promise<boolean> {
  const options = {
    silent: false,
    printBackground: true,
    pageSize: printerSize(paper, html),
    margins: { marginType: 'none' },
  } as const
  return withPage(
    html,
    (window) => new Promise((resolve) => window.webContents.print(options, (isDone) => resolve(isDone))),
  )
}

/** The page's own `@page` rule sets the margins. */
export function pagePdf({ html, paper }: Page): Promise<Uint8Array> {
  const options = {
    pageSize: pdfSize(paper),
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
    printBackground: true,
    preferCSSPageSize: true,
  } as const
  return withPage(html, (window) => window.webContents.printToPDF(options))
}

export async function writePdf(page: Page, path: string): Promise<void> {
  await writeFile(path, await pagePdf(page))
}
