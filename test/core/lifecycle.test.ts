import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantOfLocal } from '#shared/domain/clock/zone.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { addDepartment, addUser, openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* A whole job through the contract, in one process: what a window or a script would call, in the order people work. */

const at = (text: string): Instant => instantOfLocal('Asia/Amman', text.slice(0, 10), text.slice(11))

interface Done {
  readonly case: string
  readonly reference: string
  readonly status: string
}

interface Page {
  readonly total: number
  readonly lines: readonly { readonly reference: string; readonly subject: string }[]
}

interface View {
  readonly state: {
    readonly cycles: readonly {
      readonly referrals: readonly { readonly id: string }[]
      readonly drafts: readonly { readonly id: string }[]
    }[]
  }
  readonly clocks: readonly { readonly due: { readonly at: string } }[]
  readonly allowed: readonly string[]
}

async function staffed(): Promise<{ office: TestOffice; a: string; b: string; ids: Readonly<Record<string, string>> }> {
  const office = await testOffice({ now: at('2026-01-05 09:00') })
  const a = (await addDepartment(office, 'A')).id
  const b = (await addDepartment(office, 'B')).id
  const ids: Record<string, string> = {}
  for (const [username, group] of [
    ['rana', 'reception'],
    ['salma', 'complaint_team'],
    ['omar', 'complaint_team'],
    ['lina', 'complaint_team'],
    ['tareq', 'complaint_team'],
    ['huda', 'satisfaction_team'],
    ['nadia', 'team_head'],
  ] as const)
    ids[username] = await addUser(office, { username, groups: [group] })
  ids['ali'] = await addUser(office, { username: 'ali', groups: ['liaison'], unit: a })
  return { office, a, b, ids }
}

const newest = (view: View, kind: 'referrals' | 'drafts'): string => view.state.cycles.at(-1)?.[kind].at(-1)?.id ?? ''

async function draftAndSend(
  office: TestOffice,
  reference: string,
  people: { author: string; approver: string },
): Promise<void> {
  await office.call(
    'reply.submitDraft',
    { case: reference, text: 'تمت معالجة الشكوى وأُنجزت المعاملة.', language: 'ar' },
    people.author,
  )
  const draft = newest(await office.call<View>('cases.get', { case: reference }), 'drafts')
  await office.call('reply.approve', { case: reference, draft }, people.approver)
  await office.call(
    'reply.recordSent',
    { case: reference, draft, delivery: 'read_by_phone', sentAt: office.now },
    people.author,
  )
}

describe('one complaint from the telephone to its second closing', () => {
  it('C-02 L-02 F-01 F-06 A-01 A-03 Z-02 Z-05 Z-06: registered, referred, returned, approved, answered, reopened, closed', async () => {
    const { office, a, b, ids } = await staffed()
    const registered = await office.call<Done & { due: string; trackingCode: string }>(
      'intake.register',
      phoneForm(),
      'rana',
    )
    const of = { case: registered.reference }
    expect(registered.reference).toMatch(/^AMM-26-\d{6,}-\d$/)
    expect(registered.trackingCode).toHaveLength(6)

    await office.call('triage.accept', of, 'salma')
    await office.call(
      'triage.classify',
      {
        ...of,
        service: 'special.permits',
        complexity: 'routine',
        importance: 'medium',
        procedure: 'processing',
        priority: null,
      },
      'salma',
    )
    await office.call('triage.assign', { ...of, user: ids['salma'] }, 'salma')
    await office.call(
      'referral.refer',
      {
        ...of,
        referrals: [
          { department: a, text: 'للإفادة' },
          { department: b, text: 'للإفادة' },
        ],
      },
      'salma',
    )
    const view = await office.call<View>('cases.get', of)
    const [first = { id: '' }, second = { id: '' }] = view.state.cycles[0]?.referrals ?? []
    expect((await office.call<Page>('cases.queue', { queue: 'awaiting_departments' })).total).toBe(1)

    office.now = at('2026-01-05 11:00')
    await office.call('referral.acknowledge', { ...of, referral: first.id, statedAt: at('2026-01-06 12:00') }, 'ali')
    await office.call(
      'referral.returnToTeam',
      { ...of, referral: second.id, reason: 'not_in_remit', proposedDepartment: null, note: '' },
      'salma',
    )
    office.now = at('2026-01-06 10:00')
    await office.call('referral.reply', { ...of, referral: first.id, text: 'استُكملت الوثائق وأُنجزت المعاملة.' }, 'ali')

    office.now = at('2026-01-06 12:00')
    const early = await office.refused('reply.submitDraft', { ...of, text: 'قبل أوانه', language: 'ar' }, 'salma')
    expect(early).toBe('referrals-open')
    await office.call('referral.cancel', { ...of, referral: second.id, reason: 'sent_in_error', note: '' }, 'salma')
    await office.call('reply.submitDraft', { ...of, text: 'تمت معالجة شكواكم.', language: 'ar' }, 'salma')
    const draft = newest(await office.call<View>('cases.get', of), 'drafts')
    expect(await office.refused('reply.approve', { ...of, draft }, 'salma')).not.toBe('answered')
    await office.call('reply.returnDraft', { ...of, draft, reason: 'incomplete', note: 'اذكر الموعد.' }, 'omar')
    await draftAndSend(office, registered.reference, { author: 'salma', approver: 'omar' })

    office.now = at('2026-01-07 10:00')
    await office.call(
      'satisfaction.recordAttempt',
      { ...of, attemptedAt: office.now, channel: 'phone', result: 'reached' },
      'huda',
    )
    await office.call(
      'satisfaction.rate',
      { ...of, rating: 'not_satisfied', mode: 'phone', ratedAt: office.now, dissatisfaction: 'not_solved' },
      'huda',
    )
    const stale = await office.refused(
      'closing.reopen',
      { ...of, cause: 'dissatisfied', route: 'rating', handler: ids['salma'] },
      'nadia',
    )
    expect(stale).not.toBe('answered')
    await office.call(
      'closing.reopen',
      { ...of, cause: 'dissatisfied', route: 'rating', handler: ids['lina'] },
      'nadia',
    )

    office.now = at('2026-01-08 10:00')
    await draftAndSend(office, registered.reference, { author: 'lina', approver: 'tareq' })
    office.now = at('2026-01-11 10:00')
    await office.call('satisfaction.rate', { ...of, rating: 'satisfied', mode: 'phone', ratedAt: office.now }, 'huda')
    const closed = await office.call<Done>(
      'closing.close',
      {
        ...of,
        reason: 'rated',
        outcome: 'upheld',
        rootCause: 'workload',
        knowledge: false,
        improvement: false,
        analysis: 'ضغط العمل في موسم التجديد.',
      },
      'huda',
    )
    expect(closed.status).toBe('closed')

    const after = await office.call<View>('cases.get', of)
    expect(after.state.cycles).toHaveLength(2)
    expect((await office.call<{ ok: boolean }>('system.verify')).ok).toBe(true)
    const hash = await office.call('system.stateHash')
    expect((await office.call<{ ok: boolean }>('system.doctor', { rebuild: true })).ok).toBe(true)
    expect(await office.call('system.stateHash')).toEqual(hash)
    await office.reopen()
    expect(await office.call('system.stateHash')).toEqual(hash)
  })
})

