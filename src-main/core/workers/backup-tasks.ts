import type { Result } from '#shared/lib/result.ts'
import { type RollingBackup, rollBackup } from '../backup/rolling-backups.ts'
import { type BackupInput, type BackupMade, writeBackup } from '../backup/write-backup.ts'
import type { TaskContext } from './task.ts'

type FromCaller<Input> = Omit<Input, 'folder' | 'key'>

/** `backup FILE`: log, attachments and the keys that open it elsewhere. */
export function backUp(
  input: FromCaller<Omit<BackupInput, 'kind'>>,
  context: TaskContext,
): Promise<Result<BackupMade>> {
  const { folder, key } = context
  return writeBackup({ ...input, folder, key, kind: 'full' }, context)
}

/** One more of the backups beside the data. */
export function roll(
  input: FromCaller<Parameters<typeof rollBackup>[0]>,
  context: TaskContext,
): Promise<Result<RollingBackup>> {
  const { folder, key } = context
  return rollBackup({ ...input, folder, key }, context)
}
