/**
 * Carries the files that wait, one after another, beside the exchange of commits and never in its way (SYNC-BLOB-1). Each
 * file that fails waits by itself, ever longer; the others go on. While one waits, a timer is armed.
 */
import { refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import {
  type BlobBounds,
  type BlobCounts,
  countBlobs,
  findBlob,
  hurryBlobs,
  nextBlob,
  nextDue,
  noteFailed,
  noteFiles,
  type QueuedBlob,
} from '#core/store/blob-queue.ts'
import { askOfSent, type BlobHold, fetchBlob, sendBlob } from './carry-blob.ts'

export interface BlobPorts extends Pick<BlobHold, 'db' | 'files' | 'wire' | 'partBytes'> {
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Runs `work` once, after milliseconds. Out: forgets it. */
  readonly after: (ms: number, work: () => void) => () => void
  readonly onChange: () => void
  /** What cannot be, or a disk that takes nothing: nobody waits for a run, so it is told here. */
  readonly onFault: (error: unknown) => void
}

export interface MovingBlob {
  readonly direction: 'up' | 'down'
  readonly size: number
  readonly bytes: number
}

/** What a machine fetches by itself: scans and letters of the last years; a film comes when somebody opens it. */
const bounds: BlobBounds = { fileBytes: 25 * 1024 * 1024, totalBytes: 4 * 1024 * 1024 * 1024 }

const firstMs = 2000
const mostMs = 10 * 60 * 1000
/** Two in a row that cannot be reached are the line's fault, not the files'. */
const mostUnreachable = 2
/** The window is told of progress so often, in bytes. */
const tellEvery = 1024 * 1024

export class BlobRunner {
  readonly #ports: BlobPorts
  readonly #hold: BlobHold
  readonly #carried = new Map<string, Promise<Result<null>>>()
  #running: Promise<void> | null = null
  #disarm = (): void => {}
  #isEnded = false
  #moving: MovingBlob | null = null

  constructor(ports: BlobPorts) {
    this.#ports = ports
    this.#hold = {
      ...ports,
      isEnded: () => this.#isEnded,
      onMoved: (blob, bytes) => this.#move(blob, bytes),
    }
  }

  /** There may be something to carry. Out: when nothing is due any more. */
  wake(): Promise<void> {
    if (this.#isEnded) return Promise.resolve()
    this.#running ??= this.#run()
      .then(() => this.#arm())
      .catch((error: unknown) => this.#fail(error))
      .finally(() => (this.#running = null))
    return this.#running
  }

  /** All that waits is tried now. */
  hurry(): Promise<void> {
    if (!this.#isEnded) hurryBlobs(this.#ports.db)
    return this.wake()
  }

  /** One file at once, whatever its size: somebody wants to open it. */
  async fetchNow(address: string): Promise<Result<null>> {
    if (this.#isEnded) return refuse('attachment-missing')
    noteFiles(this.#ports.db)
    const blob = findBlob(this.#ports.db, address)
    return blob === null ? refuse('attachment-missing') : this.#carry({ ...blob, direction: 'down' })
  }

  status(): BlobCounts & { readonly moving: MovingBlob | null } {
    return { ...countBlobs(this.#ports.db, bounds), moving: this.#moving }
  }

  end(): void {
    this.#isEnded = true
    this.#disarm()
  }

  async #run(): Promise<void> {
    const { db, now } = this.#ports
    let unreachable = 0
    for (let isFirst = true; !this.#isEnded && unreachable < mostUnreachable; isFirst = false) {
      if (noteFiles(db) || isFirst) this.#ports.onChange()
      const blob = nextBlob(db, now(), bounds)
      if (blob === null) {
        if (await askOfSent(this.#hold)) continue
        return
      }
      const carried = await this.#carry(blob)
      unreachable = !carried.ok && carried.refusal.code === 'sync-unreachable' ? unreachable + 1 : 0
      this.#note(blob, carried)
    }
  }

  /** A run that failed is tried again; what was due is due still. */
  #fail(error: unknown): void {
    if (this.#isEnded) return
    this.#ports.onFault(error)
    this.#disarm()
    this.#disarm = this.#ports.after(mostMs, () => void this.wake())
  }

  #note({ address, tries }: QueuedBlob, carried: Result<null>): void {
    if (this.#isEnded) return
    const { db, now, onChange } = this.#ports
    if (!carried.ok) {
      const { code, params } = carried.refusal
      const notBefore = now() + Math.min(mostMs, firstMs * 2 ** Math.min(tries, 20))
      noteFailed(db, address, { notBefore, reason: { code, params: { ...params } } })
    }
    onChange()
  }

  /** A file is carried once at a time, whoever asks. */
  #carry(blob: QueuedBlob): Promise<Result<null>> {
    const running = this.#carried.get(blob.address)
    if (running !== undefined) return running
    const carried = (blob.direction === 'up' ? sendBlob : fetchBlob)(this.#hold, blob)
      .catch((error: unknown) => this.#fault(error))
      .finally(() => {
        this.#carried.delete(blob.address)
        this.#moving = null
      })
    this.#carried.set(blob.address, carried)
    return carried
  }

  /** The disk does not give or take this one: it fails by itself, as any other (S5). */
  #fault(error: unknown): Result<never> {
    if (!this.#isEnded) this.#ports.onFault(error)
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    return refuse('attachment-disk-fault', { detail: code === '' ? 'fault' : code })
  }

  #move({ direction, size }: QueuedBlob, bytes: number): void {
    const before = this.#moving?.bytes ?? 0
    this.#moving = { direction, size, bytes: Math.min(bytes, size) }
    if (Math.floor(before / tellEvery) !== Math.floor(bytes / tellEvery)) this.#ports.onChange()
  }

  #arm(): void {
    this.#disarm()
    if (this.#isEnded) return
    const due = nextDue(this.#ports.db, bounds)
    if (due === null) return
    const ms = Math.min(mostMs, Math.max(firstMs, due - this.#ports.now()))
    this.#disarm = this.#ports.after(ms, () => void this.wake())
  }
}
