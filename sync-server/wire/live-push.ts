/**
 * Pushes that come over live channels (SYNC-LINK-7): those of one channel one after the other, each by the rights that the
 * machine has when it is read, as if it were a call.
 */
import { readLivePush } from '#shared/contract/wire/live.ts'
import type { LivePushAnswer } from '#shared/contract/wire/live.ts'
import { msOf } from '#shared/domain/clock/instant.ts'
import { refuse } from '#shared/lib/result.ts'
import { pushBounds } from '#shared/sync/push-page.ts'
import type { WireHost } from './context.ts'
import { noteAnswer, noteFault } from './note-call.ts'
import { unpackPage } from './pack.ts'
import { takePushBy } from './sync-routes.ts'

interface Pushing {
  readonly device: string
  /** A push of it is taken up: it is one, and not one too many. */
  readonly takes: () => void
  readonly answer: (notice: LivePushAnswer) => void
  /** What came is no push of ours, or one too many. */
  readonly end: () => void
}

/** A client sends one and waits: more than these is none of ours. */
const mostWaiting = 4

export class LivePushes {
  readonly #host: WireHost
  readonly #underWay = new Set<Promise<void>>()
  #isEnded = false

  constructor(host: WireHost) {
    this.#host = host
  }

  /** In: whose channel it is. Out: hears its binary frames. */
  attend({ device, takes, answer, end }: Pushing): (frame: Uint8Array) => void {
    let waiting = 0
    let last: Promise<void> = Promise.resolve()
    return (frame) => {
      if (this.#isEnded) return
      const read = readLivePush(frame)
      if (read === null || waiting >= mostWaiting) return end()
      waiting += 1
      last = last.then(async () => {
        const pushed = await pushedOrFault(this.#host, { device, takes }, read.packed)
        waiting -= 1
        answer(answerOf(read.number, pushed))
      })
      this.#note(last)
    }
  }

  /** Hears no more. Done when what is under way is answered. */
  async end(): Promise<void> {
    this.#isEnded = true
    await Promise.all(this.#underWay)
  }

  #note(answered: Promise<void>): void {
    this.#underWay.add(answered)
    void answered.finally(() => this.#underWay.delete(answered))
  }
}

type Pushed = Awaited<ReturnType<typeof takePushBy>>

function answerOf(number: number, pushed: Pushed | null): LivePushAnswer {
  if (pushed === null) return { kind: 'not_pushed', number, reason: null }
  if (pushed.ok) return { kind: 'pushed', number, ...pushed.value }
  const { code, params } = pushed.refusal
  return { kind: 'not_pushed', number, reason: { code, params: { ...params } } }
}

type Pusher = Pick<Pushing, 'device' | 'takes'>

/** Never throws. Out: null for a fault. */
async function pushedOrFault(host: WireHost, by: Pusher, packed: Uint8Array): Promise<Pushed | null> {
  const begun = performance.now()
  const pushed = await pushedBy(host, by, packed).catch((error: unknown) => {
    noteFault(host, 'live push', error)
    return null
  })
  const status = pushed === null ? '500' : pushed.ok ? '200' : '422'
  noteAnswer(host, { route: 'live push', status, ms: Math.round(performance.now() - begun) })
  return pushed
}

async function pushedBy(host: WireHost, { device, takes }: Pusher, packed: Uint8Array): Promise<Pushed> {
  const { server, tries } = host
  const seconds = tries.push.begins(device, msOf(server.ports.clock.now()))
  if (seconds !== null) return refuse('sync-too-many-requests', { seconds })
  const page = await unpackPage(packed, pushBounds.plainBytes)
  if (!page.ok) return page
  takes()
  return takePushBy(host, device, page.value)
}