describe('queues, search and drafts', () => {
  it('bug 15 every count is that of its list, beyond one page too', async () => {
    const office = await testOffice()
    for (let number = 0; number < 120; number += 1)
      await office.call('intake.register', phoneForm({ person: { kind: 'anonymous' }, subject: `شكوى ${number}` }))
    const { lines } = await office.call<Page>('cases.queue', { queue: 'all', page: { offset: 0, limit: 500 } })
    for (const { reference } of lines.slice(0, 7))
      await office.call('triage.reject', { case: reference, reason: 'no_data', note: '' })
    for (const { reference } of lines.slice(7, 12)) await office.call('triage.accept', { case: reference })
    const counts = await office.call<Record<string, number>>('cases.counts')
    for (const [queue, count] of Object.entries(counts)) {
      const page = await office.call<Page>('cases.queue', { queue, page: { offset: 0, limit: 10 } })
      expect([queue, page.total]).toEqual([queue, count])
      expect(page.lines.length).toBe(Math.min(10, count))
    }
    expect(counts['all']).toBe(120)
    expect(counts['to_triage']).toBe(113)
  })

  it('bug 23 L-13 search forgives Arabic spelling and finds numbers, names and phones', async () => {
    const office = await testOffice()
    const { reference } = await office.call<Done>(
      'intake.register',
      phoneForm({
        person: {
          kind: 'new',
          details: { given: 'إسراء', father: 'عبد الله', family: 'أبو غوش', mobile: '٠٧٩ ١٢٣ ٤٥٦٧' },
        },
        subject: 'إلغاء موعد مستشفى الأمير حمزة',
        text: 'أُلغي الموعد دون إشعار، والمراجعة الأولى كانت قبل شهرين.',
      }),
    )
    await office.call(
      'intake.register',
      phoneForm({ person: { kind: 'anonymous' }, subject: 'حفرة في الطريق', text: 'حفرة كبيرة' }),
    )
    for (const text of [
      'الغاء موعد',
      'مستشفي الامير',
      'المراجعه الاولي',
      'إلغَاء',
      'اسراء',
      'إسراء أبو غوش',
      'ابو غوش',
      '0791234567',
      '+962791234567',
      '١٢٣٤٥٦٧',
      reference,
      reference.toLowerCase(),
      'AMM26000001',
    ])
      expect([text, (await office.call<Page>('cases.search', { text })).lines.map((line) => line.reference)]).toEqual([
        text,
        [reference],
      ])
    expect((await office.call<Page>('cases.search', { text: 'زراعة' })).total).toBe(0)
  })

  it('R-08 a strictly confidential case is not found, counted or listed for who may not open it', async () => {
    const { office, ids } = await staffed()
    const { reference } = await office.call<Done>(
      'intake.register',
      phoneForm({ subject: 'شكوى سرية على موظف' }),
      'rana',
    )
    await office.call('intake.register', phoneForm({ subject: 'شكوى عادية على موظف' }), 'rana')
    await office.call(
      'triage.setConfidentiality',
      { case: reference, level: 'strict', users: [ids['salma']], note: 'تمس موظفاً' },
      'nadia',
    )
    const seen = async (user: string): Promise<readonly unknown[]> => [
      (await office.call<Page>('cases.search', { text: reference }, user)).total,
      (await office.call<Page>('cases.search', { text: 'موظف' }, user)).total,
      (await office.call<Record<string, number>>('cases.counts', {}, user))['all'],
      (await office.call<Page>('cases.queue', { queue: 'all' }, user)).total,
      await office.refused('cases.get', { case: reference }, user),
    ]
    expect(await seen('salma')).toEqual([1, 2, 2, 2, 'answered'])
    expect(await seen('omar')).toEqual([0, 1, 1, 1, 'not-found'])
  })

  it('C-03 a draft survives the end of the core and ends with its registration', async () => {
    const office = await testOffice()
    const form = { subject: 'نصف مكتوبة', text: 'بقيتُ أنتظر' }
    await office.call('intake.saveDraft', { id: 'draft-1', form })
    await office.reopen()
    expect(await office.call<readonly { form: unknown }[]>('intake.drafts')).toMatchObject([{ id: 'draft-1', form }])
    await office.call('intake.register', phoneForm({ draft: 'draft-1' }))
    expect(await office.call('intake.drafts')).toEqual([])
  })

  it('R-10 the caller is known by number while typing, with earlier cases', async () => {
    const office = await testOffice()
    await office.call('intake.register', phoneForm())
    const { callers } = await office.call<{ callers: readonly { total: number; person: { displayName: string } }[] }>(
      'intake.history',
      { text: '079 1234567' },
    )
    expect(callers).toMatchObject([{ total: 1, person: { displayName: 'أحمد محمود الخطيب' } }])
    const byName = await office.call<{ callers: readonly unknown[] }>('intake.history', { text: 'احمد الخطيب' })
    expect(byName.callers).toHaveLength(1)
  })

  it('R-05 a number that cannot be one is refused and nothing is written', async () => {
    const office = await testOffice()
    const input = phoneForm({ person: { kind: 'new', details: { given: 'أحمد', mobile: '12' } } })
    expect(await office.refused('intake.register', input)).toMatch(/^phone/)
    expect(await office.call('cases.counts')).toMatchObject({ all: 0 })
    expect((await office.call<Done>('intake.register', phoneForm())).reference).toMatch(/-000001-/)
  })
})

