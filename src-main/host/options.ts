import { homedir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'

export interface HostOptions {
  readonly dataDir: string
  /** Practice mode (G-08), in a folder of its own. */
  readonly demo: boolean
  /** As it was given; '0' lets the system choose. */
  readonly port: string
}

/** In: the arguments of the process, among them Electron's and Chromium's own, which are passed over. */
export function readOptions(args: readonly string[]): HostOptions {
  const { values } = parseArgs({
    args: [...args],
    options: { data: { type: 'string' }, port: { type: 'string' }, demo: { type: 'boolean' } },
    strict: false,
    allowPositionals: true,
  })
  const demo = values['demo'] === true
  const given = values['data']
  const dataDir = resolve(
    typeof given === 'string' && given !== '' ? given : join(homedir(), demo ? '.insaf-practice' : '.insaf'),
  )
  return { dataDir, demo, port: typeof values['port'] === 'string' ? values['port'] : '0' }
}
