import { EntryHeader } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { departmentA, office, registration as registrationInput } from '#test/support/case-world.ts'
import { TestDevice } from './test-device.ts'
import type { SyncedCase, TestServer } from './test-office.ts'

/* Steps and looks that tests of the server's engine share. */

export async function entriesOf(server: TestServer, feed: string) {
  const rows = await server.log.read((log) => log.readEntries({ feed: feed as FeedName, after: 0, limit: 5000 }))
  return rows.map((row) => ({ ...row, header: EntryHeader.parse(parseCanonical(row.header)), bytes: row.header }))
}

export const typesIn = (rows: Awaited<ReturnType<typeof entriesOf>>): readonly string[] =>
  rows.flatMap(({ header, events }) =>
    header.kind === 'commit' || header.kind === 'earlier'
      ? events.map(({ envelope }) => (parseCanonical(envelope) as { type: string }).type)
      : [header.kind],
  )

export const registration = (world: SyncedCase, device: TestDevice): string =>
  world.on(device, 'register', { input: inputOf(world), user: 'rana' })

function inputOf(world: SyncedCase) {
  return registrationInput({ receivedAt: world.now, complainant: anonymous })
}

export const anonymous = {
  person: null,
  anonymous: true,
  contactableBy: [],
  preferred: null,
  language: 'ar' as const,
  governorate: null,
}

/** Registered, accepted, classified and referred to department A, on the office's machine. */
export function referred(world: SyncedCase, device: TestDevice): void {
  registration(world, device)
  world.on(device, 'accept', { input: {}, user: 'salma' })
  const classification = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing' }
  world.on(device, 'classify', {
    input: { ...classification, importanceReason: '', priority: null, priorityReason: '' } as never,
    user: 'salma',
  })
  const referrals = [{ department: departmentA, text: 'للنظر', files: [] }]
  world.on(device, 'refer', { input: { referrals } as never, user: 'salma' })
}

/** A machine of the office as the server knows it, by its id. */
export const machineCalled = (id: string): EnrolledDevice => new TestDevice(id, office).enrolled

/** Another machine that has pulled what the first one knows of rights. */
export function machineBeside(known: TestDevice, id: string, unit: string): TestDevice {
  const machine = new TestDevice(id, unit)
  machine.confirmed = known.confirmed
  return machine
}
