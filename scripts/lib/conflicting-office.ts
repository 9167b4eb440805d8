/** For pictures: a server, an office with two machines, and a case that both classified without seeing each other. */
import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { root } from './root.mjs'

export const conflictPassword = 'practice-long-1'

interface Started {
  readonly address: string
  readonly stop: () => void
}

/** In: an empty folder, what starts a window's host on one. Out: the first machine's window; `stop` ends all. */
export async function conflictingOffice(
  folder: string,
  startHost: (args: readonly string[]) => Promise<Started>,
): Promise<Started> {
  mkdirSync(folder, { recursive: true })
  const server = join(folder, 'server')
  const [first, second] = [join(folder, 'first'), join(folder, 'second')]
  let running = await startServer(server, '0')
  makeOffice(server, join(folder, 'password'))
  for (const data of [first, second]) enrol(data, { server, address: running.address })
  writeFileSync(join(folder, 'calls.jsonl'), registered)
  const as = (user: string) => ['--as', user, '--password-file', join(folder, 'password')]
  insaf(first, 'run', join(folder, 'calls.jsonl'), ...as('amal'))
  // Who signed in once is known there without the server, too.
  insaf(second, 'call', 'session.me', ...as('khalid'))
  for (const data of [first, second]) insaf(data, 'sync', 'now')
  await running.stop()
  insaf(second, 'call', 'triage.classify', classified('complex', 'high'), ...as('khalid'))
  insaf(first, 'call', 'triage.classify', classified('critical', 'medium'), ...as('amal'))
  running = await startServer(server, new URL(running.address).port)
  for (const data of [second, first]) insaf(data, 'sync', 'now')
  const host = await startHost(['--data', first])
  const stop = (): void => {
    host.stop()
    void running.stop()
  }
  return { address: host.address, stop }
}

const insaf = (data: string, ...args: readonly string[]): string => run('out/cli/main.cjs', [...args, '--data', data])

const administer = (server: string, ...args: readonly string[]): string =>
  run('scripts/insaf-server.mjs', [...args, '--data', server, '--json'])

function makeOffice(server: string, secret: string): void {
  writeFileSync(secret, `${conflictPassword}\n`)
  const names = ['مكتب شكاوى الرياض', '--name-en', 'Riyadh complaint office']
  administer(server, 'office', 'add', 'RYD', ...names, '--country', 'SA')
  for (const [username, ar, en] of staff) {
    const who = ['--name', ar, '--name-en', en, '--office', 'RYD', '--group', 'office_owner']
    administer(server, 'user', 'add', username, ...who, '--password-file', secret)
  }
}

function enrol(data: string, { server, address }: { readonly server: string; readonly address: string }): void {
  const { code } = JSON.parse(administer(server, 'device', 'invite', '--office', 'RYD')) as { readonly code: string }
  insaf(data, 'sync', 'join', address, code)
}

const staff = [
  ['amal', 'أمل السبيعي', 'Amal Al-Subaie'],
  ['khalid', 'خالد الشمري', 'Khalid Al-Shammari'],
] as const

const reference = 'RYD-26-000001-9'

const registered = [
  {
    call: 'intake.register',
    save: 'made',
    input: {
      type: 'complaint',
      channel: 'phone',
      subject: 'انقطاع المياه عن الحي',
      text: 'انقطعت المياه عن حينا منذ أسبوع ولم يصل أحد.',
      subjects: ['procedure'],
      person: { kind: 'new', details: { given: 'فهد', father: 'محمد', family: 'الدوسري', mobile: '0551234567' } },
      numberTold: 'told',
    },
  },
  { call: 'triage.accept', input: { case: { $: 'made.case' } } },
]
  .map((call) => `${JSON.stringify(call)}\n`)
  .join('')

const classified = (complexity: string, importance: string): string =>
  JSON.stringify({
    case: reference,
    service: null,
    complexity,
    importance,
    importanceReason: importance === 'high' ? 'أثر واسع على حي كامل' : '',
    procedure: 'processing',
    priority: null,
  })

function run(script: string, args: readonly string[]): string {
  const done = spawnSync(process.execPath, [join(root, script), ...args], { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`${script} ${args.join(' ')}: ${done.stderr}`)
  return done.stdout
}

interface RunningServer {
  readonly address: string
  readonly stop: () => Promise<void>
}

async function startServer(folder: string, port: string): Promise<RunningServer> {
  const child = spawn(process.execPath, [join(root, 'scripts/server.mjs'), '--data', folder, '--port', port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) return { address: line, stop: () => ended(child) }
  throw new Error('The server ended without an address.')
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
