import { describe, expect, test } from 'vitest'
import { retryHeld } from '#server/engine/judge-held.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, registration } from '#test/support/sync/engine-steps.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, foundingEvents, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
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
  return { server, device, author, helper, world }
}

const lina = () => {
  const known = foundingEvents().find(({ stream }) => stream === 'user:omar')
  const facts = { ...known?.facts, id: 'lina', username: 'lina' }
  return { stream: 'user:lina', type: 'user.set', facts, actor: 'admin' }
}

/** A classification whose stamp names an acceptance that the server lacks. */
function classified({ author, world }: Awaited<ReturnType<typeof restored>>) {
  world.on(author, 'accept', { input: {}, user: 'salma' })
  const classification = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing' }
  const input = { ...classification, importanceReason: '', priority: null, priorityReason: '' } as never
  const accepted = world.events.at(-1)?.id ?? ''
  const stamped = { ...world.stamps('classify', input), decision: accepted }
  world.do('classify', input, 'salma')
  return { accepted, written: world.written(world.events.length - 1, 'salma', stamped) }
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
    const made = await restored()
    const { server, author, helper } = made
    expect(await server.push(author)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const { accepted, written } = classified(made)
    helper.write(written)
    expect(await server.push(helper)).toMatchObject(lacking({ stream: '', event: accepted }))
    expect(await server.push(author, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    const other = new SyncedCase()
    registration(other, helper)
    await server.push(helper, 1)
    const [first] = await server.push(helper)
    expect(first).toMatchObject({ outcome: { kind: 'accepted' } })
  })

  test('SYNC-APPEND-14 what was told to be held for one reason, and is held for another of which nobody is told, is told to be over', async () => {
    const made = await restored()
    const { server, device, author, helper, world } = made
    await server.push(author)
    helper.write([{ stream: world.stream, type: 'note_added', facts: {}, private: { text: 'ملاحظة' }, actor: 'lina' }])
    const { accepted, written } = classified(made)
    const commit = helper.write(written)
    await server.push(helper)
    device.write([lina()])
    await server.push(device)
    const told = async () =>
      (await entriesOf(server, `office:${office}`)).flatMap(({ header }) =>
        header.kind === 'outcome' && header.commit === commit ? [header.outcome] : [],
      )
    const fenced = { kind: 'held', reason: { code: 'sync-fenced' } }
    expect(await told()).toMatchObject([fenced])
    expect(await server.push(helper)).toMatchObject([{}, ...lacking({ stream: '', event: accepted })])
    expect(await told()).toMatchObject([fenced])
    await server.push(author, 1)
    expect(await retried(server, helper, commit)).toMatchObject({ value: { outcome: { kind: 'accepted' } } })
    expect(await told()).toMatchObject([fenced, { kind: 'accepted' }])
  })
})
