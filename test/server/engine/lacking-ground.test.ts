import { describe, expect, test } from 'vitest'
import { retryHeld } from '#server/engine/judge-held.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { office } from '#test/support/case-world.ts'
import { machineBeside, registration } from '#test/support/sync/engine-steps.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const retried = async (server: TestServer, device: TestDevice, commit: string) => {
  const judging = { device: device.enrolled, now: instantFromMs((server.now += 1000)), confirmed: '' }
  return retryHeld(server.engine, judging, commit)
}

const lacking = (params: object) => [{ outcome: { kind: 'held', reason: { code: 'sync-ground-lacking', params } } }]

/** The backup that the server stands on knows the office, and nothing of a case that two of its machines worked on. */
async function restored() {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  const [author, helper] = [machineBeside(device, 'author', office), machineBeside(device, 'helper', office)]
  registration(world, author)
  return { server, author, helper, world }
}

describe('a server that was restored lacks what commits rest on', () => {
  test('SYNC-APPEND-13 a note on a case that it does not know waits for the case, and is taken then (S12)', async () => {
    const { server, author, helper, world } = await restored()
    const note = { stream: world.stream, type: 'note_added', facts: {}, private: { text: 'ملاحظة' }, actor: 'salma' }
    const commit = helper.write([note])
    expect(await server.push(helper)).toMatchObject(lacking({ stream: world.stream, event: '' }))
    expect(await retried(server, helper, commit)).toMatchObject({ value: { outcome: { kind: 'held' } } })
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    expect(await retried(server, helper, commit)).toMatchObject({ value: { outcome: { kind: 'accepted', moved: [] } } })
  })

  test('SYNC-APPEND-13 a step whose stamp names a lost event waits for it; the device’s next push looks at it again', async () => {
    const { server, author, helper, world } = await restored()
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    world.on(author, 'accept', { input: {}, user: 'salma' })
    const accepted = world.events.at(-1)?.id
    const classification = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing' }
    const input = { ...classification, importanceReason: '', priority: null, priorityReason: '' } as never
    const stamped = { ...world.stamps('classify', input), decision: accepted ?? '' }
    world.do('classify', input, 'salma')
    const before = world.events.length - 1
    helper.write(world.written(before, 'salma', stamped))
    expect(await server.push(helper)).toMatchObject(lacking({ stream: '', event: accepted }))
    expect(await server.push(author, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const other = new SyncedCase()
    registration(other, helper)
    await server.push(helper, 1)
    const [first] = await server.push(helper)
    expect(first).toMatchObject({ outcome: { kind: 'accepted' } })
  })
})
