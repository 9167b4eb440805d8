import { expect, it, onTestFinished } from 'vitest'
import { newConnection } from '#core/services/connection.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'

it(
  'SYNC-ENROL-4 S14 without the server whoever signed in here before is proven; nobody else is told that his password is wrong',
  async () => {
    const server = await startTestServer(temporaryFolder())
    let stopped: Promise<void> | null = null
    const stop = (): Promise<void> => (stopped ??= server.stop())
    onTestFinished(stop)
    const unit = { kind: 'office', code: 'AMM' } as const
    await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    for (const name of ['amal', 'salem']) {
      const user = { username: name, name, groups: ['office_owner'], password: testPassword, language: 'ar' }
      await administer(server, 'user add', { ...user, unit })
    }
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: server.address, code }, '')
    const said = async (username: string, password: string): Promise<string> => {
      const answer = await machine.core.call('session.signIn', { username, password }, newConnection('window'))
      return answer.ok ? 'signed in' : answer.error.code
    }
    expect(await said('salem', 'not this one')).toBe('wrong-password')
    expect(await said('amal', testPassword)).toBe('signed in')
    await stop()
    expect(await said('amal', testPassword)).toBe('signed in')
    expect(await said('amal', 'not this one')).toBe('wrong-password')
    // Of a name that is nobody's no more is said than of one that is.
    for (const name of ['salem', 'nobody']) expect(await said(name, testPassword)).toBe('sign-in-needs-server')
  },
  serverPatience,
)
