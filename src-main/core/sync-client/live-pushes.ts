/**
 * Pushes that go over the open live channel (SYNC-LINK-7): what a person has just written is with his colleagues before a
 * call has been made. What the channel does not answer is left to a call.
 */
import { livePushMostBytes, writeLivePush } from '#shared/contract/wire/live.ts'
import type { LivePushAnswer } from '#shared/contract/wire/live.ts'
import { isRefusalCode } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { packedNow } from './pack.ts'
import type { Pushed } from './wire.ts'

/** Null: it may have arrived or not. */
type Answered = Result<Pushed> | null

/** Much shorter than a call waits: the line may be dead without a word. */
const answerWithinMs = 10_000
const numbers = 2 ** 32

export class LivePushes {
  readonly #pending = new Map<number, (answered: Answered) => void>()
  #send: ((frame: Uint8Array) => boolean) | null = null
  #last = 0

  /** A channel is open. `send`: false where nothing can be sent any more. */
  opened(send: (frame: Uint8Array) => boolean): void {
    this.#send = send
  }

  /** The channel is no more. */
  ended(): void {
    this.#send = null
    for (const answer of this.#pending.values()) answer(null)
  }

  /** Null where it cannot go this way. */
  push(page: Uint8Array): Promise<Answered> | null {
    if (this.#send === null || page.length > livePushMostBytes) return null
    const packed = packedNow(page)
    // What does not shrink grows a little.
    if (packed.length > livePushMostBytes) return null
    this.#last = (this.#last + 1) % numbers
    return this.#send(writeLivePush(this.#last, packed)) ? this.#answerTo(this.#last) : null
  }

  /** An answer that nobody waits for any more is not missed. */
  heard(answer: LivePushAnswer): void {
    this.#pending.get(answer.number)?.(answeredBy(answer))
  }

  #answerTo(number: number): Promise<Answered> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => done(null), answerWithinMs).unref()
      const done = (answered: Answered): void => {
        clearTimeout(timer)
        this.#pending.delete(number)
        resolve(answered)
      }
      this.#pending.set(number, done)
    })
  }
}

function answeredBy(answer: LivePushAnswer): Answered {
  if (answer.kind === 'pushed') return ok({ outcomes: answer.outcomes, rights: answer.rights })
  const { reason } = answer
  return reason !== null && isRefusalCode(reason.code) ? refuse(reason.code, reason.params) : null
}
