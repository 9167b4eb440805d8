import type { StoredCommit } from '#server/log/server-log.ts'

/** Stands in the place of an author's machine: no machine is called so, and its chain is never walked. */
export const offeredDevice = '!offered'

/** A copy of what the log lacks, which waits for the central unit's word (SYNC-RECOVER-2). */
export const isOffer = ({ device, outcome }: StoredCommit): boolean =>
  device === offeredDevice && outcome.kind === 'held'
