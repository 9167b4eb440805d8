import { readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { allProjections } from '#core/projections/all-projections.ts'
import { openStore } from '#core/store/open-store.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { createVault } from '#core/vault/vault.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { opened } from '#test/support/opened.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

/* A whole job through the contract, in one process: what a window or a script would call, in the order people work. */

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
      { ...of, cause: 'dissatisfied', route: 'rating', outcome: 'not_upheld', handler: ids['lina'] },
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

describe('backup and way back', () => {
  it('R-01 S12 a restored office gives no number twice', async () => {
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
  const newOffice = {
    office: 'ZAR',
    nameAr: 'م',
    nameEn: 'O',
    country: 'JO',
    adminUsername: 'admin',
    adminName: 'م',
    password: 'correct horse 1',
  }

  async function beginsAgain(folder: string): Promise<void> {
    const again = await openOfficeFolder({ folder })
    expect(await again.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
    await expect(again.call('setup.create', newOffice, '')).resolves.toHaveProperty('recoveryCode')
    expect((await again.call<Done>('intake.register', phoneForm())).reference).toMatch(/^ZAR-/)
  }

  it('C-02 keys without a store count as an empty folder, and set-up begins again', async () => {
    const office = await testOffice()
    await office.close()
    const made = readdirSync(office.folder).filter((name) => /^(insaf|tables-\d+)\.db/.test(name))
    for (const name of made) rmSync(join(office.folder, name))
    await beginsAgain(office.folder)
  })

  it('C-02 so does a store in which nothing was written yet, at every opening', async () => {
    const folder = temporaryFolder()
    const { key } = opened(await createVault(folder, { ids: systemIds, file: true }))
    opened(openStore({ folder, key, projections: allProjections, log: silentLog, create: true })).close()
    expect(readdirSync(folder)).toContain('tables-1.db')
    for (const _ of ['first', 'second']) await (await openOfficeFolder({ folder })).close()
    await beginsAgain(folder)
  })

  it('C-02 a store that was away when its folder was opened finds its keys when it is back', async () => {
    const office = await testOffice()
    const { reference } = await office.call<Done>('intake.register', phoneForm())
    await office.close()
    const made = readdirSync(office.folder).filter((name) => /^(insaf|tables-\d+)\.db/.test(name))
    const away = temporaryFolder()
    for (const name of made) renameSync(join(office.folder, name), join(away, name))
    await (await openOfficeFolder({ folder: office.folder })).close()
    for (const name of made) renameSync(join(away, name), join(office.folder, name))
    await office.reopen()
    expect((await office.call<Done>('intake.register', phoneForm())).reference).not.toBe(reference)
  })

  it('bad input: a half-copied folder is not taken for an empty one, and says what it lacks', async () => {
    const office = await testOffice()
    await office.close()
    const keys = join(office.folder, 'keys.json')
    renameSync(keys, `${keys}.away`)
    await expect(openOfficeFolder({ folder: office.folder })).rejects.toThrow(/folder-half.*keys\.json/)
    renameSync(`${keys}.away`, keys)
    await office.reopen()
    expect((await office.call<Done>('intake.register', phoneForm())).reference).toBeTruthy()
  })
})
