/** A command on a server that nobody serves: opened for it, and closed again. */
import { randomInt } from 'node:crypto'
import { resolve } from 'node:path'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { restoreLots } from '#server/devices/take-numbers.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { isServerFolder, openServer, storeOf } from '#server/open-server.ts'
import { serverEngine } from '#server/server-engine.ts'
import { lineJournal, systemClock } from '#server/system-ports.ts'
import { runCommand } from './commands.ts'
import type { AdminCommand } from './commands.ts'
import { importFrom } from './import-file.ts'

interface Place {
  readonly data: string
  readonly databaseUrl: string | null
}

export async function runCommandHere({ data, databaseUrl }: Place, asked: AdminCommand): Promise<Result<unknown>> {
  const folder = resolve(data)
  // Only starting the server makes one: a folder that was mistyped would get a second, which no machine reaches.
  if (!isServerFolder(folder, databaseUrl)) return refuse('server-not-here', { folder })
  const opened = await openServer({ folder, databaseUrl, journal: lineJournal })
  if (!opened.ok) return opened
  try {
    const { adminHost } = await serverEngine(opened.value)
    return await runCommand(adminHost, asked)
  } finally {
    await opened.value.close()
  }
}

export async function importHere({ data, databaseUrl }: Place, file: string): Promise<Result<unknown>> {
  const folder = resolve(data)
  const database = await openDatabase(storeOf(folder, databaseUrl))
  if (!database.ok) return database
  try {
    const lot = randomInt(restoreLots)
    return await importFrom({ folder, db: database.value.db, clock: systemClock, lot }, file)
  } finally {
    await database.value.close()
  }
}
