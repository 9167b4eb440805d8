import { queueNames } from '#shared/contract/desktop/cases.ts'
import type { CaseFilter, QueueName, sortKeys } from '#shared/contract/desktop/cases.ts'
import type { CasePage } from '#shared/contract/desktop/views.ts'
import { workingDaysFrom } from '#shared/domain/clock/working-time.ts'
import { nextSteps } from '#core/projections/next-step.ts'
import { updateForSearch } from '#core/search/update-index.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import { filterConditions } from './case-filter.ts'
import { lineColumns, toLines } from './case-lines.ts'
import type { LineRow } from './case-lines.ts'
import { isRunning, joined, visible, where } from './condition.ts'
import type { Condition } from './condition.ts'
import { isLiaisonQueue, lateReferrals, referredTo } from './liaison-queues.ts'
import { codeOf } from './tracking-code.ts'
import type { Office } from './office.ts'
import { calendarOf } from './reference-data.ts'
import { keysNotForAll } from './visibility.ts'

/* Queues and filters as SQL over `case_rows`: the same conditions count, list and open the cases of a figure (B-01). */

export interface QueueAsked {
  readonly queue: QueueName
  readonly filter: CaseFilter
  readonly sort: (typeof sortKeys)[number]
  readonly descending: boolean
  readonly page: { readonly offset: number; readonly limit: number }
}

const orders = {
  /** The date that a line shows, whether its clock still runs or not (UI-6). */
  due: 'r.due_at',
  received: 'r.received_seq',
  priority: 'r.rank',
  reference: 'r.reference',
} as const

/** One page of a queue, with the total of all that match (bug 15). */
export function listQueue(office: Office, caller: Caller, asked: QueueAsked): CasePage {
  const conditions = conditionsOf(office, caller, asked)
  const total = countVisible(office, caller, { queue: asked.queue, wanted: joined(conditions) })
  const { sql, params } = ordered(office, caller, { ...asked, conditions, total })
  const rows = office.store.db.all<LineRow>(
    `SELECT ${lineColumns} ${sql} LIMIT ? OFFSET ?`,
    ...params,
    asked.page.limit,
    asked.page.offset,
  )
  return { total, lines: toLines(office, caller, rows) }
}

/** The ids of a queue in its order, as they stand at one moment; no more than so many. */
export function idsOfQueue(
  office: Office,
  caller: Caller,
  { most, ...asked }: Omit<QueueAsked, 'page'> & { readonly most: number },
): string[] {
  const conditions = conditionsOf(office, caller, asked)
  const { sql, params } = ordered(office, caller, { ...asked, conditions, total: 0 })
  return office.store.db.all<{ id: string }>(`SELECT r.id ${sql} LIMIT ?`, ...params, most).map(({ id }) => id)
}

const conditionsOf = (
  office: Office,
  caller: Caller,
  { queue, filter }: Omit<QueueAsked, 'page'>,
): readonly Condition[] => {
  if (filter.text !== undefined) updateForSearch(office.store.db, codeOf(office))
  return [queueCondition(office, caller, queue), ...filterConditions(office, caller, filter)]
}

interface Ordering extends Omit<QueueAsked, 'page' | 'filter'> {
  readonly conditions: readonly Condition[]
  /** How many match, where that is known: a few are asked for. */
  readonly total: number
}

function ordered(office: Office, caller: Caller, asked: Ordering): Condition {
  const all = joined([...asked.conditions, visible(office, caller)])
  const direction = asked.descending ? 'DESC' : 'ASC'
  const walked = asked.queue !== 'all' && isMostOfAll(office, asked) ? walks[asked.sort] : null
  // Walking all cases in order pays only where nearly all of them are wanted; a short queue is sorted.
  const sorted = asked.queue === 'all' || walked !== null ? '' : '+'
  const order = asked.sort === 'due' ? dueOrder(asked.queue) : orders[asked.sort]
  const index = walked === null ? '' : `INDEXED BY ${walked}`
  const sql = `FROM case_rows r ${index} WHERE ${all.sql} ORDER BY ${sorted}${order} ${direction}, ${sorted}r.received_seq ${direction}`
  return { sql, params: all.params }
}

/** The index that holds all cases in an order. */
const walks = {
  due: 'case_rows_in_due_order',
  received: 'case_rows_by_receipt',
  priority: 'case_rows_in_rank_order',
  reference: null,
} as const

/** Walking passes `50 × all ÷ total` cases for a page of fifty, sorting touches every one that matches. */
function isMostOfAll(office: Office, { queue, conditions, total }: Ordering): boolean {
  if (!(queue in stepsOf) || conditions.length > 1) return false
  const all = office.store.db.value<number | null>('SELECT max(key) FROM case_rows') ?? 0
  return total * total > 50 * all
}

/** What falls due first, in the sense of the queue: the case, the referral, or the next call or look at another body (Z-03, X-02). */
function dueOrder(queue: QueueName): string {
  if (isLiaisonQueue(queue) || queue === 'late_referrals') return "coalesce(r.referral_due, '9999')"
  return queue === 'to_call' || queue === 'external' ? "coalesce(r.next_at, '')" : orders.due
}

