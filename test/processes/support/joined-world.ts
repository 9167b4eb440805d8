import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { must } from '#shared/lib/assert.ts'
import { CoreProcess } from './core-process.ts'
import { nameWithoutPassword } from './name-without-password.ts'
import { ServerProcess } from './server-process.ts'
import { tcpProxy } from './tcp-proxy.ts'
import type { TcpProxy } from './tcp-proxy.ts'

export interface Machine {
  readonly name: string
  readonly unit: { readonly kind: 'office' | 'department'; readonly code: string }
  readonly core: CoreProcess
  readonly line: TcpProxy
}

export interface JoinedWorld {
  readonly server: ServerProcess
  readonly offices: readonly Machine[]
  readonly department: Machine
  readonly machines: readonly Machine[]
  close(): Promise<void>
}

const password = 'correct horse 1'

const units = [
  { kind: 'office', code: 'RYD' },
  { kind: 'office', code: 'JED' },
  { kind: 'department', code: 'WATER' },
] as const

/** A server, two offices and a department that serves both: four processes, with a line between each machine and the server. */
export async function joinedWorld(folder: string, databaseUrl: string | null): Promise<JoinedWorld> {
  const server = await ServerProcess.prepare({ folder: join(folder, 'server'), databaseUrl })
  const made = units.map((unit) => newMachine(server, folder, unit))
  const [machines] = await Promise.all([Promise.all(made), server.start()])
  await foundUnits(server)
  for (const machine of machines) await enrol(server, machine)
  return {
    server,
    machines,
    offices: machines.filter(({ unit }) => unit.kind === 'office'),
    department: must(machines[2], 'three machines'),
    close: async () => {
      await Promise.all(machines.map(({ core }) => core.stop()))
      await server.stop()
      await Promise.all(machines.map(({ line }) => line.close()))
    },
  }
}

async function foundUnits(server: ServerProcess): Promise<void> {
  const user = (username: string, unit: Machine['unit'], group: string) =>
    server.administer('user add', { username, name: username, unit, groups: [group], password, language: 'ar' })
  for (const code of ['RYD', 'JED']) {
    await server.administer('office add', { code, name: `مكتب ${code}`, country: 'JO' })
    for (const username of ['clerk', 'head']) await user(username, { kind: 'office', code }, 'office_owner')
  }
  await server.administer('department add', { code: 'WATER', name: 'دائرة المياه', offices: ['RYD', 'JED'] })
  await user('liaison', { kind: 'department', code: 'WATER' }, 'liaison')
}

async function newMachine(server: ServerProcess, folder: string, unit: Machine['unit']): Promise<Machine> {
  const own = join(folder, unit.code.toLowerCase())
  mkdirSync(own)
  const core = new CoreProcess(own)
  await core.start()
  return { name: unit.code, unit, core, line: await tcpProxy(server.port) }
}

async function enrol(server: ServerProcess, { unit, core, line }: Machine): Promise<void> {
  const { code } = await server.administer<{ code: string }>('device invite', { unit })
  await core.call<SyncStatus>('sync.join', { url: `http://127.0.0.1:${line.port}`, code })
  await core.stop()
  await nameWithoutPassword(core.folder)
  await core.start()
}
