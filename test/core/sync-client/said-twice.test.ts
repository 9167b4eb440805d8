import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommitItem, ConflictItem, ConflictView, SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Two who answer one question without seeing each other: both texts are before whoever decides (N-06). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = { kind: 'office', code: 'AMM' } as const
const water = { kind: 'department', code: 'WATER' } as const
let department = ''

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  department = (
    await administer<{ unit: string }>(server, 'department add', { code: 'WATER', name: 'المياه', offices: ['AMM'] })
  ).unit
  const user = (username: string, unit: object, groups: readonly string[]) =>
    administer(server, 'user add', { username, name: username, unit, groups, password: testPassword, language: 'ar' })
  await user('amal', office, ['office_owner'])
  await user('badr', office, ['office_owner'])
  await user('carl', { kind: 'central' }, ['office_owner'])
  await user('dina', { kind: 'central' }, ['office_owner'])
  await user('ali', water, ['liaison'])
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(unit: object): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

const syncAll = async (...machines: readonly TestOffice[]): Promise<void> => {
  for (const machine of machines) await machine.call('sync.now', {}, '')
}

const classes = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }

/** A case whose department has asked something. */
async function asked(first: TestOffice, liaison: TestOffice) {
  const { reference } = await first.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
  const of = { case: reference }
  const classes = {
    service: null,
    complexity: 'routine',
    importance: 'medium',
    procedure: 'processing',
    priority: null,
  }
  await first.call('triage.accept', of, 'amal')
  await first.call('triage.classify', { ...of, ...classes }, 'amal')
  await first.call('referral.refer', { ...of, referrals: [{ department, text: 'للإفادة' }] }, 'amal')
  await syncAll(first, liaison)
  const page = await liaison.call<CaseView>('cases.get', of, 'ali')
  // F-04: the department answers at its own machine, and the office's page knows.
  expect(page.referrals[0]?.answersItself).toBe(false)
  // F-03: who is to be told travels with the referral, and is there once on either machine.
  const told = async (machine: TestOffice, user: string) =>
    (await machine.call<CaseView>('cases.get', of, user)).timeline.flatMap(({ type, facts }) =>
      type === 'referred' ? [[facts['recipients'], (facts['users'] as readonly string[]).length]] : [],
    )
  expect(await told(first, 'amal')).toEqual([[1, 1]])
  expect(await told(liaison, 'ali')).toEqual([[1, 1]])
  expect((await first.call<CaseView>('cases.get', of, 'amal')).referrals[0]?.answersItself).toBe(true)
  const referral = { ...of, referral: must(page.referrals[0], 'it was referred').id }
  await liaison.call('referral.askClarification', { ...referral, by: 'department', text: 'ما رقم العداد؟' }, 'ali')
  return { of, referral }
}

/** A case that was answered by both who could measure how its complainant found that: whoever stands above does (Z-02). */
async function answered(machine: TestOffice): Promise<{ case: string }> {
  const { reference } = await machine.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
  const of = { case: reference }
  await machine.call('triage.accept', of, 'amal')
  await machine.call('triage.classify', { ...of, ...classes }, 'amal')
  const me = await machine.call<{ user: { id: string } }>('session.me', {}, 'badr')
  await machine.call('triage.assign', { ...of, user: me.user.id }, 'amal')
  await machine.call('reply.submitDraft', { ...of, text: 'تم.', language: 'ar' }, 'amal')
  const { drafts } = await machine.call<{ drafts: readonly { id: string }[] }>('cases.get', of, 'badr')
  const draft = must(drafts[0], 'it was drafted').id
  await machine.call('reply.approve', { ...of, draft }, 'badr')
  const sent = { delivery: 'read_by_phone', sentAt: new Date().toISOString() }
  await machine.call('reply.recordSent', { ...of, draft, ...sent }, 'amal')
  return of
}

const textOf = ({ private: secret }: TimelineEntry): unknown => secret?.['text']

