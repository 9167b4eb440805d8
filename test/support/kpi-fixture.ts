/*
 * The worked fixture of the figures (spec/kpis.md 5.5) as a history file: eleven complaints of one quarter, a line an event.
 * Times are of the office's wall in Amman (UTC+3 all year).
 */
type Fields = Readonly<Record<string, unknown>>

export interface FixtureRow extends Fields {
  readonly id: string
  readonly case: string
  readonly event: string
  readonly at: string
}

/** Sunday to Thursday 08:00–15:00 as shipped; these days are off. */
export const fixtureHolidays = [{ from: '2026-03-20', to: '2026-03-23', name: { ar: 'عيد الفطر', en: 'Eid al-Fitr' } }]

/** In: `MM-DD HH:MM` of 2026, or with a year before it. */
const wall = (text: string): string => {
  const [date = '', time = ''] = text.split(' ')
  return `${date.length === 5 ? `2026-${date}` : date}T${time}:00+03:00`
}

class Told {
  readonly name: string
  readonly rows: Omit<FixtureRow, 'id'>[] = []

  constructor(name: string) {
    this.name = name
  }

  say(at: string, event: string, fields: Fields = {}): this {
    this.rows.push({ case: this.name, event, at: wall(at), ...fields })
    return this
  }

  received(at: string, channel: string, type = 'complaint'): this {
    const subject = `شكوى ${this.name}`
    return this.say(at, 'received', { channel }).say(at, 'registered', {
      type,
      subjects: ['procedure'],
      subject,
      text: subject,
      by: 'rana',
    })
  }

  classified(at: string, complexity: string, procedure = 'processing'): this {
    return this.say(at, 'classified', { complexity, procedure, by: 'sara' })
  }

  accepted(at: string, complexity: string, procedure?: string): this {
    return this.say(at, 'accepted', { by: 'sara' }).classified(at, complexity, procedure)
  }

  /** Draft by one, approval by another, sent and resolved at once. */
  answered(at: string, draft = 'd1', people = { author: 'sara', approver: 'omar' }): this {
    this.say(at, 'draft_submitted', { draft, text: 'تمت المعالجة.', by: people.author })
    return this.say(at, 'approved', { draft, by: people.approver }).say(at, 'reply_sent', { draft }).say(at, 'resolved')
  }

  ratedAndClosed(at: string, rating: string, reason?: string): this {
    return this.say(at, 'rated', { rating }).say(at, 'closed', {
      outcome: 'upheld',
      rootCause: 'workload',
      ...(reason === undefined ? {} : { reason }),
    })
  }
}

const cases = (): readonly Told[] => [
  new Told('C1')
    .received('01-04 09:00', 'phone')
    .accepted('01-04 09:05', 'routine', 'fcr')
    .answered('01-04 09:20')
    .ratedAndClosed('01-05 10:00', 'very_satisfied'),
  new Told('C2')
    .received('01-05 14:50', 'walk_in')
    .accepted('01-05 14:55', 'routine')
    .say('01-05 14:55', 'referred', { referral: 'a', department: 'A' })
    .say('01-06 09:00', 'ref_ack', { referral: 'a' })
    .say('01-07 12:00', 'ref_replied', { referral: 'a' })
    .answered('01-08 10:00')
    .ratedAndClosed('01-11 10:00', 'satisfied'),
  thirdCase(),
  fourthCase(),
  new Told('C5')
    .received('02-11 09:00', 'phone')
    .classified('02-11 09:00', 'routine')
    .say('02-12 09:00', 'rejected', { reason: 'before_court' }),
  new Told('C6')
    .received('02-12 09:00', 'phone')
    .classified('02-12 09:00', 'routine')
    .say('02-12 09:30', 'linked', { lead: 'C2', kind: 'duplicate' }),
  new Told('C7')
    .received('03-01 09:40', 'phone')
    .accepted('03-01 09:45', 'routine', 'fcr')
    .answered('03-01 10:00')
    .ratedAndClosed('03-02 10:00', 'not_satisfied', 'no_further_review'),
  new Told('C8')
    .received('03-05 09:00', 'phone')
    .accepted('03-05 09:05', 'routine')
    .say('03-05 09:10', 'linked', { lead: 'C7', kind: 'repeat' })
    .say('03-05 09:30', 'referred', { referral: 'a', department: 'A' })
    .say('03-05 09:30', 'referred', { referral: 'b', department: 'B' })
    .say('03-09 10:00', 'ref_replied', { referral: 'a' })
    .say('03-09 15:00', 'escalated', { referral: 'b' })
    .say('03-11 12:00', 'ref_replied', { referral: 'b' })
    .answered('03-12 11:00')
    .ratedAndClosed('03-15 10:00', 'satisfied'),
  new Told('C9')
    .received('03-10 09:00', 'phone')
    .accepted('03-10 09:05', 'complex')
    .say('03-10 09:30', 'referred', { referral: 'b', department: 'B' })
    .say('03-19 15:00', 'escalated', { referral: 'b' }),
  new Told('C10').received('03-30 11:00', 'phone').accepted('03-30 11:05', 'routine'),
  new Told('C11')
    .received('2025-12-28 10:00', 'phone')
    .accepted('2025-12-28 10:05', 'complex')
    .answered('01-08 09:00')
    .say('01-11 10:00', 'rating_declined')
    .say('01-11 10:00', 'closed', { outcome: 'not_upheld' }),
]

const thirdCase = (): Told =>
  new Told('C3')
    .received('01-09 20:00', 'email')
    .accepted('01-11 08:30', 'complex')
    .say('01-11 09:00', 'referred', { referral: 'b', department: 'B' })
    .say('01-20 15:00', 'escalated', { referral: 'b' })
    .say('01-25 10:00', 'ref_replied', { referral: 'b' })
    .say('01-26 09:00', 'draft_submitted', { draft: 'first', text: 'رد أول.', by: 'sara' })
    .say('01-26 11:00', 'draft_returned', { draft: 'first', by: 'omar' })
    .answered('01-27 12:00')
    .say('01-28 10:00', 'rated', { rating: 'not_satisfied' })
    .say('02-01 09:00', 'reopened', { cause: 'dissatisfied' })
    .say('02-01 09:00', 'assigned', { user: 'lina' })
    .answered('02-05 13:00', 'd2', { author: 'lina', approver: 'tareq' })
    .ratedAndClosed('02-08 10:00', 'satisfied')

const fourthCase = (): Told =>
  new Told('C4')
    .received('02-10 08:10', 'fax')
    .accepted('02-10 08:15', 'critical')
    .say('02-10 08:20', 'referred', { referral: 'a', department: 'A' })
    .say('02-10 11:30', 'ref_replied', { referral: 'a' })
    .answered('02-10 13:00')
    .say('02-11 09:00', 'contact_attempt', { result: 'no_answer' })
    .say('02-12 13:00', 'contact_attempt', { result: 'no_answer' })
    .say('02-15 09:00', 'contact_attempt', { result: 'no_answer' })
    .say('02-15 10:00', 'unreachable_declared')
    .say('02-15 10:00', 'closed', { outcome: 'not_established' })

/** All rows, case by case. */
export const kpiFixtureRows = (): readonly FixtureRow[] =>
  cases()
    .flatMap(({ rows }) => rows)
    .map((row, index) => ({ ...row, id: `row-${index + 1}` }) as FixtureRow)

/** The file, a line a row. */
export const kpiFixtureFile = (): string =>
  kpiFixtureRows()
    .map((row) => `${JSON.stringify(row)}\n`)
    .join('')
