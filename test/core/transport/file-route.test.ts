import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it } from 'vitest'
import type { ServedFile } from '#core/services/served-file.ts'
import { answerFile } from '#core/transport/file-route.ts'
import { testOffice } from '#test/support/test-office.ts'

function* endless(): Generator<Buffer> {
  for (;;) yield Buffer.alloc(65_536)
}

/** Answers one request, which its reader ends after the first bytes. Out: how the answer ended. */
async function leftEarly(open: ServedFile['open']): Promise<unknown> {
  const { core } = await testOffice()
  const file: ServedFile = { size: 2 ** 40, mediaType: 'video/mp4', name: 'a.mp4', inline: true, open }
  const { promise, resolve } = Promise.withResolvers<unknown>()
  const server = createServer((asked, response) => {
    const url = new URL(`http://core/files/t/${'a'.repeat(32)}`)
    answerFile({ ...core, fileOf: () => Promise.resolve(file) }, { url, request: asked, response }).then(
      () => resolve('answered'),
      (error: unknown) => resolve(error),
    )
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const sent = request({ port: (server.address() as AddressInfo).port, host: '127.0.0.1' }, (answer) => {
    answer.on('error', () => undefined)
    answer.once('data', () => sent.destroy())
  })
  sent.on('error', () => undefined)
  sent.end()
  const ended = await promise
  server.close()
  return ended
}

it('a reader that leaves before the end is no fault; a file that cannot be read is one', async () => {
  expect(await leftEarly(() => Readable.from(endless()))).toBe('answered')
  const broken = new Error('disk')
  expect(
    await leftEarly(() =>
      Readable.from(
        (function* () {
          yield Buffer.alloc(10)
          throw broken
        })(),
      ),
    ),
  ).toBe(broken)
})
