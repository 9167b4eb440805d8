import { setImmediate as nextTurn } from 'node:timers/promises'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { hashPassword } from '#core/vault/passwords.ts'
import { needs } from './caller.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { planArrivals } from './demo/arrivals.ts'
import { standingsOf } from './demo/backlog.ts'
import type { PracticeOffice } from './demo/case-story.ts'
import { seededRandom } from './demo/random.ts'
import { colleagueId, colleagues, practicePassword, practiceStaff } from './demo/staff.ts'
import { tellCase } from './demo/tell-case.ts'
import { createHistoryWriter } from './history/history-writer.ts'
import { indexAll } from './index-all.ts'
import { toldWork } from './long-work.ts'
import type { Office } from './office.ts'
import { calendarOf } from './reference-data.ts'
import { writeCommit } from './write.ts'

/*
 * Practice data (G-08): a year of an office that ends now, told as past cases are imported, so that everything made from it
 * is made by the same rules. Only where nobody works for real: a practice office, or a folder of the command line.
 */
interface Asked {
  readonly cases: number
  readonly seed: number
  readonly signal?: AbortSignal | undefined
}

/** Cases of one transaction: the writer answers others between two, and a large office is not made by thousands of syncs to disk. */
const sliceOf = (cases: number): number => Math.min(200, Math.max(20, Math.round(cases / 100)))

export async function makeDemo(office: Office, caller: Caller, asked: Asked): Promise<Result<{ cases: number }>> {
  const allowed = needs(caller, 'manage_store', 'manage_users')
  if (!allowed.ok) return allowed
  if (!office.reference.settings.practice && !office.automation) return refuse('practice-only')
  const staffed = await addStaff(office, caller)
  return staffed.ok ? toldWork(office, 'demo', (tell) => tellCases(office, caller, { ...asked, tell })) : staffed
}

async function tellCases(
  office: Office,
  caller: Caller,
  { cases, seed, signal, tell }: Asked & { readonly tell: (done: number, total: number) => void },
): Promise<Result<{ cases: number }>> {
  const practice = practiceOf(office, seed)
  const arrivals = planArrivals(practice.calendar, seededRandom(seed), { count: cases, until: practice.until })
  const standings = standingsOf(arrivals.length)
  const writer = createHistoryWriter(office, caller)
  const sliceCases = sliceOf(cases)
  for (let first = 0; first < arrivals.length && signal?.aborted !== true; first += sliceCases) {
    tell(first, arrivals.length)
    const rows = arrivals.slice(first, first + sliceCases).flatMap((arrival, index) => {
      const number = first + index
      return tellCase(practice, { number, arrival, standing: standings.get(number) ?? null })
    })
    const [refused] = writer.write(rows.map((row, index) => ({ line: index, row })))
    if (refused !== undefined) return { ok: false, refusal: refused.refusal }
    await nextTurn()
  }
  await indexAll(office)
  // Recorded cases are never taken back; those that stand are whole.
  return signal?.aborted === true ? refuse('cancelled') : ok({ cases: writer.counts().cases })
}

function practiceOf(office: Office, seed: number): PracticeOffice {
  const { settings, targets } = office.reference
  const { compiled } = calendarOf(office.reference, settings.office)
  return {
    seed,
    until: office.ports.clock.now(),
    country: settings.country,
    calendar: compiled,
    targets: targets.value,
    recent: [],
  }
}

/** Departments and users, once; all users with the one password of practice. */
async function addStaff(office: Office, caller: Caller): Promise<Result<null>> {
  if (office.reference.users.has(colleagueId('rana'))) return ok(null)
  const verifier = await hashPassword(practicePassword)
  if (!verifier.ok) return verifier
  const written = writeCommit(office, authorOf(caller), (db) => {
    for (const { username } of colleagues) office.credentials.set(db, colleagueId(username), verifier.value)
    return ok(practiceStaff(office.reference.settings))
  })
  return written.ok ? ok(null) : written
}
