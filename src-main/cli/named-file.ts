import { createReadStream, openSync, readFileSync } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { basename } from 'node:path'
import { refusalCatalogue } from '#shared/lib/refusals/catalogue.ts'
import { Refused } from './output.ts'

/* Files that the command line names: one that is missing is a refusal with its name, not a fault. */

function missing(path: string): Refused {
  const { ar, en } = refusalCatalogue['not-found']
  return new Refused({
    code: 'not-found',
    ar: ar.replace('{what}', basename(path)),
    en: en.replace('{what}', basename(path)),
  })
}

/** The first line of a file: a password, a passphrase, a recovery code. */
export function firstLine(path: string): string {
  try {
    return readFileSync(path, 'utf8').split(/\r?\n/, 1)[0] ?? ''
  } catch {
    throw missing(path)
  }
}

/** A stream of a file that is there. */
export function openForReading(path: string): ReadStream {
  try {
    return createReadStream(path, { fd: openSync(path, 'r') })
  } catch {
    throw missing(path)
  }
}
