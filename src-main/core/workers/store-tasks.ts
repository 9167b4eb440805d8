import { queryAudit, sliceAudit } from '../store/audit-query.ts'
import type { AuditAsked, AuditEvent, AuditPage } from '../store/audit-query.ts'
import { allNamedFiles } from '../store/blob-queue.ts'
import { checkpointFiles } from '../store/checkpoint.ts'
import { quickCheck } from '../store/open-store.ts'
import { type FeedsReport, type PinnedServer, verifyFeeds } from '../store/verify-feeds.ts'
import { verifyStore, type VerifyControl, type VerifyReport } from '../store/verify.ts'
import type { TaskContext } from './task.ts'

/** proves the whole log, and every feed of a joined machine. In: the key this device signs with, the pinned server. */
export function verifyLog(
  { signer, server = null }: Pick<VerifyControl, 'signer'> & { readonly server?: PinnedServer | null },
  context: TaskContext,
): VerifyReport & { readonly feeds: FeedsReport } {
  return withReader(context, (db) =>
    db.snapshot(() => ({
      ...verifyStore(db, { ...control(context), ...(signer === undefined ? {} : { signer }) }),
      feeds: server === null ? { entries: 0, findings: [] } : verifyFeeds(db, server, context.isCancelled),
    })),
  )
}

/** Reads every page of the log's file. Out: what is wrong, or null. */
export function checkLog(_: null, context: TaskContext): string | null {
  return withReader(context, quickCheck)
}

/** Brings commits from the write-ahead logs into the files. */
export const checkpoint = (_: null, { folder, key }: TaskContext): void => checkpointFiles({ folder, key })

interface AuditPart<Part> {
  readonly asked: AuditAsked
  readonly part: Part
}

/** Reads the audit, whose every line may have to be looked at. */
export function readAudit(
  { asked, part }: AuditPart<{ readonly offset: number; readonly limit: number }>,
  context: TaskContext,
): AuditPage {
  return withReader(context, (db) => queryAudit(db, asked, part))
}

/** Reads the audit from its newest line back, a slice at a time. */
export function readAuditSlice(
  { asked, part }: AuditPart<{ readonly before: number; readonly limit: number }>,
  context: TaskContext,
): readonly AuditEvent[] {
  return withReader(context, (db) => sliceAudit(db, asked, part))
}

/** In: addresses of stored files. Out: those that an event names. */
export function filesInLog({ addresses }: { addresses: readonly string[] }, context: TaskContext): readonly string[] {
  return withReader(context, (db) => {
    const named = new Set(allNamedFiles(db))
    return addresses.filter((address) => named.has(address))
  })
}

function withReader<T>(context: TaskContext, work: (db: ReturnType<TaskContext['openReader']>) => T): T {
  const db = context.openReader()
  try {
    return work(db)
  } finally {
    db.close()
  }
}

function control(context: TaskContext): { progress(done: number, total: number): void; isCancelled(): boolean } {
  return { progress: context.onProgress, isCancelled: context.isCancelled }
}
