import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from './core.ts'
import { newConnection } from './services/connection.ts'
import type { Connection } from './services/connection.ts'
import type { Answer, CoreApi } from './transport/core-api.ts'
import { errorAnswer, sessionHeader } from './transport/call-route.ts'
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
  return ownDoor(opened.value)
}

/** One connection a user: a command signs in once, however many calls it makes. */
function ownDoor(core: CoreApi): Door {
  const connections = new Map<string, Connection>()
  return {
    call: async (path, input, { as, password }) => {
      if (as === null) return core.call(path, input, newConnection('cli'))
      const connection = connections.get(as) ?? newConnection('cli')
      connections.set(as, connection)
      const signedIn = await core.signInAs(connection, as, password)
      return signedIn.ok ? core.call(path, input, connection) : errorAnswer(signedIn.refusal)
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

/** The running core forgets a connection with each call: the session that the first one opened goes along with the rest. */
function remoteDoor(dataDir: string): Door {
  const socket = socketPath(dataDir)
  const sessions = new Map<string, string>()
  return {
    call: async (path, input, who) => {
      const known = who.as === null ? undefined : sessions.get(who.as)
      const { answer, session } = await post(socket, path, { body: { input, ...who }, session: known })
      if (who.as !== null && session !== undefined) sessions.set(who.as, session)
      return answer
    },
    close: async () => {
      const body = { input: {}, as: null, password: null }
      // A core that has closed meanwhile ended them itself.
      for (const session of sessions.values())
        await post(socket, 'session.signOut', { body, session }).catch(() => null)
    },
  }
}

interface Posted {
  readonly body: unknown
  readonly session: string | undefined
}

interface Heard {
  readonly answer: Answer
  readonly session: string | undefined
}

function post(socket: string, path: string, { body, session }: Posted): Promise<Heard> {
  const headers = {
    'content-type': 'application/json',
    ...(session === undefined ? {} : { [sessionHeader]: session }),
  }
  const to = { socketPath: socket, path: `/call/${path.replace('.', '/')}`, method: 'POST', headers }
  return new Promise((resolve, reject) => {
    const call = request(to, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const opened = response.headers[sessionHeader]
        resolve({
          answer: JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer,
          session: typeof opened === 'string' ? opened : undefined,
        })
      })
      response.on('error', reject)
    })
    call.on('error', reject)
    call.end(JSON.stringify(body))
  })
}
