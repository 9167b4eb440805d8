import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { contract } from '#shared/contract/desktop/contract.ts'
import { proposeComplexity } from '#renderer/features/case/steps/propose-complexity.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { addDepartment, addUser, testOffice } from '#test/support/test-office.ts'

const monday = '2026-01-05T07:00:00.000Z' as Instant
const twoWeeksLater = '2026-01-19T07:00:00.000Z' as Instant

interface Registered {
  readonly case: string
  readonly reference: string
}

describe('rules of the office, through the contract', () => {
  it('C-09 the preferred channel of the complainant is stored with the case and with the person', async () => {
    const office = await testOffice({ now: monday })
    const details = {
      given: 'سعاد',
      family: 'النجار',
      mobile: '0791234568',
      email: 's@example.org',
      preferredChannel: 'email',
    }
    const { reference } = await office.call<Registered>(
      'intake.register',
      phoneForm({ person: { kind: 'new', details } }),
    )
    const view = await office.call<{
      state: { complainant: { preferred: string } }
      person: { details: { preferredChannel: string } }
    }>('cases.get', { case: reference })
    expect(view.state.complainant.preferred).toBe('email')
    expect(view.person.details.preferredChannel).toBe('email')
  })

  it('L-04 the service tree has a general and a special root, and its leaves carry what triage proposes', async () => {
    const office = await testOffice({ now: monday })
    const lists = await office.call<
      readonly {
        list: string
        entries: readonly { code: string; attributes: { parent: string | null; complexity: string | null } }[]
      }[]
    >('admin.lists')
    const services = lists.find(({ list }) => list === 'services')?.entries ?? []
    expect(services.filter(({ attributes }) => attributes.parent === null).map(({ code }) => code)).toEqual([
      'general',
      'special',
    ])
    expect(services.find(({ code }) => code === 'special.permits')?.attributes).toMatchObject({
      parent: 'special',
      complexity: 'complex',
    })
  })

  it('L-06 the two drivers propose a complexity, and silence proposes what the service says', () => {
    expect(proposeComplexity({ parties: 'one', time: 'now', ofService: null })).toBe('critical')
    expect(proposeComplexity({ parties: 'several', time: 'days', ofService: 'routine' })).toBe('complex')
    expect(proposeComplexity({ parties: null, time: null, ofService: 'critical' })).toBe('critical')
  })

  it('P-03 the desk answers by number, phone or document in one search, and each such look-up leaves a line without what was typed', async () => {
    const office = await testOffice({ now: monday })
    const details = {
      given: 'سعاد',
      family: 'النجار',
      mobile: '0791234568',
      document: { country: 'JO', kind: 'national_id', number: '9871054321' },
    }
    const { reference, case: id } = await office.call<Registered>(
      'intake.register',
      phoneForm({ person: { kind: 'new', details } }),
    )
    const before = await office.call<{ events: number }>('system.health')
    for (const text of [reference, '٠٧٩١٢٣٤٥٦٨', '9871054321']) {
      const found = await office.call<{ total: number; lines: readonly { id: string; status: string; due: string }[] }>(
        'cases.search',
        { text },
      )
      expect(
        found.lines.map((line) => line.id),
        text,
      ).toEqual([id])
      expect(found.lines[0]).toMatchObject({ status: 'registered' })
    }
    const after = await office.call<{ events: number }>('system.health')
    expect(after.events - before.events).toBe(3)
  })

  it('L-13 bug 23: a name is found in any common spelling, with other names between, and a number without its check digit', async () => {
    const office = await testOffice({ now: monday })
    const details = { given: 'عبدالله', father: 'سعيد', family: 'الغامدي', mobile: '0791234568' }
    const { reference } = await office.call<Registered>(
      'intake.register',
      phoneForm({ person: { kind: 'new', details } }),
    )
    for (const text of [
      'عبد الله الغامدي',
      'عبدالله الغامدى',
      'الغامدي عبدالله',
      reference.slice(0, -2),
      reference.slice(0, -1),
      reference.toLowerCase(),
    ]) {
      const found = await office.call<{ total: number }>('cases.search', { text })
      expect(found.total, text).toBe(1)
    }
  })

  it('K-06 the cards follow every change by themselves', async () => {
    const office = await testOffice({ now: monday })
    const overdue = async (): Promise<number | null> => {
      const { cards } = await office.call<{
        cards: readonly { code: string; figure: { value: number | null }; cases: readonly string[] }[]
      }>('reports.dashboard')
      return cards.find(({ code }) => code === 'K7a.overdue')?.figure.value ?? null
    }
    expect(await overdue()).toBe(0)
    await office.call('intake.register', phoneForm())
    office.now = twoWeeksLater
    expect(await overdue()).toBe(1)
  })

  it('G-06 no procedure edits or deletes history, and what a person may read says who, when and on which machine', async () => {
    const procedures = Object.entries(contract).flatMap(([feature, parts]) =>
      Object.keys(parts).map((name) => `${feature}.${name}`),
    )
    expect(procedures.filter((name) => /delete|remove|purge|editEvent|rewrite/i.test(name))).toEqual([])
    const office = await testOffice({ now: monday })
    const { reference } = await office.call<Registered>('intake.register', phoneForm())
    const { timeline } = await office.call<{
      timeline: readonly { at: string; actor: { id: string }; device: string; type: string }[]
    }>('cases.get', { case: reference })
    expect(timeline.length).toBeGreaterThan(2)
    for (const entry of timeline)
      expect(entry).toMatchObject({
        at: monday,
        device: expect.stringMatching(/^[0-9a-f-]{36}$/),
        actor: { id: expect.any(String) },
      })
  })

  it('G-01 G-02 a right taken from a group is gone at the next call', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    await office.call('intake.register', phoneForm(), 'rana')
    await office.call('admin.setGroup', {
      code: 'reception',
      name: { ar: 'الاستقبال', en: 'Reception' },
      rights: ['identify'],
      active: true,
    })
    expect(await office.refused('intake.register', phoneForm(), 'rana')).toBe('not-allowed')
  })
})

