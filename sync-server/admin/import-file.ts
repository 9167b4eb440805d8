/**
 * A copy becomes a server again (SYNC-RECOVER-1, SYNC-RECOVER-5): same id and key, so that its machines know it; a new
 * log epoch, so that they send again what the copy lacks; and every office's numbers go on further, because the lost
 * server may have given out what the copy does not know of, and so may another restore of the same copy.
 */
import { existsSync, mkdirSync } from 'node:fs'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Refusal, Result } from '#shared/lib/result.ts'
import { pathOf } from '#server/blobs/blob-store.ts'
import { beginLogEpoch } from '#server/devices/log-epoch.ts'
import { readFact } from '#server/devices/server-facts.ts'
import { keepServerKeys, readServerKeys } from '#server/devices/server-key.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import type { Clock } from '#server/ports.ts'
import { CopyHead, copyFormat, frameKinds, readCopyFile } from './copy-format.ts'
import type { Frame } from './copy-format.ts'
import { continueIdentities, insertRows, migrationNames, tableNames } from './copy-tables.ts'

const Rows = z.object({ table: z.string(), rows: z.array(z.string()) })
const File = z.object({ address: z.string().regex(/^[0-9a-f]{64}$/) })

export interface Target {
  readonly folder: string
  readonly db: Tables
  readonly clock: Clock
  /** Drawn for this restore: 0 … `restoreLots` - 1. */
  readonly lot: number
}

/** Rolls the transaction back on its way out. */
class CopyRefused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Refuses: server-not-empty, not-found, backup-not-one, backup-newer, backup-damaged. In a refusal no row is kept. */
export async function importFrom(target: Target, file: string): Promise<Result<object>> {
  const isBegun = readServerKeys(target.folder) !== null || (await readFact(target.db, 'public-key')) !== null
  if (isBegun) return refuse('server-not-empty')
  if (!existsSync(file)) return refuse('not-found', { what: file })
  try {
    const { head, logEpoch } = await target.db.transaction((tx) => takeCopy(tx, target, file))
    const { privateKey, indexKey, server } = head
    keepServerKeys(target.folder, {
      privateKey: Buffer.from(privateKey, 'base64'),
      indexKey: Buffer.from(indexKey, 'hex'),
    })
    return ok({ server, logEpoch })
  } catch (error) {
    if (error instanceof CopyRefused) return { ok: false, refusal: error.refusal }
    throw error
  }
}

interface Taken {
  readonly head: CopyHead
  /** Of the server that it becomes. */
  readonly logEpoch: number
}

async function takeCopy(tx: TablesTransaction, target: Target, file: string): Promise<Taken> {
  const damaged = (detail: string): CopyRefused => new CopyRefused({ code: 'backup-damaged', params: { file, detail } })
  if (!(await isPacked(file))) throw new CopyRefused({ code: 'backup-not-one', params: { file } })
  const frames = readCopyFile(file)
  const head = CopyHead.safeParse(parsed(await next(frames, damaged)))
  if (!head.success) throw new CopyRefused({ code: 'backup-not-one', params: { file } })
  await checkVersion(tx, head.data, file)
  const names = new Set(await tableNames(tx))
  const files = fileWriter(target)
  let isWhole = false
  try {
    for (let step = await next(frames, damaged); step !== null; step = await next(frames, damaged)) {
      if (step.kind === frameKinds.rows) await takeRows(tx, names, step.bytes)
      else if (step.kind === frameKinds.file) await files.begin(File.parse(parsed(step)).address)
      else if (step.kind === frameKinds.part) await files.append(step.bytes)
      else isWhole = step.kind === frameKinds.end
    }
  } finally {
    await files.close()
  }
  if (!isWhole) throw damaged('end')
  await continueIdentities(tx)
  const { clock, lot } = target
  return {
    head: head.data,
    logEpoch: await beginLogEpoch(tx, { before: head.data.logEpoch, now: clock.now(), lot }),
  }
}

const zstdMagic = Buffer.from('28b52ffd', 'hex')

async function isPacked(file: string): Promise<boolean> {
  const handle = await open(file, 'r')
  try {
    const { buffer } = await handle.read(Buffer.alloc(4), 0, 4, 0)
    return buffer.equals(zstdMagic)
  } finally {
    await handle.close()
  }
}

async function next(frames: AsyncGenerator<Frame>, damaged: (detail: string) => CopyRefused): Promise<Frame | null> {
  try {
    const { done, value } = await frames.next()
    return done === true ? null : value
  } catch (error) {
    throw damaged(error instanceof Error ? error.message : String(error))
  }
}

function parsed(frame: Frame | null): unknown {
  try {
    return frame === null ? null : JSON.parse(frame.bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** A copy of an older program is brought up by the tables' own defaults; one of a newer program is not read. */
async function checkVersion(tx: TablesTransaction, head: CopyHead, file: string): Promise<void> {
  const known = await migrationNames(tx)
  const isKnown = head.format <= copyFormat && head.migrations.every((name, index) => known[index] === name)
  if (!isKnown) throw new CopyRefused({ code: 'backup-newer', params: { file, found: head.format } })
}

async function takeRows(tx: TablesTransaction, names: ReadonlySet<string>, bytes: Buffer): Promise<void> {
  const { table, rows } = Rows.parse(JSON.parse(bytes.toString('utf8')))
  assert(names.has(table), `the copy's table ${table} is one of ours`)
  await insertRows(tx, table, rows)
}

/** Files of the copy, one after another, each on disk before the next begins. */
function fileWriter(target: Target) {
  let current: FileHandle | null = null
  const close = async (): Promise<void> => {
    await current?.sync()
    await current?.close()
    current = null
  }
  return {
    begin: async (address: string): Promise<void> => {
      await close()
      const path = pathOf(target, address)
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
      current = await open(path, 'w', 0o600)
    },
    append: async (bytes: Uint8Array): Promise<void> => {
      await current?.write(bytes)
    },
    close,
  }
}
