import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { WireContract } from '#shared/contract/wire/contract.ts'
import type { Result } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'

type Inputs = InferContractRouterInputs<WireContract>
type Outputs = InferContractRouterOutputs<WireContract>

export type Hello = Outputs['sync']['hello']
export type Enrolled = Outputs['device']['enrol']
export type Pushed = Outputs['sync']['push']
export type Snapshot = Outputs['sync']['snapshot']
export type Found = Outputs['people']['find']

export interface AskedPage {
  readonly feed: FeedName
  readonly after: number
  readonly limit: number
  /** Epoch of this machine's own commits that come without their bytes (SYNC-PULL-5). */
  readonly own?: number | undefined
}

/**
 * The server as a client sees it. Pages are plain bytes here: packing is the edge's business. What cannot be reached is
 * the refusal `sync-unreachable`; the server's own refusals come with their codes.
 */
export interface Wire {
  hello(input: Inputs['sync']['hello']): Promise<Result<Hello>>
  push(page: Uint8Array): Promise<Result<Pushed>>
  pull(asked: AskedPage): Promise<Result<Uint8Array>>
  snapshot(feed: FeedName): Promise<Result<Snapshot>>
  part(asked: { readonly feed: FeedName; readonly address: string }): Promise<Result<Uint8Array>>
  offer(page: Uint8Array): Promise<Result<{ readonly offered: number }>>
  renew(input: Inputs['device']['renew']): Promise<Result<{ readonly epoch: number }>>
  retry(commit: string): Promise<Result<Outputs['held']['retry']>>
  withdraw(input: Inputs['held']['withdraw']): Promise<Result<Outputs['held']['withdraw']>>
  tellNumbers(numbers: Inputs['numbers']['tell']['numbers']): Promise<Result<null>>
  takeNumbers(year: number): Promise<Result<Outputs['numbers']['take']>>
  findPerson(input: Inputs['people']['find']): Promise<Result<Found>>
  proposedLinks(input: Inputs['people']['proposed']): Promise<Result<Outputs['people']['proposed']>>
  prove(input: Inputs['session']['prove']): Promise<Result<Outputs['session']['prove']>>
  setPassword(input: Inputs['session']['setPassword']): Promise<Result<null>>
  givePassword(input: Inputs['session']['givePassword']): Promise<Result<null>>
  bringVerifiers(input: Inputs['session']['bringVerifiers']): Promise<Result<null>>
}

export type EnrolInput = Inputs['device']['enrol']
