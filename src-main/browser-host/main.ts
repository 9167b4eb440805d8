import { findCore } from '#core/transport/find-core.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { CoreWatch } from '#main/host/core-watch.ts'
import { forkCore } from '#main/host/forked-core.ts'
import { readOptions } from '#main/host/options.ts'
import { windowFolder } from '#main/host/window-files.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { serveWindow } from './serve-window.ts'
import type { ServedWindow } from './serve-window.ts'

/*
 * The same window in a browser on loopback, where Electron cannot run. Prints one line with the address and a one-time
 * token; whoever opens it first gets the cookie, and nobody else on this machine gets in. All else goes to standard error.
 * The window is served at once and waits for the core, which starts beside it; why a folder cannot be opened is said on
 * standard error and in a window that waits.
 */
const options = readOptions(process.argv.slice(2))

const say = ({ ar, en }: PlainMessage): void => console.error(`${ar}\n${en}`)

interface Trouble {
  readonly reason: PlainMessage
  readonly code: number
}

function fail(message: PlainMessage, code: number): never {
  say(message)
  process.exit(code)
}

type Watch = CoreWatch<ReturnType<typeof forkCore>>

/** In: who is told the socket as soon as the core listens (it stays the same over restarts), and why there will be none. */
function startCore(tell: { readonly up: (socket: string) => void; readonly trouble: (why: Trouble) => void }): Watch {
  const watch = new CoreWatch({
    launch: () => forkCore(),
    start: { dataDir: options.dataDir, demo: options.demo, secrets: null },
    onUp: (_child, socket) => tell.up(socket),
    onDown: (code) => {
      const params = { code: code ?? '–' }
      say({
        ar: translate(shellMessages.coreRestarted, 'ar', params),
        en: translate(shellMessages.coreRestarted, 'en', params),
      })
    },
    onRefused: (reason) => tell.trouble({ reason, code: 2 }),
    onGivenUp: () => tell.trouble({ reason: shellMessages.coreGaveUp, code: 1 }),
  })
  watch.start()
  return watch
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
  const { promise: socket, resolve: up } = Promise.withResolvers<string>()
  const isHeld = (await findCore(socketPath(options.dataDir))) !== null
  const host = await serve(portOf(options.port), socket)
  const trouble = async ({ reason, code }: Trouble): Promise<void> => {
    say(reason)
    await host.tell(reason)
    process.exit(code)
  }
  const core = startCore({ up, trouble: (why) => void trouble(why) })
  const stop = (): void => {
    host.close()
    core.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, stop)
  // A folder whose core answers already is refused by ours: then there is no address to open.
  if (isHeld) await socket
  console.log(host.address)
}

async function serve(port: number, socket: Promise<string>): Promise<ServedWindow> {
  try {
    return await serveWindow({ port, socket, renderer: windowFolder() })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error
    return fail(
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
