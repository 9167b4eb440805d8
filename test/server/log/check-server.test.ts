import { expect, it } from 'vitest'
import { checkServer } from '#server/log/postgres/check-server.ts'
import { ok } from '#shared/lib/result.ts'

/** A PostgreSQL as it answers about itself. */
const answering = (version: string, fsync = 'on') => checkServer(() => Promise.resolve({ rows: [{ version, fsync }] }))

it('SYNC-APPEND-1 a PostgreSQL older than 15, or one that does not wait for its disk, is refused at start', async () => {
  for (const version of ['150000', '150004', '180001']) expect(await answering(version)).toEqual(ok(null))
  for (const [version, found] of [
    ['140012', 14],
    ['90624', 9],
  ] as const)
    expect(await answering(version)).toMatchObject({
      refusal: { code: 'server-database-too-old', params: { found, oldest: 15 } },
    })
  expect(await answering('150004', 'off')).toMatchObject({ refusal: { code: 'server-disk-unsafe' } })
  const unreachable = await checkServer(() => Promise.reject(new Error('no answer')))
  expect(unreachable).toMatchObject({
    refusal: { code: 'server-database-unreachable', params: { detail: 'no answer' } },
  })
})
