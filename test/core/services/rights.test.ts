import { describe, expect, it } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { addDepartment, addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* What a caller may not open he does not find, count, link, print or hear of either (R-08, R-09, G-02). */

const monday = '2026-01-05T07:00:00.000Z' as Instant
const laterThatMonth = '2026-01-19T07:00:00.000Z' as Instant

interface Page {
  readonly total: number
  readonly lines: readonly { readonly id: string }[]
}

const classification = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

async function accepted(office: TestOffice, { reference }: Registered, as = 'admin'): Promise<void> {
  await office.call('triage.accept', { case: reference }, as)
  await office.call('triage.classify', { case: reference, ...classification }, as)
}

async function referred(office: TestOffice, registered: Registered, departments: readonly string[]): Promise<void> {
  await accepted(office, registered)
  const referrals = departments.map((department) => ({
    department,
    text: `إحالة للنظر ${department}`,
    tells: 'confirmed',
  }))
  await office.call('referral.refer', { case: registered.reference, referrals })
}

const found = async (office: TestOffice, text: string, as: string): Promise<number> =>
  (await office.call<Page>('cases.search', { text }, as)).total

const listed = async (office: TestOffice, as: string): Promise<readonly string[]> =>
  (await office.call<Page>('cases.queue', { queue: 'all' }, as)).lines.map(({ id }) => id)

describe('who sees a case in lists, on its page and by its number', () => {
  it('R-08 a strict case is in no list, no page and behind no number for one who is not named', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const hidden = await strictCase(office)
    expect(await office.refused('cases.get', { case: hidden.reference }, 'rana')).toBe('not-found')
    expect(await found(office, hidden.reference, 'rana')).toBe(0)
    expect(await found(office, 'رخصة', 'rana')).toBe(0)
    expect(await listed(office, 'rana')).toEqual([])
    expect(await found(office, hidden.reference, 'admin')).toBe(1)
  })

  it('G-05 whom a complaint is about, and his unit, find it in no list, no page and behind no number', async () => {
    const office = await testOffice({ now: monday })
    const unit = (await addDepartment(office, 'A')).id
    await addUser(office, { username: 'ali', groups: ['liaison'], unit })
    await addUser(office, { username: 'omar', groups: ['team_head'], staffId: '17' })
    await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    const made = await registerCase(office)
    await referred(office, made, [unit])
    for (const name of ['ali', 'omar', 'lina']) expect(await listed(office, name), name).toEqual([made.case])
    const employees = [{ staffId: '١٧', unit }]
    await office.call('triage.setComplainedAbout', { case: made.reference, employees, note: '' }, 'lina')
    for (const name of ['ali', 'omar']) {
      expect(await office.refused('cases.get', { case: made.reference }, name), name).toBe('not-found')
      expect(await found(office, made.reference, name), name).toBe(0)
      expect(await listed(office, name), name).toEqual([])
    }
    expect(await listed(office, 'lina')).toEqual([made.case])
  })

  it('R-08 an earlier handler of a confidential case sees it in lists as on its page, another colleague in neither', async () => {
    const office = await testOffice({ now: monday })
    const omar = await addUser(office, { username: 'omar', groups: ['complaint_team'] })
    const lina = await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    await addUser(office, { username: 'sami', groups: ['complaint_team'] })
    const made = await registerCase(office)
    await accepted(office, made, 'omar')
    const of = { case: made.reference }
    await office.call('triage.setConfidentiality', { ...of, level: 'confidential', users: [], note: '' })
    await office.call('triage.assign', { ...of, user: omar, exceptionReason: '' })
    await office.call('triage.assign', { ...of, user: lina, exceptionReason: '' })
    for (const name of ['omar', 'lina']) {
      expect(await office.refused('cases.get', of, name), name).toBe('answered')
      expect(await listed(office, name), name).toEqual([made.case])
    }
    expect(await office.refused('cases.get', of, 'sami')).toBe('not-found')
    expect(await listed(office, 'sami')).toEqual([])
  })

  it('R-09 a department sees a case while it has it in hand or has answered it; what it returned is gone from page, list and number alike', async () => {
    const office = await testOffice({ now: monday })
    const [mine, other] = [(await addDepartment(office, 'A')).id, (await addDepartment(office, 'B')).id]
    await addUser(office, { username: 'ali', groups: ['liaison'], unit: mine })
    await addUser(office, { username: 'huda', groups: ['liaison'], unit: other })
    const made = await registerCase(office)
    await referred(office, made, [mine, other])
    const of = { case: made.reference }
    const ownReferral = async (as: string): Promise<string> =>
      (await office.call<{ referrals: readonly { id: string }[] }>('cases.get', of, as)).referrals[0]?.id ?? ''
    expect(await listed(office, 'ali')).toEqual([made.case])
    // Notes and files beside its own steps are the office's: neither offered nor taken, here as at the server.
    const { allowed } = await office.call<{ allowed: readonly string[] }>('cases.get', of, 'ali')
    expect(allowed).toEqual(expect.arrayContaining(['acknowledge_referral', 'reply_to_referral']))
    expect(allowed.filter((kind) => kind.startsWith('add_'))).toEqual([])
    expect(await office.refused('desk.addNote', { ...of, text: 'ملاحظة' }, 'ali')).toBe('not-of-department')
    const file = { file: 'ab'.repeat(32), size: 1, mediaType: 'application/pdf', pages: null, name: 'رد.pdf', key: 'x' }
    expect(await office.refused('desk.addFiles', { ...of, files: [file], original: false }, 'ali')).toBe(
      'not-of-department',
    )
    await office.call('referral.reply', { ...of, referral: await ownReferral('huda'), text: 'تم' }, 'huda')
    await office.call(
      'referral.returnToTeam',
      {
        ...of,
        referral: await ownReferral('ali'),
        proposedDepartment: null,
        reason: 'not_in_remit',
        note: 'خارج الاختصاص',
      },
      'ali',
    )
    expect(await office.refused('cases.get', of, 'ali')).toBe('not-found')
    expect(await listed(office, 'ali')).toEqual([])
    expect(await found(office, made.reference, 'ali')).toBe(0)
    expect(await listed(office, 'huda')).toEqual([made.case])
    expect(await office.refused('cases.get', of, 'huda')).toBe('answered')
  })
})

