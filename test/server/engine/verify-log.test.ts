import { describe, expect, test } from 'vitest'
import type { ServerLog } from '#server/log/server-log.ts'
import { hashOfStates } from '#server/engine/state-hash.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import type { LogReport } from '#server/engine/verify-log.ts'
import { foldVersion, viewFor } from '#shared/domain/case/view.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { departmentA, departmentB, office } from '#test/support/case-world.ts'
import { type TestDevice, sha256 } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

interface Filled {
  readonly server: TestServer
  readonly device: TestDevice
  readonly cases: readonly SyncedCase[]
  verify(log?: ServerLog): Promise<LogReport>
}

/** Two cases, one of them at department A; one commit refused, so that it stands in no stream. */
async function filled(): Promise<Filled> {
  const server = testServer()
  const device = await joinedOffice(server)
  const cases = [new SyncedCase(), new SyncedCase()]
  for (const world of cases) {
    world.register({}, 'rana')
    device.write(world.written(0, 'rana'))
  }
  const first = cases[0] as SyncedCase
  first.on(device, 'accept', { input: {}, user: 'salma' })
  first.on(device, 'classify', {
    input: { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null },
    user: 'salma',
  })
  first.on(device, 'refer', { input: { referrals: [{ department: departmentA, text: 'للنظر' }] }, user: 'salma' })
  // The front desk may not assign.
  const facts = { user: 'salma', unit: office }
  device.write([{ stream: first.stream, type: 'assigned', facts, actor: 'rana' }])
  const answers = await server.push(device, 1)
  expect(answers.at(-1)).toMatchObject({ outcome: { kind: 'refused' } })
  const epochOf = async (id: string) => (id === device.id ? (device.enrolled.epochs[0] ?? null) : null)
  return { server, device, cases, verify: (log) => verifyLog({ ...server.engine, log: log ?? server.log }, epochOf) }
}

/** The log with one reading altered, as a disk or a hand might. */
function altered(log: ServerLog, change: (name: string, answer: unknown) => unknown): ServerLog {
  return {
    ...log,
    read: (work) =>
      log.read((reader) =>
        work(
          new Proxy(reader, {
            get:
              (target, name: keyof typeof reader) =>
              async (...asked: never[]) =>
                change(name, await (target[name] as (...all: never[]) => unknown)(...asked)),
          }),
        ),
      ),
  }
}

const flipped = (bytes: Uint8Array): Uint8Array => bytes.map((byte, index) => (index === 3 ? byte ^ 1 : byte))

describe('what the server can prove of itself', () => {
  test('S15 every feed and every device’s chain follows from its first entry to its end, refused commits among them', async () => {
    const { verify } = await filled()
    const report = await verify()
    expect(report).toMatchObject({ ok: true, findings: [], chains: 1, commits: 7, unlinked: 0 })
    expect(report.feeds).toBeGreaterThan(2)
  })

  test('S15 an altered, a removed and a replaced entry are each named by their place', async () => {
    const { server, verify } = await filled()
    type Rows = { sequence: number; header: Uint8Array; hash: Uint8Array; feed: string; events: object[] }[]
    const inCentral = (change: (rows: Rows) => Rows) =>
      altered(server.log, (name, answer) =>
        name === 'readEntries' && (answer as Rows)[0]?.feed === 'central' ? change(answer as Rows) : answer,
      )
    const second = (row: { sequence: number }): boolean => row.sequence === 2
    const header = inCentral((rows) => rows.map((row) => (second(row) ? { ...row, header: flipped(row.header) } : row)))
    expect((await verify(header)).findings).toEqual([{ where: 'central', at: 2, why: 'chain' }])
    const gone = inCentral((rows) => rows.filter((row) => !second(row)))
    expect((await verify(gone)).findings).toContainEqual({ where: 'central', at: 2, why: 'hole' })
    const facts = inCentral((rows) =>
      rows.map((row) =>
        second(row) ? { ...row, events: row.events.map((each) => ({ ...each, facts: canonicalBytes({}) })) } : row,
      ),
    )
    expect((await verify(facts)).findings).toEqual([{ where: 'central', at: 2, why: 'content' }])
  })

  test('S15 an event that was altered in the store breaks its device’s chain', async () => {
    const { server, device, verify } = await filled()
    const log = altered(server.log, (name, answer) =>
      name === 'readEvents'
        ? (answer as { id: string; facts: Uint8Array }[]).map((event, index) =>
            index === 0 ? { ...event, facts: canonicalBytes({}) } : event,
          )
        : answer,
    )
    const { findings } = await verify(log)
    expect(findings).toContainEqual(expect.objectContaining({ where: `device:${device.id}#1`, why: 'content' }))
  })

  test('S6 S8 the hash over cases is that of a machine of the audience: views in the order of ids', async () => {
    const { server, cases } = await filled()
    const ofMachine = (audience: Parameters<typeof viewFor>[0], held: readonly SyncedCase[]): string => {
      const sorted = held.toSorted((one, other) => (one.id < other.id ? -1 : 1))
      return `${foldVersion}:${toHex(sha256(Buffer.concat(sorted.map(({ state }) => canonicalBytes(viewFor(audience, state))))))}`
    }
    const inOffice = { kind: 'office', unit: office } as const
    expect(await hashOfStates(server.engine, inOffice)).toEqual({ cases: 2, hash: ofMachine(inOffice, cases) })
    const atA = { kind: 'department', unit: departmentA } as const
    expect(await hashOfStates(server.engine, atA)).toEqual({ cases: 1, hash: ofMachine(atA, cases.slice(0, 1)) })
    const atB = { kind: 'department', unit: departmentB } as const
    expect(await hashOfStates(server.engine, atB)).toMatchObject({ cases: 0 })
  })
})
