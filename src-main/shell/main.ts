import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app } from 'electron'
import { readOptions } from '#main/host/options.ts'
import { guardPages } from './guards.ts'
import { registerScheme } from './serve-scheme.ts'
import { startShell } from './shell.ts'
import type { Shell } from './shell.ts'

/*
 * Entry of the desktop program. Each data folder has a profile of its own (place of windows, language), and with it a
 * lock of its own: a second start on the same folder brings the first to the front and ends.
 */
const options = readOptions(process.argv.slice(1))

const profile = createHash('sha256').update(options.dataDir).digest('hex').slice(0, 16)
const userData = join(app.getPath('appData'), 'insaf', profile)
mkdirSync(userData, { recursive: true, mode: 0o700 })
app.setPath('userData', userData)

/** Not a byte leaves by itself: no proxy look-ups, no updates of components. */
for (const name of ['no-proxy-server', 'disable-background-networking', 'disable-component-update', 'no-pings'])
  app.commandLine.appendSwitch(name)

let shell: Shell | null = null
let hasStopped = false

function start(): void {
  registerScheme()
  guardPages(app)
  app.on('second-instance', () => shell?.focus())
  app.on('activate', () => shell?.focus())
  app.on('window-all-closed', () => app.quit())
  app.on('will-quit', (event) => {
    if (hasStopped || shell === null) return
    // The store is closed in good order first.
    event.preventDefault()
    void shell.stop().finally(() => {
      hasStopped = true
      app.quit()
    })
  })
  app.whenReady().then(
    () => {
      shell = startShell(options)
    },
    (error: unknown) => {
      console.error(error)
      app.exit(1)
    },
  )
}

if (app.requestSingleInstanceLock()) start()
else app.quit()