describe('who the complainant is', () => {
  const details = { given: 'سعاد', family: 'النجار', mobile: '0791234568', email: 'souad@example.org' }

  it('R-09 G-02 changing a known person with a registration needs the right to identities', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'mona', groups: ['media_monitor'] })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    await registerCase(office, { person: { kind: 'new', details } })
    const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'سعاد' })
    const changed = phoneForm({ person: { kind: 'known', id: person?.id, changes: { ...details, given: 'هند' } } })
    expect(await office.refused('intake.register', changed, 'mona')).toBe('not-allowed')
    expect(await office.refused('intake.register', changed, 'rana')).toBe('answered')
  })

  it('R-09 without the right to identities the page tells neither person nor ways of reaching him', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'wael', groups: ['senior_management'] })
    const { reference } = await registerCase(office, {
      person: { kind: 'new', details: { ...details, preferredChannel: 'email' } },
    })
    const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'سعاد' })
    const view = await office.call<{ state: { complainant: object } }>('cases.get', { case: reference }, 'wael')
    expect(view.state.complainant).toMatchObject({ person: null, anonymous: false, contactableBy: [], preferred: null })
    const { lines } = await office.call<{ lines: readonly object[] }>('cases.queue', { queue: 'all' }, 'wael')
    // Withheld, not anonymous.
    expect(lines).toMatchObject([{ person: null, unnamed: 'hidden' }])
    const seen = JSON.stringify(view)
    for (const hidden of [person?.id ?? 'no person', 'النجار', '791234568', 'souad@example.org'])
      expect(seen, hidden).not.toContain(hidden)
  })

  it('R-08 a person whose only cases are hidden is found, opened and changed by nobody who may not open them', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    await strictCase(office, { person: { kind: 'new', details } })
    const people = (as: string): Promise<readonly { id: string }[]> =>
      office.call('people.search', { text: 'سعاد' }, as)
    const id = (await people('admin'))[0]?.id ?? ''
    expect(id).not.toBe('')
    expect(await people('rana')).toEqual([])
    const history = await office.call<{ callers: readonly unknown[] }>(
      'intake.history',
      { texts: ['0791234568'] },
      'rana',
    )
    expect(history.callers).toEqual([])
    expect(await office.refused('people.get', { id }, 'rana')).toBe('not-found')
    expect(await office.refused('people.change', { id, details }, 'rana')).toBe('not-found')
    const known = phoneForm({ person: { kind: 'known', id, changes: null } })
    expect(await office.refused('intake.register', known, 'rana')).toBe('not-found')
    await office.call('intake.register', known)
    expect((await people('rana')).map((person) => person.id)).toEqual([id])
  })
})

