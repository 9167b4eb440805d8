/**
 * A copy that a machine offered and the central unit took may say other than what its author wrote: nobody can prove it before
 * he comes. Then the copy stands, for others have gone on with it; what he wrote is refused and kept as it came, under an id of
 * its own for the other has its name, at its place in his chain; and his queue goes on (SYNC-PUSH-4).
 */
import { sameBytes } from '#shared/sync/bytes.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { unmoved } from './judge-commit.ts'
import { isCopy } from './offered.ts'
import type { LinkedCommit, ReceivedCommit } from './received.ts'
import { takeCommit } from './take-commit.ts'
import type { Work } from './work.ts'

/** Whether the log has a commit of this id that another machine offered with other bytes. */
export function isForgedInLog({ knownCommits }: Work, { commit, bytesHash }: ReceivedCommit): boolean {
  const stored = knownCommits.get(commit)
  return stored !== undefined && isCopy(stored) && !sameBytes(stored.bytesHash, bytesHash)
}

/** What becomes of what its author wrote, however often he sends it (S3). */
export const refusedForOther = (commit: string): Outcome => ({
  kind: 'refused',
  reason: { code: 'sync-bytes-differ', params: { id: commit } },
})

export const keepBesideCopy = (work: Work, commit: LinkedCommit): Promise<void> =>
  takeCommit(work, { ...commit, commit: work.engine.ports.ids.uuid() }, unmoved(refusedForOther(commit.commit)))