it(
  'N-06 two answers to one question of a department stand side by side, the second can be kept as a note, and nothing is held',
  async () => {
    const [first, second, liaison] = [await joined(office), await joined(office), await joined(water)]
    const { of, referral } = await asked(first, liaison)
    await syncAll(liaison, first, second)
    await first.call('referral.answerClarification', { ...referral, text: 'رقم العداد 7781' }, 'amal')
    await second.call('referral.answerClarification', { ...referral, text: 'العداد رقم 9902' }, 'badr')
    await syncAll(first, second, first, liaison)
    expect(await second.call<readonly CommitItem[]>('sync.items', { standing: 'held' }, 'badr')).toEqual([])
    for (const [machine, user] of [
      [first, 'amal'],
      [second, 'badr'],
      [liaison, 'ali'],
    ] as const) {
      const [clash] = await machine.call<readonly ConflictItem[]>('sync.conflicts', {}, user)
      const { event } = must(clash, 'a clash is shown')
      expect(await machine.call<ConflictView>('sync.conflict', { event }, user)).toMatchObject({
        type: 'clarification_answered',
        fields: [{ name: 'text', standing: 'رقم العداد 7781', intended: 'العداد رقم 9902' }],
        hindrance: { code: 'referral-status' },
      })
    }
    const [clash] = await first.call<readonly ConflictItem[]>('sync.conflicts', {}, 'amal')
    const decision = { event: clash?.event, choice: 'keep', note: '', noteToo: 'قال بدر: 9902' }
    await first.call('sync.settle', decision, 'amal')
    await syncAll(first, second, liaison)
    for (const [machine, user] of [
      [second, 'badr'],
      [liaison, 'ali'],
    ] as const)
      expect(await machine.call('sync.conflicts', {}, user)).toEqual([])
    const { timeline } = await second.call<CaseView>('cases.get', of, 'badr')
    expect(timeline.filter(({ type }) => type === 'note_added').map(textOf)).toEqual(['قال بدر: 9902'])
    expect((await liaison.call<CaseView>('cases.get', of, 'ali')).timeline.map(textOf)).not.toContain('قال بدر: 9902')
  },
  serverPatience,
)

it(
  'S2 SYNC-APPEND-11 held work that is tried again and taken, or was taken meanwhile, is answered as accepted, not as unknown',
  async () => {
    const [first, second] = [await joined(office), await joined(office)]
    const { reference } = await first.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
    const of = { case: reference }
    await first.call('triage.accept', of, 'amal')
    await first.call('triage.classify', { ...of, ...classes }, 'amal')
    await syncAll(first, second)
    await first.call('triage.requestInfo', { ...of, channel: 'phone', text: 'متى؟' }, 'amal')
    await second.call('reply.submitDraft', { ...of, text: 'تم.', language: 'ar' }, 'badr')
    await syncAll(first, second)
    const items = () => second.call<readonly CommitItem[]>('sync.items', { standing: 'held' }, 'badr')
    const [held] = await items()
    // Asking again leads nowhere as the case stands, and is not offered.
    expect(held).toMatchObject({ case: { reference }, reason: { code: 'case-status' }, may: ['withdraw'] })
    const retry = () => second.call<CommitItem>('sync.retry', { commit: held?.commit }, 'badr')
    expect((await retry()).standing).toBe('held')
    await first.call('triage.receiveInfo', { ...of, note: 'أمس' }, 'amal')
    await syncAll(first, second)
    expect(await items()).toMatchObject([{ may: ['retry', 'withdraw'] }])
    expect((await retry()).standing).toBe('accepted')
    expect(await items()).toEqual([])
    expect((await retry()).standing).toBe('accepted')
  },
  serverPatience,
)

it(
  'N-06 SYNC-APPEND-14 work that is held at one machine stands on its case at the others, named, until it is withdrawn or taken',
  async () => {
    const [first, second] = [await joined(office), await joined(office)]
    const { reference } = await first.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
    const of = { case: reference }
    await first.call('triage.accept', of, 'amal')
    await first.call('triage.classify', { ...of, ...classes }, 'amal')
    await syncAll(first, second)
    await first.call('triage.requestInfo', { ...of, channel: 'phone', text: 'متى؟' }, 'amal')
    await second.call('reply.submitDraft', { ...of, text: 'نص سري', language: 'ar' }, 'badr')
    await syncAll(first, second, first)
    const heldAt = async (machine: TestOffice, user: string) =>
      (await machine.call<CaseView>('cases.get', of, user)).held
    const known = { actor: { name: { ar: 'badr' } }, types: ['draft_submitted'] }
    const [here] = await heldAt(second, 'badr')
    expect(here).toMatchObject({ ...known, isHere: true, reason: { code: 'case-status' } })
    const [there, ...others] = await heldAt(first, 'amal')
    expect(there).toMatchObject({ ...known, commit: here?.commit, isHere: false, reason: null })
    expect(others).toEqual([])
    const queued = async () =>
      (await first.call<{ lines: { reference: string }[] }>('cases.queue', { queue: 'held_work' }, 'amal')).lines
    expect((await queued()).map((line) => line.reference)).toContain(reference)
    const counted = await first.call<Record<string, number>>('cases.counts', {}, 'amal')
    expect(counted).toMatchObject({ conflicts: 0, held_work: 1 })
    await second.call('sync.withdraw', { commit: here?.commit, reason: 'كتبته خطأ' }, 'badr')
    await syncAll(second, first)
    expect(await heldAt(first, 'amal')).toEqual([])
    expect(await heldAt(second, 'badr')).toEqual([])
    expect((await queued()).map((line) => line.reference)).not.toContain(reference)
    // The author keeps his own reason, though the office was told without.
    const [back] = await second.call<readonly CommitItem[]>('sync.items', { standing: 'refused' }, 'badr')
    expect(back?.reason?.params).toEqual({ reason: 'كتبته خطأ' })
  },
  serverPatience,
)