describe('backup and way back', () => {
  it('R-01 S12 a restored office goes on from its reserve and gives no number twice', async () => {
    const office = await testOffice()
    const given: string[] = []
    const register = async (where: TestOffice): Promise<void> =>
      void given.push(
        (await where.call<Done>('intake.register', phoneForm({ person: { kind: 'anonymous' } }))).reference,
      )
    for (let number = 0; number < 5; number += 1) await register(office)
    const file = join(temporaryFolder(), 'copy.insaf-backup')
    await office.call('system.backup', { path: file })
    for (let number = 0; number < 5; number += 1) await register(office)
    const restored = await openOfficeFolder()
    expect(await restored.call('setup.restore', { path: file, secret: office.recoveryCode }, '')).toEqual({ cases: 5 })
    for (let number = 0; number < 5; number += 1) await register(restored)
    expect(new Set(given).size).toBe(15)
    expect((await restored.call<{ ok: boolean }>('system.verify')).ok).toBe(true)
    await restored.reopen()
    await register(restored)
    expect(new Set(given).size).toBe(16)
  })
})

describe('beginnings that were cut off', () => {
  it('C-02 keys without a store count as an empty folder, and set-up begins again', async () => {
    const office = await testOffice()
    await office.close()
    const { rmSync } = await import('node:fs')
    for (const name of ['insaf.db', 'insaf.db-wal', 'insaf.db-shm']) rmSync(join(office.folder, name), { force: true })
    const again = await openOfficeFolder({ folder: office.folder })
    expect(await again.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
    const again2 = again.call(
      'setup.create',
      {
        office: 'ZAR',
        nameAr: 'م',
        nameEn: 'O',
        country: 'JO',
        adminUsername: 'admin',
        adminName: 'م',
        password: 'correct horse 1',
      },
      '',
    )
    await expect(again2).resolves.toHaveProperty('recoveryCode')
    expect((await again.call<Done>('intake.register', phoneForm())).reference).toMatch(/^ZAR-/)
  })
})
