import { once } from 'node:events'
import { statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { serveLocalSocket } from '#core/transport/local-socket.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { testOffice } from '#test/support/test-office.ts'

it.skipIf(process.platform === 'win32')('S14 the socket of a running core is its user’s alone', async () => {
  const { core } = await testOffice()
  const path = join(temporaryFolder(), 'core.sock')
  const server = await serveLocalSocket(core, path)
  expect((statSync(path).mode & 0o777).toString(8)).toBe('600')
  await once(server.close(), 'close')
})
