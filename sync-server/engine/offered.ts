import type { LogReader, StoredCommit } from '#server/log/server-log.ts'

/** Stands in the place of an author's machine: no machine is called so, and its chain is never walked. */
export const offeredDevice = '!offered'

/** A copy of what the log lacked, whatever was said of it. */
export const isCopy = ({ device }: StoredCommit): boolean => device === offeredDevice

/** Such a one that waits for the central unit's word (SYNC-RECOVER-2). */
export const isOffer = (commit: StoredCommit): boolean => isCopy(commit) && commit.outcome.kind === 'held'

/** In: ids of events. Out: those of which a copy waits for a word. */
export async function onOffer(log: LogReader, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const kept = await log.findKept(ids)
  const commits = await log.readCommits([...new Set([...kept.values()].flat())])
  const offers = new Set(commits.filter(isOffer).map(({ commit }) => commit))
  return new Set([...kept].filter(([, holders]) => holders.some((commit) => offers.has(commit))).map(([id]) => id))
}