describe('links', () => {
  it('R-08 L-17 a hidden case is neither linked to nor shown among the linked ones', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    const [hidden, open, third] = [await strictCase(office), await registerCase(office), await registerCase(office)]
    const link = (from: Registered, to: Registered) => ({
      case: from.reference,
      lead: to.case,
      kind: 'repeat',
      note: '',
    })
    expect(await office.refused('triage.link', link(open, hidden), 'lina')).toBe('not-found')
    await office.call('triage.link', link(open, hidden))
    await office.call('triage.link', link(third, hidden))
    const linked = (of: Registered, as: string): Promise<{ linkedCases: readonly { reference: string }[] }> =>
      office.call('cases.get', { case: of.reference }, as)
    const seenByLina = await linked(open, 'lina')
    expect(seenByLina.linkedCases).toEqual([])
    for (const told of [hidden.case, hidden.reference]) expect(JSON.stringify(seenByLina), told).not.toContain(told)
    expect(JSON.stringify(await linked(open, 'admin'))).toContain(hidden.case)
    expect((await linked(open, 'admin')).linkedCases.map(({ reference }) => reference)).toEqual([hidden.reference])
    expect((await linked(hidden, 'admin')).linkedCases).toHaveLength(2)
    await office.call('triage.unlink', { case: open.reference, note: '' })
    expect(JSON.stringify(await linked(open, 'lina'))).not.toContain(hidden.case)
  })
})

describe('what a department finds and prints', () => {
  it('R-09 L-13 a department finds by number and by the words of its own referral; a word of the original text, of a note or of another referral tells nothing', async () => {
    const office = await testOffice({ now: monday })
    const [mine, other] = [(await addDepartment(office, 'A')).id, (await addDepartment(office, 'B')).id]
    await addUser(office, { username: 'ali', groups: ['liaison'], unit: mine })
    const made = await registerCase(office, { text: 'جمارك الحدود الشمالية أوقفت الشحنة' })
    await referred(office, made, [mine, other])
    await office.call('desk.addNote', { case: made.reference, text: 'ملاحظة داخلية سرية' })
    for (const word of ['جمارك', 'داخلية', 'رخصة', other, `للنظر ${other}`])
      expect(await found(office, word, 'ali'), word).toBe(0)
    for (const word of ['للنظر', 'احاله', `نظر ${mine}`]) expect(await found(office, word, 'ali'), word).toBe(1)
    const serial = made.reference.split('-')[2] ?? ''
    for (const number of [made.reference, serial]) expect(await found(office, number, 'ali'), number).toBe(1)
    const alike = { text: 'جمارك الحدود الشمالية أوقفت الشحنة' }
    expect((await office.call<Page>('cases.similar', alike, 'ali')).total).toBe(0)
    expect((await office.call<Page>('cases.similar', alike)).total).toBe(1)
  })

  it('R-09 R-04 a department prints its referral, neither receipt nor reply', async () => {
    const office = await testOffice({ now: monday })
    const mine = (await addDepartment(office, 'A')).id
    await addUser(office, { username: 'ali', groups: ['liaison'], unit: mine })
    const made = await registerCase(office)
    await referred(office, made, [mine])
    const print = (kind: string): Promise<string> =>
      office.refused('letters.make', { case: made.reference, kind }, 'ali')
    expect(await print('receipt')).toBe('not-allowed')
    expect(await print('reply')).toBe('not-allowed')
    expect(await print('referral')).toBe('answered')
  })
})

