import { quickCheck } from '../store/open-store.ts'
import { verifyStore, type VerifyControl, type VerifyReport } from '../store/verify.ts'
import type { TaskContext } from './task.ts'

/** proves the whole log. In: the key this device signs with. */
export function verifyLog({ signer }: Pick<VerifyControl, 'signer'>, context: TaskContext): VerifyReport {
  return withReader(context, (db) =>
    verifyStore(db, { ...control(context), ...(signer === undefined ? {} : { signer }) }),
  )
}

/** Reads every page of the log's file. Out: what is wrong, or null. */
export function checkLog(_: null, context: TaskContext): string | null {
  return withReader(context, quickCheck)
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
