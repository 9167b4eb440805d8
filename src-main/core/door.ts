import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from './core.ts'
import { newConnection } from './services/connection.ts'
import type { Answer } from './transport/core-api.ts'
import { errorAnswer } from './transport/call-route.ts'
import { socketPath } from './transport/socket-path.ts'

/*
 * How the command line reaches a data folder: through the running core's socket where one holds the folder, by opening
 * the store itself where nobody does (design: stable handles). Loaded by path; nothing imports this file.
 */
/** Who acts: a user, with a password where the folder asks for one. */
export interface Who {
  readonly as: string | null
  readonly password: string | null
}

export interface Door {
  readonly call: (path: string, input: unknown, who: Who) => Promise<Answer>
  readonly close: () => Promise<void>
}

// Whatever this process writes is the user's own: store, keys, files, backups.
process.umask(0o077)

/** Opens the way to a data folder; a folder held by a core that does not answer is the refusal `folder-in-use`. */
export async function openDoor(dataDir: string): Promise<Door | Extract<Answer, { ok: false }>> {
  if (await answers(dataDir)) return remoteDoor(dataDir)
  const opened = await openCore({ dataDir, background: false })
  // A core that starts just now holds the folder before it answers.
  if (!opened.ok && opened.refusal.code === 'folder-in-use' && (await answersSoon(dataDir))) return remoteDoor(dataDir)
  if (!opened.ok) return errorAnswer(opened.refusal) as Extract<Answer, { ok: false }>
  const core = opened.value
  return {
    call: async (path, input, { as, password }) => {
      const connection = newConnection('cli')
      if (as !== null) {
        const signedIn = await core.signInAs(connection, as, password)
        if (!signedIn.ok) return errorAnswer(signedIn.refusal)
      }
      return core.call(path, input, connection)
    },
    close: core.close,
  }
}

const startPatienceMs = 3000
const startStepMs = 100

async function answersSoon(dataDir: string): Promise<boolean> {
  for (const until = performance.now() + startPatienceMs; performance.now() < until; await wait(startStepMs))
    if (await answers(dataDir)) return true
  return false
}

function answers(dataDir: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = request({ socketPath: socketPath(dataDir), path: '/', method: 'GET', timeout: 2000 }, (response) => {
      response.resume()
      resolve(true)
    })
    probe.on('error', () => resolve(false))
    probe.on('timeout', () => probe.destroy())
    probe.end()
  })
}

const remoteDoor = (dataDir: string): Door => ({
  call: (path, input, who) => post(socketPath(dataDir), `/call/${path.replace('.', '/')}`, { input, ...who }),
  close: () => Promise.resolve(),
})

function post(socket: string, path: string, body: unknown): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(
      { socketPath: socket, path, method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        const parts: Buffer[] = []
        response.on('data', (part: Buffer) => parts.push(part))
        response.on('end', () => resolve(JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer))
        response.on('error', reject)
      },
    )
    call.on('error', reject)
    call.end(JSON.stringify(body))
  })
}
