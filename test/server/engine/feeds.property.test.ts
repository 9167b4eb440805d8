import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { audienceName } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import { caseMembers, caseReach, referralNamed, shareOfCaseEvent } from '#shared/domain/case/audience.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { attemptDeed, deeds } from '#test/support/case-commands.ts'
import type { Deed } from '#test/support/case-commands.ts'
import { departmentA, departmentB, directorateOfA, office, registration } from '#test/support/case-world.ts'
import { runs } from '#test/support/effort.ts'
import { everCarried, heldIn } from '#test/support/sync/feed-contents.ts'
import type { Held } from '#test/support/sync/feed-contents.ts'
import { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const person = '0190a000-0000-7000-8000-000000000001'
const personStream = `person:${person}`
/** Stands in what identifies the complainant, and nowhere else. */
const name = 'محجوب-عن-الدوائر'

const departments: readonly Audience[] = [departmentA, departmentB, directorateOfA].map((unit) => ({
  kind: 'department',
  unit,
}))
const inside: readonly Audience[] = [{ kind: 'central' }, { kind: 'office', unit: office }]

interface Story {
  readonly server: TestServer
  readonly world: SyncedCase
  readonly named: Audience
}

/** A registration and random work on it, each commit pushed by a machine of its author's unit. */
async function told(all: readonly Deed[]): Promise<Story> {
  const server = testServer()
  const machines = new Map([[office as string, await joinedOffice(server)]])
  const world = new SyncedCase()
  const desk = machines.get(office) as TestDevice
  const machineOf = (user: string): TestDevice => {
    const { unit } = world.actor(user)
    const machine = machines.get(unit) ?? new TestDevice(`machine-${unit}`, unit)
    machine.confirmed = desk.confirmed
    machines.set(unit, machine)
    return machine
  }
  desk.write([personRecorded()])
  world.register({}, 'rana')
  desk.write(world.written(0, 'rana'))
  await server.push(desk, 1)
  for (const deed of all) {
    // This server has one office; where a case goes when it moves, its own tests tell.
    if (deed.kind === 'move_to_unit') continue
    const before = { from: world.events.length, state: world.state }
    const { ok, user } = attemptDeed(world, offered(world, deed))
    if (!ok || world.events.length === before.from) continue
    const machine = machineOf(user)
    machine.write(world.written(before.from, user))
    const [answer] = await server.push(machine, machine.commits.length - 1)
    if (answer?.outcome.kind === 'accepted') continue
    // What is the office's alone is not a department's to write, whatever its screen offers.
    expect([machine.unit !== office, answer?.outcome]).toMatchObject([true, { reason: { code: 'sync-not-your-unit' } }])
    undo(world, before)
  }
  return { server, world, named: { kind: 'named', case: world.id } }
}

/** What moves members; walked more often than chance would. */
const moving = [
  'refer',
  'return_referral',
  'cancel_referral',
  'waive_referral',
  'reply_to_referral',
  'disclose',
  'end_disclosure',
  'set_confidentiality',
  'set_complainant',
  'set_complained_about',
] as const

const work = (length: number) =>
  fc
    .tuple(deeds(length), fc.array(fc.tuple(fc.nat(), fc.constantFrom(...moving)), { maxLength: length }))
    .map(([all, moves]) => {
      const mixed = [...road, ...all]
      for (const [at, kind] of moves) {
        const deed = mixed[road.length + (at % all.length)]
        if (deed !== undefined) mixed[road.length + (at % all.length)] = { ...deed, kind }
      }
      return mixed
    })

/** The case comes to where departments are asked. */
const road: readonly Deed[] = ['accept', 'classify', 'refer'].map((kind) => ({
  kind: kind as Deed['kind'],
  user: 0,
  later: 0,
  picks: [1, 1, 0],
}))

/** The deed by somebody whom the case offers it to, where there is one. */
function offered(world: SyncedCase, deed: Deed): Deed {
  if (deed.kind === 'road') return deed
  const users = Object.keys(world.staff)
  const able = users.filter((user) =>
    allowedCommands(world.state, { ...world.actor(user), settings: world.settings }).includes(deed.kind as never),
  )
  return able.length === 0 ? deed : { ...deed, user: users.indexOf(able[deed.user % able.length] as string) }
}

function undo(world: SyncedCase, { from, state }: { readonly from: number; readonly state: CaseState }): void {
  world.events.length = from
  world.privates.length = from
  world.state = state
}

const personRecorded = () => ({
  stream: personStream,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
  private: { details: { kind: 'individual', name: { given: name }, complainantKind: 'citizen', language: 'ar' } },
  actor: 'rana',
})

/** What of the case a feed must hold, by the table; a department that remains a member keeps what was its own. */
function expectCase({ world, named }: Story, audience: Audience, held: Held): void {
  const reach = caseReach(world.case)
  const isMember = caseMembers(reach, new Map()).map(audienceName).includes(audienceName(audience))
  const own = held.get(world.stream)
  if (!isMember) return expect([audienceName(audience), own]).toEqual([audienceName(audience), undefined])
  const wasOwn = new Map(
    world.case.cycles.flatMap(({ referrals }) => referrals.map(({ id, department }) => [id as string, department])),
  )
  for (const event of world.events) {
    const shown = { type: event.type, referral: referralNamed(event.facts) }
    const share = shareOfCaseEvent(shown, audience, reach)
    const most = shareOfCaseEvent(shown, audience, { ...reach, referrals: wasOwn as never })
    const found = own?.get(event.id)
    const said = `${audienceName(audience)} ${event.type} ${named.kind}`
    if (share !== 'none') expect([said, found === undefined]).toEqual([said, false])
    if (most === 'none') expect([said, found]).toEqual([said, undefined])
    if (most !== 'all') expect([said, found?.bytes.private ?? null]).toEqual([said, null])
    const hasPrivate = world.privates[world.events.indexOf(event)] !== null
    if (share === 'all' && hasPrivate) expect([said, found?.bytes.private === null]).toEqual([said, false])
  }
}

/** A person stands where the case that names him stands; at departments he is disclosed to, while he is. */
function expectPerson({ world }: Story, audience: Audience, held: Held): void {
  const reach = caseReach(world.case)
  const isNamed = reach.complainant === person
  const isHidden = isNamed && reach.strict
  const isDisclosed = isNamed && !reach.strict && audience.kind === 'department' && reach.disclosed.has(audience.unit)
  const expected = audience.kind === 'department' ? isDisclosed : (audience.kind === 'named') === isHidden
  expect([audienceName(audience), held.has(personStream)]).toEqual([audienceName(audience), expected])
}

describe('feeds under random work', () => {
  test('SYNC-FEED-3 SYNC-FEED-4 SYNC-FEED-5 SYNC-FEED-6 R-08 R-09 every feed holds of a case and its complainant what the table allows, no more and no less', async () => {
    let disclosures = 0
    await fc.assert(
      fc.asyncProperty(work(40), async (all) => {
        const story = await told(all)
        const { server, world, named } = story
        const wasDisclosed = world.events.some(({ type }) => type === 'disclosed')
        if (wasDisclosed) disclosures++
        for (const audience of [...departments, ...inside, named]) {
          const held = await heldIn(server.log, audienceName(audience))
          expectCase(story, audience, held)
          expectPerson(story, audience, held)
        }
        for (const audience of departments) {
          const carried = await everCarried(server.log, audienceName(audience))
          expect(carried).not.toContain(registration({ receivedAt: world.now }).text)
          // A department learns of a person by a disclosure, and by nothing else.
          if (!wasDisclosed) expect(carried).not.toContain(name)
          if (!wasDisclosed) expect(carried).not.toContain(person)
        }
      }),
      runs(60),
    )
    expect(disclosures).toBeGreaterThan(0)
  })
})