/** How many stand in each queue, of all cases or of one office's (N-05); every number is that of its list. */
export function countQueues(office: Office, caller: Caller, only?: string): Record<QueueName, number> {
  const filter = filterConditions(office, caller, only === undefined ? {} : { office: [only] })
  const counts = queueNames.map((queue) => {
    const wanted = joined([queueCondition(office, caller, queue), ...filter])
    return [queue, countVisible(office, caller, { queue, wanted })] as const
  })
  return Object.fromEntries(counts) as Record<QueueName, number>
}

/**
 * Where many are wanted, cases open to everybody are counted by themselves, by an index alone: the others need a look at who may
 * open them. A queue of another kind is short and has an index of its own.
 */
function countVisible(
  office: Office,
  caller: Caller,
  { queue, wanted }: { readonly queue: QueueName; readonly wanted: Condition },
): number {
  const count = (from: string, ...conditions: readonly Condition[]): number => {
    const all = joined([wanted, ...conditions])
    return office.store.db.value<number>(`SELECT count(*) FROM ${from} WHERE ${all.sql}`, ...all.params) ?? 0
  }
  const seen = visible(office, caller)
  const isWide = queue === 'all' || queue in stepsOf
  if (!isWide || isDepartmentOnly(office, caller)) return count('case_rows r', seen)
  return count('case_rows r') - count(notForAll) + count(notForAll, seen)
}

const notForAll = `(${keysNotForAll}) AS other CROSS JOIN case_rows r ON r.key = other.key`

/** The index of steps holds only cases that wait for something, and is taken only where that is said. */
const inStep = (steps: readonly string[]): Condition =>
  where(`r.step <> 'none' AND r.step IN (${steps.map((step) => `'${step}'`).join(', ')})`)

/** Queues of cases that wait for something. */
const stepsOf = {
  to_triage: ['triage'],
  awaiting_departments: ['departments'],
  awaiting_info: ['info'],
  suspended: ['suspended'],
  awaiting_approval: ['approval'],
  to_send: ['send', 'notify'],
  to_call: ['call'],
  to_reopen: ['reopen'],
  to_close: ['close'],
  external: ['external'],
  incomplete_closed: ['complete'],
  all_open: nextSteps.filter((step) => !['none', 'complete', 'notify'].includes(step)),
} satisfies { readonly [Queue in QueueName]?: readonly string[] }

function queueCondition(office: Office, caller: Caller, queue: QueueName): Condition {
  const now = office.ports.clock.now()
  switch (queue) {
    case 'my_work':
      return myWork(office, caller)
    case 'overdue':
      return where(`${isRunning} AND r.running_due < ?`, now)
    case 'due_soon':
      return where(`${isRunning} AND r.running_due >= ? AND r.running_due <= ?`, now, dueSoonLimit(office))
    case 'all':
      return where('1 = 1')
    case 'conflicts':
      return where('r.id IN (SELECT case_id FROM case_conflicts)')
    case 'held_work':
      return where('r.id IN (SELECT case_id FROM held_acts)')
    case 'late_referrals':
      return lateReferrals(now)
    case 'unheard':
      return where('r.id IN (SELECT case_id FROM referral_rows WHERE unheard > 0)')
    default:
      return isLiaisonQueue(queue) ? referredTo(office, caller, queue) : inStep(stepsOf[queue])
  }
}

/**
 * What was given to the caller, and what nobody was given and waits for something that he may do: a referral or a reply
 * (accepted, answered by all departments, a draft that came back), or a look at another body whose day has come (X-02).
 * Each part has an index of its own, which an OR would not take.
 */
function myWork(office: Office, caller: Caller): Condition {
  const parts = [
    where(
      "handler = ? AND is_open = 1 AND step IN ('triage', 'work', 'departments', 'approval', 'send', 'info')",
      caller.id,
    ),
    where(`handler = ? AND is_open = 1 AND step = 'external' AND ${isReminded}`, caller.id, office.ports.clock.now()),
    ...(isDepartmentOnly(office, caller) ? [] : nobodysWork(office, caller)),
  ]
  const keys = parts.map(({ sql }) => `SELECT key FROM case_rows WHERE ${sql}`).join(' UNION ALL ')
  return where(`r.key IN (${keys})`, ...parts.flatMap(({ params }) => params))
}

const isReminded = 'next_at IS NOT NULL AND next_at <= ?'
const isNobodys = "step <> 'none' AND handler IS NULL AND office = ?"

function nobodysWork({ reference, ports }: Office, { rights }: Caller): readonly Condition[] {
  const { office } = reference.settings
  const isTeam = rights.has('refer') || rights.has('draft_reply')
  return [
    ...(isTeam ? [where(`${isNobodys} AND step = 'work'`, office)] : []),
    ...(rights.has('transfer_external')
      ? [where(`${isNobodys} AND step = 'external' AND ${isReminded}`, office, ports.clock.now())]
      : []),
  ]
}

function dueSoonLimit(office: Office): string {
  const data = office.reference
  const calendar = calendarOf(data, data.settings.office)
  return workingDaysFrom(calendar.compiled, office.ports.clock.now(), data.targets.value.dueSoonDays)
}
