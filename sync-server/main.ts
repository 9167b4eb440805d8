/** `npm run server`: opens the data, listens, prints one line with the address, and stops in peace. */
import { existsSync, readFileSync } from 'node:fs'
import { Command, Option } from 'commander'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { isServed } from './admin/ask-running.ts'
import { waitForFolder } from './admin/wait-for-folder.ts'
import { openServer } from './open-server.ts'
import type { OpenServer } from './open-server.ts'
import { serve } from './server.ts'
import type { RunningServer } from './server.ts'
import { lineJournal } from './system-ports.ts'

interface Options {
  readonly data: string
  readonly port: string
  readonly host: string
  readonly databaseUrl?: string
  readonly tlsCert?: string
  readonly tlsKey?: string
  readonly metricsTokenFile?: string
}

const program = new Command('insaf-server')
  .description('the sync server of Insaf')
  .requiredOption('--data <dir>', 'data folder: the key, files, and the store')
  .option('--port <n>', '0 takes any free one', '7443')
  .option('--host <address>', 'where to listen; others than this machine need it, and a certificate', '127.0.0.1')
  .option('--database-url <url>', 'PostgreSQL instead of the store in the folder')
  .addOption(new Option('--tls-cert <file>', 'PEM'))
  .addOption(new Option('--tls-key <file>', 'PEM'))
  .option('--metrics-token-file <file>', 'its first line lets monitoring on another machine see figures by unit')

function complain({ code, params }: Refusal): void {
  process.stderr.write(`${refusalSentence(code, params, 'ar')}\n${refusalSentence(code, params, 'en')}\n(${code})\n`)
  process.exitCode = 2
}

/** In plain HTTP whoever is on the way reads passwords and cases: then only this machine is listened to. */
const isOnlyThisMachine = (host: string): boolean => /^(localhost|127(\.\d{1,3}){3}|::1)$/.test(host)

function tlsOf({ tlsCert, tlsKey }: Options): { cert: Buffer; key: Buffer } | null {
  if (tlsCert === undefined || tlsKey === undefined) return null
  return { cert: readFileSync(tlsCert), key: readFileSync(tlsKey) }
}

/** A word that is short, or none, would let anybody in. */
const shortestToken = 16

function metricsTokenOf({ metricsTokenFile: file }: Options): Result<string | null> {
  if (file === undefined) return ok(null)
  if (!existsSync(file)) return refuse('not-found', { what: file })
  const token = (readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '').trim()
  return token.length < shortestToken ? refuse('bad-input', { detail: '--metrics-token-file' }) : ok(token)
}

/** A second signal while it stops ends it at once. */
function stopOnSignal(running: RunningServer): void {
  let isStopping = false
  const stop = (): void => {
    if (isStopping) process.exit(1)
    isStopping = true
    running.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}

const cannotListen: readonly unknown[] = ['EADDRINUSE', 'EADDRNOTAVAIL', 'EACCES', 'ENOTFOUND']

async function listening(
  server: OpenServer,
  options: Options,
  metricsToken: string | null,
): Promise<Result<RunningServer>> {
  const { host, port } = options
  try {
    return ok(await serve(server, { host, port: Number(port), tls: tlsOf(options), metricsToken }))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : null
    if (!cannotListen.includes(code)) throw error
    return refuse('server-cannot-listen', { address: `${host}:${port}`, detail: String(code) })
  }
}

async function main(): Promise<void> {
  const options = program.parse().opts<Options>()
  if ((options.tlsCert === undefined) !== (options.tlsKey === undefined))
    return complain({ code: 'bad-input', params: { detail: '--tls-cert, --tls-key' } })
  if (options.tlsCert === undefined && !isOnlyThisMachine(options.host))
    return complain({ code: 'server-needs-tls', params: { host: options.host } })
  const token = metricsTokenOf(options)
  if (!token.ok) return complain(token.refusal)
  const { data: folder, databaseUrl = null } = options
  // A command may have the folder for a moment; another server keeps it.
  const open = () => openServer({ folder, databaseUrl, journal: lineJournal })
  const opened = await waitForFolder(open, { isVain: () => isServed(folder) })
  if (!opened.ok) return complain(opened.refusal)
  const running = await listening(opened.value, options, token.value)
  if (!running.ok) return complain(running.refusal)
  stopOnSignal(running.value)
  process.stdout.write(`${running.value.address}\n`)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
