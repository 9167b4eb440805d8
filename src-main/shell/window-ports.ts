import { ipcMain } from 'electron'
import type { MessagePortMain, WebContents } from 'electron'
import { shellChannels } from '#shared/contract/desktop/shell-channels.ts'
import type { ShellCore } from './shell-core.ts'
import { isTrusted } from './trusted-sender.ts'

/**
 * Windows' ports to the core. A port that comes while there is no core waits; a port does not outlive its core: the
 * window is told and asks for another when the core is back.
 */
export class WindowPorts {
  readonly #windows = new Set<WebContents>()
  readonly #waiting = new Map<WebContents, MessagePortMain>()
  #core: ShellCore | null = null

  listen(): void {
    ipcMain.on(shellChannels.port, ({ sender, senderFrame, ports }) => {
      const [port] = ports
      if (port === undefined || !isTrusted(senderFrame)) return
      this.#remember(sender)
      if (this.#core === null) this.#waiting.set(sender, port)
      else this.#core.takePort(port)
    })
  }

  coreUp(core: ShellCore): void {
    this.#core = core
    for (const window of this.#windows) {
      const port = this.#waiting.get(window)
      if (port === undefined) window.send(shellChannels.coreUp)
      else core.takePort(port)
    }
    this.#waiting.clear()
  }

  coreDown(): void {
    this.#core = null
    for (const window of this.#windows) if (!this.#waiting.has(window)) window.send(shellChannels.coreDown)
  }

  #remember(window: WebContents): void {
    if (this.#windows.has(window)) return
    this.#windows.add(window)
    window.once('destroyed', () => {
      this.#windows.delete(window)
      this.#waiting.delete(window)
    })
  }
}
