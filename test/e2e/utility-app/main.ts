import { app, BrowserWindow } from 'electron'
import { CoreWatch } from '#main/host/core-watch.ts'
import { registerScheme, serveScheme } from '#main/shell/serve-scheme.ts'
import { ownPage } from '#main/shell/origin.ts'
import type { ShellCore } from '#main/shell/shell-core.ts'
import { utilityCore } from '#main/shell/utility-core.ts'
import { WindowPorts } from '#main/shell/window-ports.ts'
import { must } from '#shared/lib/assert.ts'

/*
 * The shell's way to a core in a utility process, around a core that has no store: the old Electron of the tests cannot
 * load the store's add-on, everything else of that way is real.
 */
const setting = (name: string): string => must(process.env[name], `the test sets ${name}`)

registerScheme()
void app.whenReady().then(() => {
  serveScheme({ renderer: setting('TEST_PAGE'), socket: () => null })
  const ports = new WindowPorts()
  ports.listen()
  const watch: CoreWatch<ShellCore> = new CoreWatch({
    launch: () => utilityCore(setting('TEST_CORE')),
    start: { dataDir: setting('TEST_PAGE'), demo: false, secrets: { backend: 'test' } },
    onUp: (child) => ports.coreUp(child),
    onDown: () => ports.coreDown(),
    onRefused: () => app.exit(2),
    onGivenUp: () => app.exit(3),
    onMessage: (child, message) => {
      if (message.kind === 'secret')
        child.send({ kind: 'secret-answer', id: message.id, bytes: message.bytes.map((byte) => byte + 1) })
    },
  })
  watch.start()
  const preload = setting('TEST_PRELOAD')
  const window = new BrowserWindow({ webPreferences: { preload, sandbox: true, contextIsolation: true } })
  void window.loadURL(ownPage)
  app.on('window-all-closed', () => void watch.stop().then(() => app.exit(0)))
})
