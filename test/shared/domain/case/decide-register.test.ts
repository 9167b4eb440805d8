import { describe, expect, test } from 'vitest'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import { stageOf } from '#shared/domain/case/status.ts'
import { CaseWorld, registration } from '#test/support/case-world.ts'

const anonymous = {
  person: null,
  anonymous: true,
  contactableBy: [],
  preferred: null,
  language: 'ar',
  governorate: null,
} as const
const withoutContact = { ...registration({ receivedAt: '' as never }).complainant, contactableBy: [], preferred: null }

describe('registration', () => {
  test('R-01 a registration is one commit: received, registered, described, complainant', () => {
    const world = new CaseWorld()
    const events = world.register()
    expect(world.typesOf(events)).toEqual(['received', 'registered', 'described', 'complainant_set', 'number_told'])
    expect(world.case.reference).toBe('TST-26-000001-7')
    expect(world.status).toBe('registered')
  })

  test('T-02 a complaint without a subject is saved but cannot leave registration', () => {
    const world = new CaseWorld()
    world.register({ subjects: [] })
    expect(world.refusal('accept', {}, 'salma')).toBe('subjects-missing')
    world.do('change_details', { subjects: ['procedure'], cause: null, complainantKind: null }, 'rana')
    world.do('accept', {}, 'salma')
    expect(world.status).toBe('accepted')
  })

  test('T-01 every type may be registered, and an inquiry needs no subject', () => {
    for (const type of ['complaint', 'report', 'inquiry', 'suggestion', 'praise', 'media'] as const) {
      const world = new CaseWorld()
      world.register({ type, subjects: [] })
      expect(world.case.type).toBe(type)
    }
    const inquiry = new CaseWorld()
    inquiry.register({ type: 'inquiry', subjects: [] })
    inquiry.do('accept', {}, 'salma')
    expect(inquiry.status).toBe('accepted')
  })

  test('T-07 T-08 C-01 causes, complainant kinds and channels are active entries of their lists', () => {
    const world = new CaseWorld()
    const input = registration({ receivedAt: world.now })
    expect(world.refusal('register', { ...input, cause: 'no_such_cause' }, 'rana')).toBe('list-entry-unknown')
    expect(world.refusal('register', { ...input, complainantKind: 'alien' }, 'rana')).toBe('list-entry-unknown')
    expect(world.refusal('register', { ...input, channel: 'pigeon' }, 'rana')).toBe('list-entry-unknown')
  })

  test('T-09 an oral complaint keeps its form and takes a written original as attachment', () => {
    const world = new CaseWorld()
    const file = { file: 'a'.repeat(64), size: 10, mediaType: 'image/tiff', pages: 2, name: 'خطاب.tif', key: 'k' }
    world.register({ form: 'oral', files: [file] })
    expect(world.case.form).toBe('oral')
    expect(world.case.files).toBe(1)
  })

  test('C-07 receipt is separate from registration, starts the clock, and lag is counted', () => {
    const world = new CaseWorld({ now: '2026-01-05 09:00' })
    world.register({ channel: 'fax', receivedAt: world.local('2026-01-04 14:50') })
    expect(world.case.receivedAt).toBe(world.local('2026-01-04 14:50'))
    expect(world.cycle.startedAt).toBe(world.local('2026-01-04 14:50'))
    expect(world.case.registrationLag).toEqual({ minutes: 70, day: 420 })
    expect(world.cycle.clock.dueOrig.at).toBe(world.local('2026-01-07 15:00'))
  })

  test('C-07 a receipt in the future is refused', () => {
    const world = new CaseWorld()
    const input = registration({ receivedAt: world.local('2026-01-05 09:01') })
    expect(world.refusal('register', input, 'rana')).toBe('time-in-future')
  })

  test('C-03 the channel changes neither due date nor priority', () => {
    const outcomes = shippedLists.channels.map(({ code }) => {
      const world = new CaseWorld()
      world.register({ channel: code })
      world.do('accept', {}, 'salma')
      world.do(
        'classify',
        { service: null, complexity: 'critical', importance: 'medium', procedure: 'processing', priority: null },
        'salma',
      )
      return JSON.stringify([world.cycle.clock.dueNow, world.cycle.classification?.priority])
    })
    expect(new Set(outcomes).size).toBe(1)
  })

  test('R-03 without mobile and e-mail the receipt is printed or the number told', () => {
    const world = new CaseWorld()
    const input = registration({ receivedAt: world.now, complainant: withoutContact, numberTold: null })
    expect(world.refusal('register', input, 'rana')).toBe('number-not-told')
    expect(world.refusal('register', { ...input, numberTold: 'message' }, 'rana')).toBe('number-not-told')
    world.do('register', { ...input, numberTold: 'printed' }, 'rana')
    // It can only be printed from now on, and until then nobody has the number.
    expect(world.case.numberTold).toBe(false)
    world.do('tell_number', { how: 'printed' }, 'rana')
    expect(world.case.numberTold).toBe(true)
  })

  test('R-03 what came by file has nobody at the desk; the number stays untold on the case', () => {
    const world = new CaseWorld()
    world.register({ source: 'scan', channel: 'fax', complainant: withoutContact, numberTold: null })
    expect(world.case.numberTold).toBe(false)
  })

  test('R-06 verification states are stored with who and when; media and anonymous reports need none', () => {
    const world = new CaseWorld()
    world.register({ verification: 'by_document' })
    expect(world.case.verification).toBe('by_document')
    world.do('verify_identity', { state: 'failed', note: 'رقم غير مطابق' }, 'rana')
    expect(world.case.verification).toBe('failed')
    const report = new CaseWorld()
    report.register({ type: 'report', complainant: { ...anonymous, contactableBy: [] }, numberTold: 'told' })
    expect(report.case.verification).toBe('not_required')
  })

  test('R-06 a named complainant or an express anonymity, never neither', () => {
    const world = new CaseWorld()
    const input = registration({ receivedAt: world.now })
    expect(world.refusal('register', { ...input, complainant: { ...input.complainant, person: null } }, 'rana')).toBe(
      'complainant-missing',
    )
    expect(
      world.refusal('register', { ...input, complainant: { ...input.complainant, anonymous: true } }, 'rana'),
    ).toBe('complainant-anonymous')
  })

  test('R-08 a strictly confidential case is for named users alone', () => {
    const world = new CaseWorld()
    world.register({ confidentiality: 'strict', namedUsers: ['salma' as never, 'rana' as never] })
    expect(world.case.namedUsers).toEqual(['rana', 'salma'])
    expect(world.refusal('accept', {}, 'nadia')).toBe('case-not-yours-to-open')
    world.do('accept', {}, 'salma')
  })

  test('R-08 the desk registers a strictly confidential case only with the name of somebody who can take it further', () => {
    const world = new CaseWorld()
    const naming = (...users: string[]) =>
      world.refusal(
        'register',
        registration({ receivedAt: world.now, confidentiality: 'strict', namedUsers: users as never }),
        'rana',
      )
    expect(naming()).toBe('named-users-cannot-work')
    expect(naming('nobody')).toBe('named-user-unknown')
    expect(naming('ali')).toBe('named-users-cannot-work')
    world.register({ confidentiality: 'strict' }, 'salma')
    expect(world.case.namedUsers).toEqual(['salma'])
  })

  test('R-08 strict confidentiality needs names; those named may act', () => {
    const world = new CaseWorld()
    world.register()
    expect(world.refusal('set_confidentiality', { level: 'strict', users: [] }, 'salma')).toBe('named-users-missing')
    const naming = (...users: string[]) =>
      world.refusal('set_confidentiality', { level: 'strict', users: users as never }, 'salma')
    expect(naming('salma', 'nobody')).toBe('named-user-unknown')
    expect(naming('rana', 'ali')).toBe('named-users-cannot-work')
    world.do('set_confidentiality', { level: 'strict', users: ['salma' as never] }, 'salma')
    expect(world.refusal('accept', {}, 'omar')).toBe('case-not-yours-to-open')
    world.do('accept', {}, 'salma')
  })

  test('R-08 a confidential case opens for its registrar and holders of the right', () => {
    const world = new CaseWorld()
    world.register({ confidentiality: 'confidential' })
    expect(world.refusal('accept', {}, 'salma')).toBe('case-not-yours-to-open')
    world.do('accept', {}, 'nadia')
  })

  test('G-01 only who may register registers, and once', () => {
    const world = new CaseWorld()
    expect(world.refusal('register', registration({ receivedAt: world.now }), 'ali')).toBe('not-allowed')
    world.register()
    expect(world.refusal('register', registration({ receivedAt: world.now }), 'rana')).toBe('case-exists')
  })

  test('L-01 the five stages are read from the case and their history is kept', () => {
    const world = new CaseWorld({ now: '2026-01-05 09:00' })
    world.register({ receivedAt: world.local('2026-01-05 08:30') })
    expect(stageOf(world.case)).toBe('registration')
    world.at('2026-01-05 09:10').do('accept', {}, 'salma')
    expect(stageOf(world.case)).toBe('classification')
    expect(world.case.stages).toEqual([
      { stage: 'reception', at: world.local('2026-01-05 08:30') },
      { stage: 'registration', at: world.local('2026-01-05 09:00') },
      { stage: 'classification', at: world.local('2026-01-05 09:10') },
    ])
  })
})

