/**
 * A real PostgreSQL for a test: a database of its own on `DATABASE_URL`, else on a server started from Debian's
 * binaries in a temporary folder. Where neither is there, one line says so and the tests are skipped.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { must } from '#shared/lib/assert.ts'

export interface RealPostgres {
  /** Address of an empty database. */
  readonly url: string
  /** The same without a network, as a server beside its database asks it; with `DATABASE_URL` that address. */
  readonly nearUrl: string
  /** The data folder of a server that was started for this test; null on `DATABASE_URL`. */
  readonly folder: string | null
  stop(): Promise<void>
}

/** Null when there is none on this machine. */
export async function realPostgres(): Promise<RealPostgres | null> {
  const given = process.env['DATABASE_URL']
  if (given !== undefined && given !== '') return freshDatabase(given)
  const binaries = debianBinaries()
  if (binaries === null) {
    process.stderr.write('could not run: tests on a real PostgreSQL (no DATABASE_URL, no /usr/lib/postgresql)\n')
    return null
  }
  return startServer(binaries)
}

/** Of a user that may run a server: root may not. */
interface User {
  readonly uid: number
  readonly gid: number
}

export function postgresUser(): User | null {
  if (process.getuid?.() !== 0) return null
  const ids = (name: string): User => ({
    uid: Number(execFileSync('id', ['-u', name], { encoding: 'utf8' })),
    gid: Number(execFileSync('id', ['-g', name], { encoding: 'utf8' })),
  })
  try {
    return ids('postgres')
  } catch {
    return ids('nobody')
  }
}

export function debianBinaries(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).toSorted((left, right) => Number(right) - Number(left)) : []
  const found = versions.map((version) => join(root, version, 'bin')).find((bin) => existsSync(join(bin, 'initdb')))
  return found ?? null
}

async function startServer(binaries: string): Promise<RealPostgres> {
  const user = postgresUser()
  const folder = mkdtempSync(join(tmpdir(), 'insaf-postgres-'))
  if (user !== null) chownSync(folder, user.uid, user.gid)
  const data = join(folder, 'data')
  const as = { ...user, cwd: folder, stdio: 'ignore' } as const
  execFileSync(join(binaries, 'initdb'), ['-D', data, '-U', 'insaf', '-A', 'trust', '-E', 'UTF8', '--no-sync'], as)
  const server = await runServer(binaries, data)
  return {
    url: server.url,
    nearUrl: server.nearUrl,
    folder: data,
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Runs a server over a data folder until it is stopped. */
export async function runServer(
  binaries: string,
  data: string,
): Promise<{ url: string; nearUrl: string; stop: () => Promise<void> }> {
  const port = await freePort()
  const server = spawn(join(binaries, 'postgres'), ['-D', data, '-h', '127.0.0.1', '-p', `${port}`, '-k', data], {
    ...postgresUser(),
    cwd: data,
    stdio: 'ignore',
  })
  const url = `postgres://insaf@127.0.0.1:${port}/postgres`
  await untilReady(url, server)
  return {
    url,
    nearUrl: `postgres://insaf@${encodeURIComponent(data)}:${port}/postgres`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
    },
  }
}

async function untilReady(url: string, server: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    if (server.exitCode !== null) throw new Error(`PostgreSQL ended with ${server.exitCode}`)
    const client = new Client({ connectionString: url })
    try {
      await client.connect()
      await client.end()
      return
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  throw new Error('PostgreSQL did not come up within 10 s')
}

async function freshDatabase(given: string): Promise<RealPostgres> {
  const name = `insaf_test_${process.pid}_${Date.now()}`
  const onServer = async (statement: string): Promise<void> => {
    const client = new Client({ connectionString: given })
    await client.connect()
    await client.query(statement)
    await client.end()
  }
  await onServer(`CREATE DATABASE ${name}`)
  const url = new URL(given)
  url.pathname = `/${name}`
  return { url: url.href, nearUrl: url.href, folder: null, stop: () => onServer(`DROP DATABASE ${name} WITH (FORCE)`) }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = must(probe.address(), 'it listens')
  await new Promise((resolve) => probe.close(resolve))
  return typeof address === 'string' ? 0 : address.port
}
