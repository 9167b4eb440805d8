import { setTimeout as wait } from 'node:timers/promises'
import { phoneForm } from '#test/support/phone-form.ts'
import { familyNames, menNames, womenNames } from '#core/services/demo/names.ts'
import { seededRandom } from '#core/services/demo/random.ts'
import { timed } from './measure.ts'
import type { BenchOffice } from './office.ts'

interface Line {
  readonly id: string
  readonly reference: string
}

interface Page {
  readonly total: number
  readonly lines: readonly Line[]
}

const words = [
  'تأخر رخصة',
  'سوء تعامل موظف',
  'الرسوم مرتين',
  'شهادة خبرة',
  'بوابة الخدمات',
  'حفريات',
  'انتظار',
  'مكتب العبدلي',
  'إيقاف الدعم',
  'وثائق',
  'موعد',
  'تسرب مياه',
  'الغاء الموعد',
  'اعتراض على القرار',
  'تكييف',
]

/** Names, words, numbers and phones as people look for them; the same in every run. */
export function queries(lines: readonly Line[], phones: readonly string[]): readonly string[] {
  const random = seededRandom(7)
  const names = [...menNames, ...womenNames]
  return Array.from({ length: 200 }, (_, index) => {
    switch (index % 5) {
      case 0:
        return `${random.pick(names)} ${random.pick(familyNames)}`
      case 1:
        return random.pick(words)
      case 2:
        return random.pick(lines).reference
      case 3:
        return phones.length === 0 ? random.pick(words) : random.pick(phones)
      default:
        return String(random.between(10_000, 99_999))
    }
  })
}

export async function measureSearch(office: BenchOffice, texts: readonly string[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of texts) await timed(times, () => office.call('cases.search', { text }))
  return times
}

const conditions = [
  { priority: ['urgent'] },
  { late: true },
  { type: ['complaint'], receivedFrom: '2026-03-01', receivedTo: '2026-06-30' },
  { department: ['practice-crt'], status: ['referred', 'in_progress'] },
  { channel: ['phone'], complexity: ['complex'] },
]

/** Words and none, each narrowed by one condition or two. */
export async function measureFiltered(office: BenchOffice): Promise<readonly number[]> {
  const times: number[] = []
  for (const text of ['', ...words])
    for (const filter of conditions) await timed(times, () => office.call('cases.search', { text, filter }))
  return times
}

const queues = [
  'my_work',
  'to_triage',
  'awaiting_departments',
  'overdue',
  'due_soon',
  'awaiting_approval',
  'to_call',
  'to_close',
  'all_open',
  'all',
]
const sorts = ['due', 'received', 'priority', 'reference']

export async function measureLists(office: BenchOffice): Promise<readonly number[]> {
  const times: number[] = []
  for (const sort of sorts)
    for (const descending of [false, true])
      for (const queue of queues) await timed(times, () => office.call('cases.queue', { queue, sort, descending }))
  return times
}

export async function measureCounts(office: BenchOffice): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < 20; run += 1) await timed(times, () => office.call('cases.counts'))
  return times
}

export async function measureOpening(office: BenchOffice, lines: readonly Line[]): Promise<readonly number[]> {
  const times: number[] = []
  for (const { id } of lines.slice(0, 200)) await timed(times, () => office.call('cases.get', { case: id }))
  return times
}

/** Cases from all over the year. */
export async function sampleLines(office: BenchOffice): Promise<readonly Line[]> {
  const { total } = await office.call<Page>('cases.queue', { queue: 'all', page: { offset: 0, limit: 1 } })
  const found: Line[] = []
  for (let part = 0; part < 10; part += 1) {
    const offset = Math.floor((total * part) / 10)
    found.push(
      ...(await office.call<Page>('cases.queue', { queue: 'all', sort: 'received', page: { offset, limit: 20 } }))
        .lines,
    )
  }
  return found
}

export async function samplePhones(office: BenchOffice, lines: readonly Line[]): Promise<readonly string[]> {
  const phones: string[] = []
  for (const { id } of lines.slice(0, 40)) {
    const view = await office.call<{ person: { details: { mobile?: string } } | null }>('cases.get', { case: id })
    const mobile = view.person?.details.mobile
    if (mobile !== undefined) phones.push(`0${mobile.slice(4)}`)
  }
  return phones
}

/** A registration before each, so that nothing remembered is shown. */
export async function measureDashboard(office: BenchOffice): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < 5; run += 1) {
    await office.call('intake.register', phoneForm())
    await timed(times, () => office.call('reports.dashboard'))
  }
  return times
}

export async function measureReport(
  office: BenchOffice,
  quarter: { year: number; quarter: number },
): Promise<readonly number[]> {
  const times: number[] = []
  for (let run = 0; run < 3; run += 1) await timed(times, () => makeReport(office, quarter))
  return times
}

async function makeReport(office: BenchOffice, quarter: { year: number; quarter: number }): Promise<void> {
  const { job } = await office.call<{ job: string }>('reports.start', { kind: 'quarterly', ...quarter })
  for (;;) {
    const view = await office.call<{ kind: string }>('reports.job', { job })
    if (view.kind === 'done') return
    if (view.kind !== 'running') throw new Error(`report: ${JSON.stringify(view)}`)
    await wait(5)
  }
}