it(
  'N-06 W7 of two classifications both due dates stand side by side',
  async () => {
    const [first, second] = [await joined(office), await joined(office)]
    const { reference } = await first.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
    const of = { case: reference }
    await first.call('triage.accept', of, 'amal')
    await syncAll(first, second)
    await first.call('triage.classify', { ...of, ...classes }, 'amal')
    await second.call('triage.classify', { ...of, ...classes, complexity: 'complex' }, 'badr')
    const due = async (machine: TestOffice, user: string) =>
      (await machine.call<CaseView>('cases.get', of, user)).line.due
    const dates = { standing: await due(first, 'amal'), intended: await due(second, 'badr') }
    expect(dates.standing).not.toBe(dates.intended)
    await syncAll(first, second, first)
    const clashes = await first.call<readonly ConflictItem[]>('sync.conflicts', {}, 'amal')
    const { event } = must(
      clashes.find((clash) => clash.case.reference === reference),
      'the second classification clashes',
    )
    const { fields } = await first.call<ConflictView>('sync.conflict', { event }, 'amal')
    expect(fields).toContainEqual({ name: 'dueDate', ...dates, before: null })
    const counts = async () => (await second.call<SyncStatus>('sync.status', {}, '')).counts
    const before = await counts()
    expect(before.conflict).toBe(1)
    await first.call('sync.settle', { event, choice: 'keep', note: 'الأول أصح', noteToo: '' }, 'amal')
    await syncAll(first, second)
    // S2: what is decided is counted as accepted, and nothing is lost from the count.
    expect(await counts()).toEqual({ ...before, conflict: 0, accepted: before.accepted + 1 })
  },
  serverPatience,
)

it(
  'N-06 what stood before both stands beside them',
  async () => {
    const [first, second] = [await joined(office), await joined(office)]
    const { reference } = await first.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
    const of = { case: reference }
    await first.call('triage.accept', of, 'amal')
    await first.call('triage.classify', { ...of, ...classes }, 'amal')
    await syncAll(first, second)
    await first.call('triage.classify', { ...of, ...classes, complexity: 'complex' }, 'amal')
    await second.call('triage.classify', { ...of, ...classes, complexity: 'critical' }, 'badr')
    await syncAll(first, second, first)
    const clashes = await first.call<readonly ConflictItem[]>('sync.conflicts', {}, 'amal')
    const event = must(
      clashes.find(({ case: { reference: of } }) => of === reference),
      'it clashed',
    ).event
    const { fields } = await first.call<ConflictView>('sync.conflict', { event }, 'amal')
    expect(fields.find(({ name }) => name === 'complexity')).toEqual({
      name: 'complexity',
      standing: 'complex',
      intended: 'critical',
      before: 'routine',
    })
  },
  serverPatience,
)

it(
  'N-06 what was done at once clashes once, whatever number of events tells of it, and one decision settles all of it',
  async () => {
    const desk = await joined(office)
    const [first, second] = [await joined({ kind: 'central' }), await joined({ kind: 'central' })]
    const of = await answered(desk)
    await syncAll(desk, first, second)
    for (const [machine, user, rating] of [
      [first, 'carl', 'satisfied'],
      [second, 'dina', 'not_satisfied'],
    ] as const) {
      const measured = { mode: 'phone', ratedAt: new Date().toISOString(), note: '', exceptionReason: 'لا أحد غيرنا' }
      await machine.call('satisfaction.rate', { ...of, rating, ...measured }, user)
    }
    await syncAll(first, second, first)
    const clashes = async () =>
      (await first.call<readonly ConflictItem[]>('sync.conflicts', {}, 'carl')).filter(
        (clash) => clash.case.reference === of.case,
      )
    const [clash, ...others] = await clashes()
    expect(others).toEqual([])
    const { event, type } = must(clash, 'one clash')
    expect(type).toBe('rated')
    expect(await first.call<ConflictView>('sync.conflict', { event }, 'carl')).toMatchObject({
      type: 'rated',
      others: [{ type: 'separation_excepted' }],
    })
    const toDecide = async () => (await first.call<SyncStatus>('sync.status', {}, '')).toDecide
    const before = await toDecide()
    await first.call('sync.settle', { event, choice: 'keep', note: 'مرة تكفي', noteToo: '' }, 'carl')
    expect(await toDecide()).toBe(before - 1)
    await syncAll(first, second)
    for (const machine of [first, second])
      expect(await machine.call<CaseView>('cases.get', of, 'carl')).toMatchObject({ state: { unapplied: [] } })
    expect(await clashes()).toEqual([])
  },
  serverPatience,
)
