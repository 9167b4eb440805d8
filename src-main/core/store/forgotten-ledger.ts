/**
 * Who was forgotten on this machine, by ids alone: a line each in a file beside the store, not in it, for a backup that is
 * restored brings the store of before. It is only added to (S19).
 */
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { syncFolder } from './sync-folder.ts'

export const ForgottenPerson = z.object({
  stream: z.string(),
  reason: z.string(),
  /** The user who forgot him on this machine; null where another machine did, which the server tells again. */
  by: z.string().nullable(),
})
export type ForgottenPerson = z.infer<typeof ForgottenPerson>

const ledgerFile = (folder: string): string => join(folder, 'forgotten.jsonl')

export function readLedger(folder: string): readonly ForgottenPerson[] {
  const file = ledgerFile(folder)
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n').flatMap(personOf) : []
}

/** In: the folder. Out: whether its ledger names any of some streams; asked with each page, so it is read again only when it grew. */
export function ledgerLooker(folder: string): (streams: ReadonlySet<string>) => boolean {
  let bytes = 0
  let known: readonly string[] = []
  return (streams) => {
    const now = statSync(ledgerFile(folder), { throwIfNoEntry: false })?.size ?? 0
    if (now !== bytes) known = readLedger(folder).map(({ stream }) => stream)
    bytes = now
    return known.some((stream) => streams.has(stream))
  }
}

/** A line that a loss of power cut short was written again behind it: its mark was still there. */
function personOf(line: string): readonly ForgottenPerson[] {
  try {
    const read = ForgottenPerson.safeParse(JSON.parse(line))
    return read.success ? [read.data] : []
  } catch {
    return []
  }
}

export function addToLedger(folder: string, people: readonly ForgottenPerson[]): void {
  const known = new Set(readLedger(folder).map(({ stream }) => stream))
  const fresh = people.filter(({ stream }) => !known.has(stream))
  if (fresh.length === 0) return
  const out = openSync(ledgerFile(folder), 'a', 0o600)
  try {
    // In front too: what stands there may be half a line.
    writeSync(out, fresh.map((person) => `\n${JSON.stringify(person)}\n`).join(''))
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  syncFolder(folder)
}
