/** What the wire asks of the engine, for the device that calls. */
import { audienceName, audienceOfUnit } from '#shared/domain/access/audience.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { readAccess } from '#server/devices/access-now.ts'
import { serverDeviceId } from '#server/devices/own-push.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import type { ReadPage } from './live-channel.ts'
import { readPage } from './read-page.ts'
import { takeOwn } from './take-own.ts'

export interface CommitOutcome {
  readonly commit: string
  readonly outcome: Outcome
}

export interface AskedPage {
  readonly feed: FeedName
  readonly after: number
  readonly limit: number
}

export interface EngineCalls {
  /** Feeds that a device may hold now. */
  feedsOf(device: EnrolledDevice): Promise<readonly FeedName[]>
  push(device: EnrolledDevice, page: Uint8Array): Promise<Result<{ outcomes: CommitOutcome[]; rights: string }>>
  /** A page of a feed, whoever asks; the caller knows that the device may hold it. */
  readPage(asked: AskedPage): Promise<ReadPage>
  /** Whether events of a stream, as a device may see them, name a file. */
  namesFile(device: EnrolledDevice, asked: { readonly address: string; readonly stream: string }): Promise<boolean>
  readCase(id: string): Promise<Case | null>
  snapshot(device: EnrolledDevice, feed: FeedName): Promise<Result<Snapshot>>
  part(
    device: EnrolledDevice,
    asked: { readonly feed: FeedName; readonly address: string },
  ): Promise<Result<Uint8Array>>
  offer(device: EnrolledDevice, page: Uint8Array): Promise<Result<{ offered: number }>>
  held(device: EnrolledDevice): Promise<HeldCommit[]>
  retry(device: EnrolledDevice, commit: string): Promise<Result<CommitOutcome>>
  withdraw(
    device: EnrolledDevice,
    asked: { readonly commit: string; readonly reason: string },
  ): Promise<Result<CommitOutcome>>
}

export interface Snapshot {
  readonly feed: FeedName
  readonly upTo: number
  readonly hash: string
  readonly openCases: string[]
  readonly parts: { address: string; from: number; to: number }[]
}

export interface HeldCommit extends CommitOutcome {
  readonly since: string
  readonly streams: string[]
}

const absent = { ok: false, refusal: { code: 'sync-newer', params: {} } } as const

export function engineCalls(server: OpenServer): EngineCalls {
  return {
    feedsOf: async ({ id, unit }) => {
      const { units } = await readAccess(server.log)
      return [FeedName.parse(audienceName(audienceOfUnit(units, unit))), FeedName.parse(`device:${id}`)]
    },
    push: async ({ id }, page) =>
      id === serverDeviceId ? takeOwn(server, page) : refuse('internal-fault', { id: 'push' }),
    readPage: (asked) => readPage(server, asked),
    namesFile: async () => false,
    readCase: async () => null,
    snapshot: async () => absent,
    part: async () => absent,
    offer: async () => absent,
    held: async () => [],
    retry: async () => absent,
    withdraw: async () => absent,
  }
}
