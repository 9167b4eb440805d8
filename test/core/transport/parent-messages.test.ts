import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { MessageChannel } from 'node:worker_threads'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/message-port'
import { describe, expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { parentSecrets } from '#core/transport/parent-secrets.ts'
import { relayedPorts } from '#core/transport/relayed-ports.ts'
import { portServer } from '#core/transport/serve-port.ts'
import type { FromCore, ToCore } from '#shared/contract/desktop/core-process.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

type Client = { readonly setup: { readonly status: (input: object) => Promise<{ readonly kind: string }> } }

async function core() {
  const opened = await openCore({ dataDir: temporaryFolder(), background: false })
  if (!opened.ok) throw new Error(opened.refusal.code)
  return opened.value
}

describe('a window’s way to the core', () => {
  it('G-02 a port that was handed over carries the contract', async () => {
    const { port1, port2 } = new MessageChannel()
    // Electron gives events with `data`; Node gives the data themselves.
    const asElectron = {
      on: (event: string, listener: (event?: { data: unknown }) => void) =>
        void port2.on(event, (data: unknown) => listener({ data })),
      postMessage: (data: unknown) => port2.postMessage(data),
    }
    portServer(await core())(asElectron)
    port1.start()
    const client: Client = createORPCClient(new RPCLink({ port: port1 as never }))
    expect(await client.setup.status({})).toMatchObject({ kind: 'empty' })
    port1.close()
  })

  it('G-02 relayed ports are kept apart by number and closed one by one', async () => {
    const serve = portServer(await core())
    const told: FromCore[] = []
    let opened = 0
    const links = new Map<number, (event: { readonly data: unknown }) => void>()
    const relay = relayedPorts(
      (message) => {
        told.push(message)
        if (message.kind === 'relay') links.get(message.connection)?.({ data: message.data })
      },
      (port) => {
        opened += 1
        serve(port)
      },
    )
    const clientOf = (connection: number): Client => {
      const port = {
        on: (event: string, listener: (event?: { data: unknown }) => void) =>
          void (event === 'message' && links.set(connection, listener)),
        postMessage: (data: unknown) => relay({ kind: 'relay', connection, data }),
      }
      return createORPCClient(new RPCLink({ port }))
    }
    const [first, second] = [clientOf(1), clientOf(2)]
    const answers = await Promise.all([first.setup.status({}), second.setup.status({}), first.setup.status({})])
    expect(answers.map(({ kind }) => kind)).toEqual(['empty', 'empty', 'empty'])
    expect(opened).toBe(2)
    expect(new Set(told.flatMap((message) => (message.kind === 'relay' ? [message.connection] : [])))).toEqual(
      new Set([1, 2]),
    )
    relay({ kind: 'relay-closed', connection: 1 })
    relay({ kind: 'relay-closed', connection: 9 })
    expect(await second.setup.status({})).toMatchObject({ kind: 'empty' })
  })

  it('S14 the key chain of the machine wraps the key at set-up and opens the folder again; without it a person is asked', async () => {
    const secret = randomBytes(32)
    const mask = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => byte ^ (secret[index % 32] ?? 0))
    const chain = (can: boolean) => {
      const asked: string[] = []
      const secrets = parentSecrets('test-chain', (message) => {
        if (message.kind !== 'secret') return
        asked.push(message.work)
        const answer: ToCore = { kind: 'secret-answer', id: message.id, bytes: can ? mask(message.bytes) : null }
        queueMicrotask(() => secrets.answered(answer as Extract<ToCore, { kind: 'secret-answer' }>))
      })
      return { asked, secrets }
    }
    const dataDir = temporaryFolder()
    const open = async (can: boolean) => {
      const { asked, secrets } = chain(can)
      const opened = await openCore({ dataDir, background: false, ports: { secrets } })
      if (!opened.ok) throw new Error(opened.refusal.code)
      return { asked, core: opened.value }
    }
    const first = await open(true)
    const office = {
      office: 'RYD',
      nameAr: 'مكتب',
      nameEn: 'Office',
      country: 'SA',
      adminUsername: 'admin',
      adminName: 'مدير',
      password: 'كلمة سر 12',
    }
    expect(await first.core.call('setup.create', office, { via: 'window', session: null })).toMatchObject({ ok: true })
    await first.core.close()
    // Where there is a key chain there is no key file beside the data.
    expect(existsSync(join(dataDir, 'file.key'))).toBe(false)
    for (const can of [true, false]) {
      const next = await open(can)
      expect(next.asked).toContain('unwrap')
      expect(await next.core.call('setup.status', {}, { via: 'window', session: null })).toMatchObject({
        value: { kind: can ? 'ready' : 'locked' },
      })
      await next.core.close()
    }
    expect(first.asked).toContain('wrap')
  })
})
