import { runTask } from '#core/workers/run-task.ts'
import type { Office } from './office.ts'

/** Stores whose file was read through and found damaged since they were opened. */
const damaged = new WeakSet<Office['store']>()

export const isFileDamaged = ({ store }: Pick<Office, 'store'>): boolean => damaged.has(store)

/** Reads the file through after a clean start; what is wrong is logged, and every window is told (S1). */
export async function checkFile(office: Office): Promise<void> {
  const wrong = await runTask(office.store, 'checkLog', { input: null }).catch((error: unknown) => String(error))
  if (wrong === null) return
  office.ports.log.error('the store is damaged', { wrong })
  damaged.add(office.store)
  office.changes.publish(['jobs'])
}
