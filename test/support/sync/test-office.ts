import { shippedGroups } from '#shared/domain/access/roles.ts'
import { shippedTargets } from '#shared/domain/clock/limits.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { shippedCaseSettings } from '#shared/domain/case/settings.ts'
import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import { pendingEvent } from '#shared/domain/case/decide.ts'
import type { CaseEvent } from '#shared/domain/case/events.ts'
import { evolve } from '#shared/domain/case/evolve.ts'
import { must } from '#shared/lib/assert.ts'
import { createMemoryLog } from '#server/log/memory-log.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { appendPush } from '#server/engine/append-push.ts'
import type { CommitAnswer } from '#server/engine/judge-held.ts'
import { createEngine } from '#server/engine/engine.ts'
import type { Engine } from '#server/engine/engine.ts'
import { CaseWorld, ammanCalendar, departmentA, departmentB, office, shippedStaff } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'
import { unitEvent } from './unit-event.ts'
import { TestDevice, nextUuid, sha256, testSigning } from './test-device.ts'
import type { TestEvent } from './test-device.ts'

/* The office of `case-world` with its departments, on a server's engine over a memory log. */

const label = (text: string): { ar: string; en: string } => ({ ar: text, en: text })

export function foundingEvents(): readonly TestEvent[] {
  const { standAlone: _, ...caseSettings } = shippedCaseSettings
  const settings = {
    office,
    code: 'TST',
    name: label('مكتب'),
    country: 'JO',
    zone: 'Asia/Amman',
    digits: 'latin',
    hijri: false,
    letterhead: { ministry: label('وزارة'), address: '', phone: '', email: '' },
    practice: false,
    idleLockMinutes: 10,
    ...caseSettings,
  }
  return [
    { stream: `settings:${office}`, type: 'settings.set', facts: settings, actor: 'nadia' },
    unitEvent(office, 'office', null),
    unitEvent(departmentA, 'department', office),
    unitEvent(departmentB, 'department', office),
    ...Object.entries(shippedGroups).map(([code, rights]) => ({
      stream: `group:${office}/${code}`,
      type: 'group.set',
      facts: { code, name: label(code), rights: [...rights], active: true },
      actor: 'nadia',
    })),
    ...Object.entries(shippedStaff).map(([id, { unit, groups }]) => ({
      stream: `user:${id}`,
      type: 'user.set',
      facts: {
        id,
        username: id,
        name: label(id),
        unit,
        groups: [...groups],
        active: true,
        staffId: null,
        language: 'ar',
      },
      actor: 'nadia',
    })),
    {
      stream: `calendar:${office}`,
      type: 'calendar.set',
      facts: { unit: office, calendar: ammanCalendar },
      actor: 'nadia',
    },
    { stream: `targets:${office}`, type: 'targets.set', facts: { office, targets: shippedTargets }, actor: 'nadia' },
  ]
}

export interface TestServer {
  readonly engine: Engine
  readonly log: ServerLog
  now: number
  /** Moves the engine's own clock. */
  setNow(ms: number): void
  push(device: TestDevice, from?: number, to?: number): Promise<readonly CommitAnswer[]>
  /** As `push`, with the refusal's code where it was refused whole. */
  tryPush(device: TestDevice, from?: number, to?: number): Promise<string | readonly CommitAnswer[]>
}

export function testServer(
  log: ServerLog = createMemoryLog(),
  set: Partial<Pick<Engine, 'eventsAtOnce'>> = {},
): TestServer {
  const signing = testSigning()
  const server: { now: number } = { now: Date.parse('2026-01-05T07:00:00Z') }
  const warnings: string[] = []
  const engine = createEngine({
    ...set,
    log,
    server: { id: 'server', logEpoch: 1 },
    ports: {
      clock: { now: () => instantFromMs(server.now) },
      ids: { uuid: nextUuid, randomBytes: (length) => new Uint8Array(length) },
      hash: sha256,
      signing,
      journal: { info: () => {}, warn: (line) => warnings.push(line), error: (line) => warnings.push(line) },
    },
  })
  const tryPush: TestServer['tryPush'] = async (device, from, to) => {
    const judging = { device: device.enrolled, now: instantFromMs((made.now += 1000)), confirmed: device.confirmed }
    const pushed = await appendPush(engine, judging, device.page(from, to))
    if (!pushed.ok) return pushed.refusal.code
    device.confirmed = pushed.value.rights
    return pushed.value.outcomes
  }
  const made: TestServer = {
    engine,
    log,
    now: server.now,
    setNow: (ms) => {
      server.now = ms
      made.now = ms
    },
    tryPush,
    push: async (device, from, to) => {
      const answer = await tryPush(device, from, to)
      if (typeof answer === 'string') throw new Error(`the push was refused: ${answer}`)
      return answer
    },
  }
  return made
}

/** An office's machine that has gone up with its founding commit. */
export async function joinedOffice(server: TestServer): Promise<TestDevice> {
  const device = new TestDevice('office-machine', office)
  device.stoodAloneUntil = instantFromMs(server.now)
  device.write(foundingEvents())
  const [founded] = await server.push(device)
  if (founded?.outcome.kind !== 'accepted') throw new Error(`not founded: ${JSON.stringify(founded)}`)
  return device
}

/** A case whose commands one machine after another carries out; each commit goes to the writer's chain. */
export class SyncedCase extends CaseWorld {
  stream = ''
  constructor() {
    super()
    ;(this as { id: string }).id = nextUuid()
    this.stream = `case:${this.id}`
  }

  /** Carries out a command on a machine, folds it here, and queues its commit there. Out: the commit. */
  on<K extends CaseCommandKind>(device: TestDevice, kind: K, asked: { input: InputOf<K>; user: string }): string {
    const expects = this.state.kind === 'none' ? {} : this.stamps(kind, asked.input)
    const before = this.events.length
    this.do(kind, asked.input, asked.user)
    const written = this.written(before, asked.user, expects)
    return device.write(written)
  }

  /** The case's events from one on, as a machine writes them. */
  written(from: number, actor: string, expects: Readonly<Record<string, string>> = {}): readonly TestEvent[] {
    return this.events.slice(from).map((event, index) => ({
      stream: this.stream,
      type: event.type,
      facts: event.facts,
      private: this.privates[from + index] ?? null,
      actor,
      at: event.at,
      expects: index === 0 ? expects : {},
      id: event.id,
    }))
  }

  readonly privates: (object | null)[] = []

  override append(event: CaseEvent, actor: string): void {
    this.privates.push(event.private)
    const recorded = pendingEvent(event, { id: nextUuid(), at: this.now, actor })
    this.events.push(recorded)
    this.state = evolve(this.state, recorded, this.id)
  }

  get referralId(): string {
    return must(this.cycle.referrals.at(-1), 'a referral was made').id
  }
}
