import { once } from 'node:events'
import { expect, it, onTestFinished } from 'vitest'
import { openDoor } from '#core/door.ts'
import type { Door, Who } from '#core/door.ts'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import { serveLocalSocket } from '#core/transport/local-socket.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { testOffice, testPassword } from '#test/support/test-office.ts'

const admin: Who = { as: 'admin', password: testPassword }

/** More calls than sessions of one user are kept. */
const calls = 12

async function doorOf(folder: string): Promise<Door> {
  const door = await openDoor(folder)
  if ('ok' in door) throw new Error(door.error.code)
  return door
}

async function askOften(door: Door): Promise<void> {
  for (let asked = 0; asked < calls; asked += 1)
    expect(await door.call('session.me', {}, admin)).toMatchObject({ ok: true })
}

const signInsOf = (lines: unknown): number => (lines as { value: { total: number } }).value.total

async function running(core: CoreApi, folder: string) {
  const server = await serveLocalSocket(core, socketPath(folder))
  const close = async () => {
    server.closeAllConnections()
    if (server.listening) await once(server.close(), 'close')
  }
  onTestFinished(close)
  return { close }
}

it('S14 G-06 a command of many calls signs in once, beside a running program and alone, and locks nobody’s window', async () => {
  const office = await testOffice({ background: true })
  const window = newConnection('window')
  const signedIn = await office.core.call('session.signIn', { username: 'admin', password: testPassword }, window)
  expect(signedIn).toMatchObject({ ok: true })
  const signIns = async () => signInsOf(await office.core.call('audit.list', { kind: 'session_opened' }, window))
  const before = await signIns()
  const program = await running(office.core, office.folder)
  const door = await doorOf(office.folder)
  await askOften(door)
  expect(await signIns()).toBe(before + 1)
  expect(await office.core.call('session.me', {}, window)).toMatchObject({ ok: true })

  // What the command signed in with ends with it, and another signs in for itself.
  const mine = await door.call('session.me', {}, admin)
  const { token } = (mine as { value: { token: string } }).value
  expect(office.core.sessionOf(token)).not.toBeNull()
  await door.close()
  expect(office.core.sessionOf(token)).toBeNull()
  const wrong = await (await doorOf(office.folder)).call('session.me', {}, { ...admin, password: 'another horse 1' })
  expect(wrong).toMatchObject({ ok: false, error: { code: 'wrong-password' } })
  expect(await signIns()).toBe(before + 1)

  await program.close()
  await office.close()
  const alone = await doorOf(office.folder)
  await askOften(alone)
  const told = await alone.call('audit.list', { kind: 'session_opened' }, admin)
  await alone.close()
  expect(signInsOf(told)).toBe(before + 2)
})
