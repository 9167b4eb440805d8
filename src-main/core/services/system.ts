import { statfsSync } from 'node:fs'
import type { DoctorReport, VerifyReport } from '#shared/contract/desktop/system.ts'
import { countWaiting } from '#core/search/update-index.ts'
import { allNamedFiles, awaitedFiles } from '#core/store/blob-queue.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { projectedSeq } from '#core/store/tables.ts'
import { runTask } from '#core/workers/run-task.ts'
import { backupViews, countCases, isBackupLate, lastFullCopy } from './backups.ts'
import { areTablesNew, rebuild } from './background.ts'
import { isFileDamaged } from './file-check.ts'
import { indexAll } from './index-all.ts'
import { audienceOfUnit } from '#shared/domain/access/audience.ts'
import type { Audience } from '#shared/domain/access/audience.ts'
import type { Office } from './office.ts'

export const version = '0.1.0'

export function health(office: Office) {
  return {
    version,
    cases: countCases(office),
    events: lastSeq(office.store.db),
    lastBackup: backupViews(office)[0]?.at ?? null,
    lastFullCopy: lastFullCopy(office),
    backupLate: isBackupLate(office),
    damaged: isFileDamaged(office),
    indexing: countWaiting(office.store.db) > 0,
    link: { kind: 'stand_alone' as const },
  }
}

/** Proves chain, bytes and signatures of the whole log, off the writer's thread (S15). */
export async function verify(office: Office): Promise<VerifyReport> {
  const { device, epoch, publicKey } = office.chain
  const server = office.sync?.server() ?? null
  const report = await runTask(office.store, 'verifyLog', { input: { signer: { device, epoch, publicKey }, server } })
  const own = report.findings.map(({ seq, id, why }) => ({ seq, id: id ?? '', why }))
  const ofFeeds = report.feeds.findings.map(({ feed, event, why }) => ({ seq: 0, id: event ?? feed ?? '', why }))
  const problems = [...own, ...ofFeeds]
  return { ok: problems.length === 0 && !report.cancelled, events: report.events, commits: report.commits, problems }
}

/** One hash over the folded state of every case (S6), off the writer's thread. */
export const stateHash = (office: Office): Promise<{ readonly cases: number; readonly hash: string }> =>
  runTask(office.store, 'hashStates', { input: { audience: ownAudience(office) } })

/** Whose view of a case this machine holds. */
const ownAudience = ({ reference: { units, enrolledUnit, settings } }: Office): Audience =>
  audienceOfUnit(units, enrolledUnit ?? settings.office)

const leastFreeBytes = 500 * 1024 * 1024

interface Check {
  readonly name: string
  readonly ok: boolean
  readonly ar: string
  readonly en: string
}

const check = (name: string, isOk: boolean, texts: { readonly ar: string; readonly en: string }): Check => ({
  name,
  ok: isOk,
  ...texts,
})

/** Looks after store, tables, index, files and disk; with `rebuild`, builds tables and index anew first. */
export async function doctor(office: Office, asked: { readonly rebuild: boolean }): Promise<DoctorReport> {
  if (asked.rebuild) {
    if (!areTablesNew(office)) await rebuild(office)
    await indexAll(office)
  }
  const checks = [
    await storeCheck(office),
    await chainCheck(office),
    ...(await tablesChecks(office)),
    await filesCheck(office),
    diskCheck(office),
  ]
  return { ok: checks.every((each) => each.ok), checks }
}

async function storeCheck(office: Office): Promise<Check> {
  const wrong = await runTask(office.store, 'checkLog', { input: null })
  return check('store', wrong === null, { ar: `مخزن البيانات: ${wrong ?? 'سليم'}`, en: `Store: ${wrong ?? 'sound'}` })
}

async function chainCheck(office: Office): Promise<Check> {
  const report = await verify(office)
  const count = report.problems.length
  return check('chain', report.ok, {
    ar: count === 0 ? `سلسلة السجل سليمة (${report.events} حدثاً)` : `في سلسلة السجل ${count} خللاً؛ نفّذ verify`,
    en:
      count === 0
        ? `The chain of the log is whole (${report.events} events)`
        : `The chain of the log has ${count} faults; run verify`,
  })
}

/** Tables and the indexes of words, which are looked at when the tables are there. */
async function tablesChecks(office: Office): Promise<readonly Check[]> {
  const behind = office.store.tablesReady ? lastSeq(office.store.db) - projectedSeq(office.store.db) : null
  if (behind !== 0) return [behindCheck(behind), indexCheck(office, 0)]
  const { tables, search } = await runTask(office.store, 'compareTables', { input: null })
  const texts =
    tables === 0
      ? { ar: 'الجداول محدّثة ومطابقة للسجل', en: 'Tables are up to date and say what the log says' }
      : {
          ar: `طلبات أو أشخاص تخالف جداولُها السجل: ${tables}؛ نفّذ doctor --rebuild`,
          en: `Cases or people whose tables differ from the log: ${tables}; run doctor --rebuild`,
        }
  return [check('tables', tables === 0, texts), indexCheck(office, search)]
}

const behindCheck = (behind: number | null): Check =>
  check(
    'tables',
    false,
    behind === null
      ? { ar: 'الجداول قيد البناء؛ أعد الفحص بعد قليل', en: 'Tables are being built; check again soon' }
      : {
          ar: `الجداول متأخرة ${behind} حدثاً؛ نفّذ doctor --rebuild`,
          en: `Tables are ${behind} events behind; run doctor --rebuild`,
        },
  )

function indexCheck(office: Office, lacking: number): Check {
  if (lacking > 0)
    return check('search', false, {
      ar: `فهرس البحث يخالف الجداول في ${lacking} موضعاً؛ نفّذ doctor --rebuild`,
      en: `The search index differs from the tables in ${lacking} places; run doctor --rebuild`,
    })
  const waiting = countWaiting(office.store.db)
  return check('search', true, {
    ar: waiting === 0 ? 'فهرس البحث محدّث' : `${waiting} معاملة بانتظار الفهرسة`,
    en: waiting === 0 ? 'The search index is up to date' : `${waiting} cases wait for the index`,
  })
}

async function filesCheck(office: Office): Promise<Check> {
  const { db } = office.store
  const awaited = awaitedFiles(db)
  const named = allNamedFiles(db).filter((file) => !awaited.has(file))
  const missing: string[] = []
  for (const file of named) if (!(await office.files.isIntact(file))) missing.push(file)
  return check('files', missing.length === 0, {
    ar: missing.length === 0 ? `المرفقات سليمة (${named.length})` : `مرفقات ناقصة أو تالفة: ${missing.length}`,
    en:
      missing.length === 0
        ? `Attachments are whole (${named.length})`
        : `Attachments missing or damaged: ${missing.length}`,
  })
}

function diskCheck(office: Office): Check {
  const { bavail, bsize } = statfsSync(office.store.folder)
  const free = Math.round((bavail * bsize) / 1024 / 1024)
  return check('disk', bavail * bsize >= leastFreeBytes, {
    ar: `المساحة الحرة ${free} م.ب`,
    en: `Free disk space ${free} MB`,
  })
}
