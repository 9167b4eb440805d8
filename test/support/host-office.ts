import { expect } from 'vitest'
import { join } from 'node:path'
import { openCore } from '#core/core.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { ask } from './running-host.ts'
import { temporaryFolder } from './temporary-folder.ts'

export const folder = (): string => join(temporaryFolder(), 'data')
const password = 'كلمة سر 12'

/** A folder with an office, made before any host holds it. */
export async function officeFolder(): Promise<string> {
  const dataDir = folder()
  const core = await openCore({ dataDir, background: false })
  if (!core.ok) throw new Error(core.refusal.code)
  const office = {
    office: 'RYD',
    nameAr: 'مكتب',
    nameEn: 'Office',
    country: 'SA',
    adminUsername: 'admin',
    adminName: 'مدير',
    password,
  }
  const made = await core.value.call('setup.create', office, { via: 'window', session: null })
  expect(made).toMatchObject({ ok: true })
  await core.value.close()
  return dataDir
}

/** A call of the contract as the command line makes it: straight to the core's socket. */
export async function call(
  dataDir: string,
  path: string,
  input: unknown,
): Promise<{ readonly value: Record<string, unknown> }> {
  const options = {
    socketPath: socketPath(dataDir),
    method: 'POST',
    path: `/call/${path.replace('.', '/')}`,
    headers: { 'content-type': 'application/json' },
  }
  const { body } = await ask(0, options, Buffer.from(JSON.stringify({ input, as: 'admin', password })))
  const answer = JSON.parse(body.toString('utf8')) as { readonly ok: boolean; readonly value: Record<string, unknown> }
  if (!answer.ok) throw new Error(`${path}: ${body.toString('utf8')}`)
  return answer
}

export const sessionOf = async (dataDir: string): Promise<string> =>
  String((await call(dataDir, 'session.me', {})).value['token'])
