/* A machine of the benchmark, as a process of its own: the real core over a real folder, which obeys its parent. */
import { readFileSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { answeredUpTo } from '#core/store/own-commits.ts'
import { readerOf } from '../registration.ts'
import { lineOf } from './instant.ts'

/** What a machine can be told; each is answered with a value. */
export interface Orders {
  open: { readonly folder: string; readonly background: boolean }
  call: { readonly path: string; readonly input: unknown; readonly as: string }
  /** Out: milliseconds of each durable registration. */
  register: { readonly count: number; readonly as: string }
  /** One edit a line, each only when the one before has arrived; out: when each was begun. */
  note: { readonly reference: string; readonly text: string; readonly as: string }
  /** Out: when the text of the order before was there to be read. */
  seen: { readonly reference: string; readonly text: string; readonly as: string }
  list: { readonly times: number; readonly as: string }
  /** Out: milliseconds until every commit had its answer, and until the whole exchange was done. */
  push: { readonly folder: string; readonly as: string }
  memory: object
  close: object
}

export interface PushTimes {
  readonly answered: number
  readonly exchanged: number
}

const background = { register: 50 }
let core: CoreApi | null = null
/** One subscription for all that is waited for. */
let changes: AsyncIterator<unknown> | null = null
const connections = new Map<string, ReturnType<typeof newConnection>>()

async function connectionOf(as: string): Promise<ReturnType<typeof newConnection>> {
  const connection = connections.get(as) ?? newConnection('cli')
  if (as !== '' && !connections.has(as)) await must(core, 'opened').signInAs(connection, as, 'correct horse 1')
  connections.set(as, connection)
  return connection
}

async function call<T>(path: string, input: unknown, as: string): Promise<T> {
  const answer = await must(core, 'opened').call(path, input, await connectionOf(as))
  if (!answer.ok) throw new Error(`${path}: ${answer.error.code} ${answer.error.en}`)
  return answer.value as T
}

/** Subject and text of 1.2 KB, as people write: no two alike. */
const longForm = (number: number): Readonly<Record<string, unknown>> =>
  phoneForm({
    subject: `شكوى رقم ${number}`,
    text: `${'قدمت طلب الرخصة قبل شهر ولم يصدر القرار، وراجعت المكتب مرتين. '.repeat(9)} ${number}`,
    person: {
      kind: 'new',
      details: { given: `مراجع ${number}`, family: 'الخطيب', mobile: `079${1_000_000 + number}` },
    },
  })

async function registerMany({ count, as }: Orders['register']): Promise<readonly number[]> {
  const times: number[] = []
  for (let number = 0; number < count; number += 1) {
    const begun = performance.now()
    await call('intake.register', longForm(number), as)
    times.push(performance.now() - begun)
    if (number % background.register === 0) await wait(0)
  }
  return times
}

/** Both by what the store says: the answers are written before what was sent is taken back as entries of the feed. */
async function push({ folder, as }: Orders['push']): Promise<PushTimes> {
  await connectionOf(as)
  const store = await readerOf(folder)
  const last = store.value<number>('SELECT max(first_seq) FROM commits') ?? 0
  const begun = performance.now()
  let exchanged: number | null = null
  const exchange = call('sync.now', {}, as).then(() => (exchanged = performance.now() - begun))
  let answered: number | null = null
  while (answered === null && exchanged === null) {
    await wait(2)
    if (answeredUpTo(store) === last) answered = performance.now() - begun
  }
  const whole = await exchange
  store.close()
  return { answered: answered ?? whole, exchanged: whole }
}

/** When a text that another machine wrote can be read here: told by the change, proven by the read. */
async function seen({ reference, text, as }: Orders['seen']): Promise<number> {
  changes ??= await call<AsyncIterator<unknown>>('events.changes', {}, as)
  const isThere = async (): Promise<boolean> => {
    const found = await call<unknown>('cases.get', { case: reference }, as).catch(() => null)
    return JSON.stringify(found).includes(text)
  }
  process.send?.({ kind: 'watching' })
  for (;;) {
    await changes.next()
    const told = lineOf()
    if (!(await isThere())) continue
    return told
  }
}

const work: { readonly [K in keyof Orders]: (order: Orders[K]) => Promise<unknown> } = {
  open: async ({ folder, background: isLive }) => {
    const opened = await openCore({ dataDir: folder, background: isLive })
    if (!opened.ok) throw new Error(opened.refusal.code)
    core = opened.value
    connections.clear()
    changes = null
  },
  call: ({ path, input, as }) => call(path, input, as),
  register: registerMany,
  push,
  note: async ({ reference, text, as }) => {
    const begun = lineOf()
    await call('desk.addNote', { case: reference, text }, as)
    return begun
  },
  seen,
  list: async ({ times, as }) => {
    const spent: number[] = []
    for (let at = 0; at < times; at += 1) {
      const begun = performance.now()
      await call('cases.queue', { queue: 'all_open' }, as)
      spent.push(performance.now() - begun)
    }
    return spent
  },
  memory: () => Promise.resolve(Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024),
  close: async () => {
    await core?.close()
    core = null
  },
}

// What looks on (`--cpu-prof`) writes what it saw.
process.on('SIGTERM', () => process.exit(0))
process.on('message', ({ kind, order }: { kind: keyof Orders; order: never }) => {
  work[kind](order).then(
    (value) => process.send?.({ kind: 'done', value }),
    (error: unknown) => process.send?.({ kind: 'failed', error: String(error) }),
  )
})
