import { appendFileSync, existsSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { systemClock } from './system-ports.ts'
import type { Log } from './ports.ts'

/*
 * What the core has to say of itself, a JSON line each, in `core.log` of the data folder (0600, like everything the core
 * writes; one older file is kept). Codes, counts and stacks only: no text of a case, no name, no key comes in here.
 */
const largestFile = 2 * 1024 * 1024

export function fileLog(folder: string): Log {
  const file = join(folder, 'core.log')
  const write = (level: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void => {
    try {
      if (existsSync(file) && statSync(file).size > largestFile) renameSync(file, `${file}.1`)
      appendFileSync(file, `${JSON.stringify({ at: systemClock.now(), level, message, ...fields })}\n`, { mode: 0o600 })
    } catch {
      // A log that cannot be written (a full disk) must not stop the work it speaks of.
    }
  }
  return {
    info: (message, fields) => write('info', message, fields),
    warn: (message, fields) => write('warn', message, fields),
    error: (message, fields) => write('error', message, fields),
  }
}