describe('figures and the cases behind them', () => {
  const request = { kind: 'quarterly', year: 2026, quarter: 1 }
  interface Preview {
    readonly model: unknown
    readonly figures: readonly { readonly code: string; readonly value: number | null }[]
  }

  it('R-08 B-01 a figure counts every case and opens those the caller may see; no report names the number of a strict one', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const [hidden, open] = [await strictCase(office), await registerCase(office)]
    office.now = laterThatMonth
    const casesOf = (as: string): Promise<readonly string[]> =>
      office.call('reports.casesOf', { ...request, code: 'K7a' }, as)
    expect(await casesOf('rana')).toEqual([open.case])
    expect(await casesOf('admin')).toHaveLength(2)
    interface Board {
      readonly cards: readonly { readonly beside: { readonly cases: readonly string[] } | null }[]
    }
    const shown = async (as: string): Promise<readonly string[]> =>
      (await office.call<Board>('reports.dashboard', {}, as)).cards.flatMap(({ beside }) => beside?.cases ?? [])
    expect(await shown('rana')).toEqual([open.case])
    expect(await shown('admin')).toHaveLength(2)
    for (const as of ['rana', 'admin']) {
      const preview = await office.call<Preview>('reports.preview', request, as)
      expect(preview.figures.find(({ code }) => code === 'K7a')?.value).toBe(2)
      const model = JSON.stringify(preview.model)
      expect(model).toContain(open.reference)
      expect(model).toContain('سرية')
      expect(model).not.toContain(hidden.reference)
    }
  })

  it('R-09 N-05 a department with the right to figures gets no report of the office and none of its cards', async () => {
    const office = await testOffice({ now: monday })
    const mine = (await addDepartment(office, 'A')).id
    await addUser(office, { username: 'hani', groups: ['department_head'], unit: mine })
    await registerCase(office)
    expect(await office.refused('reports.preview', request, 'hani')).toBe('not-allowed')
    expect(await office.refused('reports.start', request, 'hani')).toBe('not-allowed')
    expect(await office.refused('reports.casesOf', { ...request, code: 'K7a' }, 'hani')).toBe('not-allowed')
    const { cards } = await office.call<{ cards: readonly unknown[] }>('reports.dashboard', {}, 'hani')
    expect(cards).toEqual([])
  })

  it('R-08 a report under way answers to whoever started it, and to the keeper of the machine', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    await addUser(office, { username: 'wael', groups: ['senior_management'] })
    const { job } = await office.call<{ job: string }>('reports.start', request, 'rana')
    expect(await office.refused('reports.job', { job }, 'wael')).toBe('not-found')
    await office.call('reports.cancel', { job }, 'wael')
    expect((await office.call<{ kind: string }>('reports.job', { job }, 'rana')).kind).not.toBe('cancelled')
    expect(await office.refused('reports.job', { job }, 'admin')).toBe('answered')
    await office.call('reports.cancel', { job }, 'rana')
  })
})

describe('changes, as windows are told', () => {
  type Told = AsyncGenerator<{ topics: string[] }>
  const nextOf = async (told: Told): Promise<readonly string[]> => {
    const { value } = await told.next()
    return (value as { topics: string[] } | undefined)?.topics ?? []
  }

  it('R-08 G-02 a change of a case is told to those who may see it, and nothing is told after signing out', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const [hidden, open] = [await strictCase(office), await registerCase(office)]
    const told = await office.call<Told>('events.changes', undefined, 'rana')
    const note = ({ reference }: Registered) => office.call('desk.addNote', { case: reference, text: 'ملاحظة' })
    const first = nextOf(told)
    await note(hidden)
    const topics = [...(await first)]
    const second = nextOf(told)
    await note(open)
    topics.push(...(await second))
    expect(topics).toContain(`case:${open.case}`)
    expect(topics).not.toContain(`case:${hidden.case}`)
    expect(topics).toContain('unseen')
    const third = expect(told.next()).rejects.toThrow()
    await office.call('session.signOut', {}, 'rana')
    await note(open)
    await third
  })
})
