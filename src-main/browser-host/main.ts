import { parseArgs } from 'node:util'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { startCoreProcess } from './core-process.ts'
import { serveWindow } from './serve-window.ts'

/*
 * The same window in a browser on loopback, where Electron cannot run. Prints one line with the address and a one-time
 * token; whoever opens it first gets the cookie, and nobody else on this machine gets in.
 */
const { values } = parseArgs({
  options: { data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean' }, browser: { type: 'boolean' } },
  strict: false,
})

const defaultFolder = join(homedir(), values.demo === true ? '.insaf-practice' : '.insaf')
const dataDir = resolve(typeof values.data === 'string' ? values.data : defaultFolder)
const port = typeof values.port === 'string' ? Number(values.port) : 0

async function main(): Promise<void> {
  const core = await startCoreProcess({
    dataDir,
    demo: values.demo === true,
    onRefused: (error) => {
      console.error(`${error.ar}\n${error.en}`)
      process.exit(2)
    },
    onRestart: (code) => console.error(`core ended (${code}); started again`),
  })
  const host = await serveWindow({ port, socket: core.socket, renderer: join(import.meta.dirname, '../renderer') })
  console.log(host.address)
  
  const stop = (): void => {
    host.close()
    core.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

main().catch((error: unknown) => {
  console.error(error)
  process.exit(1)
})