test('T-01 a type of the office’s own behaves as the fixed one that was named with it, and stands in the event by its own name', () => {
  const world = new CaseWorld({ ownTypes: { petition: 'complaint', tip: 'report' } })
  world.register({ type: 'complaint', typeEntry: 'petition' as never })
  expect(world.case).toMatchObject({ type: 'complaint', typeEntry: 'petition' })
  const plain = new CaseWorld({ ownTypes: { petition: 'complaint' } })
  plain.register({ type: 'complaint' })
  expect(plain.case).toMatchObject({ type: 'complaint', typeEntry: 'complaint' })
  expect(plain.cycle.clock.dueNow.at).toBe(world.cycle.clock.dueNow.at)
  world.do('retype', { to: 'report', toEntry: 'tip' as never, note: 'بلاغ' }, 'salma')
  expect(world.case).toMatchObject({ type: 'report', typeEntry: 'tip', types: ['complaint', 'report'] })
  // One that behaves as another, and one that there is none of.
  expect(world.refusal('retype', { to: 'inquiry', toEntry: 'petition' as never, note: 'س' }, 'salma')).toBe(
    'list-entry-unknown',
  )
  expect(world.refusal('retype', { to: 'inquiry', toEntry: 'nothing' as never, note: 'س' }, 'salma')).toBe(
    'list-entry-unknown',
  )
})