describe('refusals, as people read them', () => {
  it('bug 4: the end of the reopening window is told by the clocks of the office', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'omar', groups: ['complaint_team'] })
    const handler = await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    const { reference } = await office.call<Registered>('intake.register', phoneForm())
    const of = { case: reference }
    await office.call('triage.accept', of)
    await office.call('triage.classify', {
      ...of,
      service: 'special.permits',
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      priority: null,
    })
    await office.call('reply.submitDraft', { ...of, text: 'أُنجزت المعاملة.', language: 'ar' })
    const view = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
    const draft = view.drafts[0]?.id
    await office.call('reply.approve', { ...of, draft }, 'omar')
    await office.call('reply.recordSent', { ...of, draft, delivery: 'read_by_phone', sentAt: monday })
    office.now = '2026-03-02T07:00:00.000Z' as Instant
    const reopening = office.call('closing.reopen', { ...of, cause: 'new_facts', route: 'client', handler, note: '' })
    await expect(reopening).rejects.toThrow(/reopen-window-over .* \d\d\/01\/2026 15:00\./)
  })
})

describe('what a department sees', () => {
  it('R-09 a liaison gets his own referral and nothing of the complainant, of other departments, or of the office', async () => {
    const office = await testOffice({ now: monday })
    const [mine, other] = [(await addDepartment(office, 'A')).id, (await addDepartment(office, 'B')).id]
    await addUser(office, { username: 'ali', groups: ['liaison'], unit: mine })
    const details = { given: 'سعاد', family: 'النجار', mobile: '0791234568', email: 'souad@example.org' }
    const { reference } = await office.call<Registered>(
      'intake.register',
      phoneForm({ person: { kind: 'new', details }, text: 'نص أصلي لا يراه سواي' }),
    )
    const of = { case: reference }
    await office.call('triage.accept', of)
    await office.call('triage.classify', {
      ...of,
      service: 'special.permits',
      complexity: 'routine',
      importance: 'medium',
      procedure: 'processing',
      priority: null,
    })
    const referrals = [
      { department: mine, text: 'للنظر في تأخر الرخصة' },
      { department: other, text: 'خاص بالدائرة الأخرى' },
    ]
    await office.call('referral.refer', { ...of, referrals })
    await office.call('desk.addNote', { ...of, text: 'ملاحظة داخلية' })
    const seen = JSON.stringify(await office.call('cases.get', of, 'ali'))
    expect(seen).toContain('للنظر في تأخر الرخصة')
    for (const hidden of [
      'سعاد',
      'النجار',
      '791234568',
      'souad@example.org',
      'نص أصلي',
      'خاص بالدائرة الأخرى',
      'ملاحظة داخلية',
      other,
    ])
      expect(seen, hidden).not.toContain(hidden)
    const found = await office.call<{ total: number }>('cases.search', { text: 'سعاد' }, 'ali')
    expect(found.total).toBe(0)
    expect(await office.refused('people.search', { text: 'سعاد' }, 'ali')).toBe('not-allowed')
  })

  interface Described {
    readonly type: string
    readonly private: object | null
  }

  it('N-06 a corrected wording keeps the letter of the sender and the remedy sought', async () => {
    const office = await testOffice({ now: monday })
    const senderLetter = { number: 'ص/144', date: '2026-01-04' }
    const { reference } = await office.call<Registered>(
      'intake.register',
      phoneForm({ channel: 'fax', senderLetter, remedySought: 'إصدار الرخصة' }),
    )
    await office.call('triage.describe', { case: reference, subject: 'رخصة متأخرة', text: 'نص مصحح', language: 'ar' })
    const view = await office.call<{ text: unknown; timeline: readonly Described[] }>('cases.get', { case: reference })
    const corrected = view.timeline.findLast(({ type }) => type === 'described')
    expect(corrected?.private).toEqual({ subject: 'رخصة متأخرة', text: 'نص مصحح' })
    expect(view.text).toEqual({ subject: 'رخصة متأخرة', text: 'نص مصحح', senderLetter, remedySought: 'إصدار الرخصة' })
  })
})
