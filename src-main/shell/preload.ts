/**
 * All that a window sees of the shell: `window.insaf`, derived from the contract's `ShellApi`. Runs in the sandbox; of
 * Electron it uses the bridge, messages by the channels named there, and the path of a chosen file.
 */
import * as electron from 'electron'
import { portLostMessage, portMessage, shellChannels } from '#shared/contract/desktop/shell-channels.ts'
import type { ShellApi } from '#shared/contract/desktop/shell.ts'

// The compiler knows this file as one of Node's; it runs in a page.
declare const window: {
  postMessage(message: string, origin: string, ports?: readonly unknown[]): void
  readonly location: { readonly origin: string }
}

const { contextBridge, ipcRenderer } = electron

/** A page that never asked for the core is not given one. */
let hasAsked = false

function connect(): void {
  hasAsked = true
  const { port1, port2 } = new MessageChannel()
  // By type Node's ports; here they are the page's.
  ipcRenderer.postMessage(shellChannels.port, null, [port2 as never])
  window.postMessage(portMessage, window.location.origin, [port1])
}

ipcRenderer.on(shellChannels.coreUp, () => {
  if (hasAsked) connect()
})
ipcRenderer.on(shellChannels.coreDown, () => window.postMessage(portLostMessage, window.location.origin))

/** Electron's before 32 wrote the path on the file itself. */
function pathOf(file: object): string {
  const { webUtils } = electron
  if (webUtils === undefined) return 'path' in file && typeof file.path === 'string' ? file.path : ''
  try {
    return webUtils.getPathForFile(file as never)
  } catch {
    // Not a file of the disk.
    return ''
  }
}

const api: ShellApi = {
  platform: process.platform as ShellApi['platform'],
  connect,
  pathOf,
  setLanguage: (language) => ipcRenderer.send(shellChannels.setLanguage, language),
  dialogs: {
    openFiles: (asked) =>
      ipcRenderer.invoke(shellChannels.openFiles, asked) as ReturnType<ShellApi['dialogs']['openFiles']>,
    saveFile: (asked) =>
      ipcRenderer.invoke(shellChannels.saveFile, asked) as ReturnType<ShellApi['dialogs']['saveFile']>,
    openFolder: (asked) =>
      ipcRenderer.invoke(shellChannels.openFolder, asked) as ReturnType<ShellApi['dialogs']['openFolder']>,
  },
  print: {
    page: (asked) => ipcRenderer.invoke(shellChannels.printPage, asked) as Promise<boolean>,
    savePdf: (asked) => ipcRenderer.invoke(shellChannels.savePdf, asked) as Promise<string | null>,
  },
}

contextBridge.exposeInMainWorld('insaf', api)
