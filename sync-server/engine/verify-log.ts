/**
 * Proves all that the server holds (S15): every feed from its first entry to its end, and every device's chain. What a
 * feed shows is proven by its hashes alone: private parts that were withdrawn or forgotten are missed by none of them.
 */
import type { Engine } from './engine.ts'
import { verifyChain } from './verify-chain.ts'
import type { EpochOf } from './verify-chain.ts'
import { verifyFeed } from './verify-feed.ts'

export interface LogFinding {
  /** A feed, or a device with its epoch (`device:<id>#<epoch>`). */
  readonly where: string
  /** Sequence of the entry, or of the event. */
  readonly at: number
  readonly why: LogFault
}

export type LogFault =
  | 'hole' // a sequence is missing
  | 'chain' // an entry, or a link, does not follow from the one before
  | 'end' // the end that is noted is not where it ends
  | 'content' // bytes are not those that were hashed
  | 'unreadable'
  | 'key-unknown' // no epoch of an enrolled device
  | 'event-missing'

export interface LogReport {
  readonly ok: boolean
  readonly feeds: number
  readonly entries: number
  readonly chains: number
  readonly commits: number
  /** Commits whose place is proven by no link: one before them was sent again under a later epoch. */
  readonly unlinked: number
  readonly findings: readonly LogFinding[]
}

const findingsKept = 1000

export async function verifyLog(engine: Engine, epochOf: EpochOf): Promise<LogReport> {
  const [feedEnds, deviceEnds] = await engine.log.read(async (log) => [
    await log.allFeedEnds(),
    await log.allDeviceEnds(),
  ])
  const findings: LogFinding[] = []
  const counts = { entries: 0, commits: 0, unlinked: 0 }
  for (const end of feedEnds) {
    const proven = await verifyFeed(engine, end)
    counts.entries += proven.entries
    findings.push(...proven.findings)
  }
  for (const end of deviceEnds) {
    const proven = await verifyChain(engine, end, await epochOf(end.device, end.epoch))
    counts.commits += proven.commits
    counts.unlinked += proven.unlinked
    findings.push(...proven.findings)
  }
  return {
    ok: findings.length === 0,
    feeds: feedEnds.length,
    chains: deviceEnds.length,
    ...counts,
    findings: findings.slice(0, findingsKept),
  }
}
