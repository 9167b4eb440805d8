import { CoreWatch } from '#main/host/core-watch.ts'
import { forkCore } from '#main/host/forked-core.ts'
import { readOptions } from '#main/host/options.ts'
import { windowFolder } from '#main/host/window-files.ts'
import type { CoreRefused } from '#shared/contract/desktop/core-process.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { serveWindow } from './serve-window.ts'

/*
 * The same window in a browser on loopback, where Electron cannot run. Prints one line with the address and a one-time
 * token; whoever opens it first gets the cookie, and nobody else on this machine gets in. All else goes to standard error.
 */
const options = readOptions(process.argv.slice(2))

const say = ({ ar, en }: PlainMessage | CoreRefused): void => console.error(`${ar}\n${en}`)

function fail(message: PlainMessage | CoreRefused, code: number): never {
  say(message)
  process.exit(code)
}

/** The socket, as soon as the core listens; it stays the same over restarts. */
function startCore(): { readonly watch: CoreWatch<ReturnType<typeof forkCore>>; readonly socket: Promise<string> } {
  const { promise, resolve } = Promise.withResolvers<string>()
  const watch = new CoreWatch({
    launch: () => forkCore(),
    start: { dataDir: options.dataDir, demo: options.demo, secrets: null },
    onUp: (_child, socket) => resolve(socket),
    onDown: (code) => {
      const params = { code: code ?? '–' }
      say({
        ar: translate(shellMessages.coreRestarted, 'ar', params),
        en: translate(shellMessages.coreRestarted, 'en', params),
      })
    },
    onRefused: (error) => fail(error, 2),
    onGivenUp: () => fail(shellMessages.coreGaveUp, 1),
  })
  watch.start()
  return { watch, socket: promise }
}

function portOf(text: string): number {
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  return fail(
    {
      ar: translate(shellMessages.portInvalid, 'ar', { port: text }),
      en: translate(shellMessages.portInvalid, 'en', { port: text }),
    },
    2,
  )
}

async function main(): Promise<void> {
  const port = portOf(options.port)
  const core = startCore()
  let close = (): void => {}
  const stop = (): void => {
    close()
    core.watch.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  try {
    const host = await serveWindow({
      port,
      socket: await core.socket,
      renderer: windowFolder(),
    })
    close = host.close
    console.log(host.address)
  } catch (error) {
    await core.watch.stop()
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    fail(
      {
        ar: translate(shellMessages.portTaken, 'ar', { port: String(port) }),
        en: translate(shellMessages.portTaken, 'en', { port: String(port) }),
      },
      2,
    )
  }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
